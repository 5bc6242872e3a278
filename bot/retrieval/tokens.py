"""Words for BM25: stems where words have endings, pairs of characters where words are not spaced.

Stems stand in for lemmas: a dictionary of lemmas costs some 335 MB a process.
"""

from __future__ import annotations

import re
from functools import cache

import Stemmer

STEMMERS = {"en": "english", "de": "german", "ru": "russian", "es": "spanish"}
LATIN = ("en", "de", "es")
CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, as the inside of a pattern's class."""
_RUNS = re.compile(rf"([{CHINESE}]+)|([^\W_{CHINESE}]+)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS[language])


def tokens(text: str, language: str | None = None) -> list[str]:
    """The words of `text`, lower-cased and stemmed.

    A Latin word of an unknown language gives its stem in each language that it could be of.
    """
    found: list[str] = []
    for run in _RUNS.finditer(text.casefold()):
        chinese, word = run.groups()
        found += _pairs(chinese) if chinese else _stems(word, language)
    return found


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def _stems(word: str, language: str | None) -> list[str]:
    if _CYRILLIC.search(word):
        return [_stemmer("ru").stemWord(word)]
    if language in LATIN:
        return [_stemmer(language).stemWord(word)]
    return list(dict.fromkeys(_stemmer(possible).stemWord(word) for possible in LATIN))


def is_chinese(text: str) -> bool:
    """Whether `text` is written in Chinese: by characters, as a Chinese question may name foreign words."""
    runs = [run.groups() for run in _RUNS.finditer(text)]
    chinese = sum(len(characters) for characters, _ in runs if characters)
    return chinese > sum(1 for _, word in runs if word)
