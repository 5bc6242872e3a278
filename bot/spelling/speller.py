"""Finds the misspelled words of a message."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from bot.core.words import LANGUAGES, Language, as_language
from bot.spelling import folder, german, russian, spanish
from bot.spelling.lexicon import Lexicon
from bot.spelling.slips import slips
from bot.spelling.tokens import tokens

LISTS = Path(__file__).resolve().parents[2] / "knowledge" / "spelling"
"""What people add to the lexicons: words that are right, or wrong, although a lexicon says otherwise."""

SHORTEST_SLIP, LONGEST_NAME = 6, 12
"""Letters of an unknown word with a capital: a shorter one counts as a name, a longer one never does."""
LONGEST = 50
"""Letters of a word that is looked up, and remembered, at all; no right one is longer."""
REMEMBERED = 8192
"""Verdicts kept in memory; messages repeat most of their words."""

Knows = Callable[[str], bool]


class Speller:
    """Judges words by one function a language that knows the right ones, in small letters."""

    def __init__(self, knows: Mapping[Language, Knows], digest: str = "") -> None:
        self.digest = digest
        self._knows = knows
        self._is_wrong = lru_cache(REMEMBERED)(self._judge)

    def misspelled(self, text: str, language: str | None) -> tuple[tuple[int, int], ...]:
        """Start and end of each misspelled word; none where it has no words of `language`."""
        if language is None or language not in self._knows:
            return ()
        spoken = as_language(language)
        return tuple(
            (token.start, token.end)
            for token in tokens(text, spoken)
            if len(token.word) > LONGEST or self._is_wrong(token.word, token.capital, spoken)
        )

    def _judge(self, word: str, capital: bool, language: Language) -> bool:
        """Whether a word is wrong; an unknown one with a capital is a name unless one slip explains it."""
        knows = self._knows[language]
        if knows(word) or (capital and len(word) < SHORTEST_SLIP):
            return False
        return not capital or len(word) > LONGEST_NAME or any(map(knows, slips(word, language)))


def load(var: Path) -> Speller:
    """The speller with the lexicons under `var`; raises NotReady where set-up has not built them."""
    place = folder.current(var)
    lexicons = {name: Lexicon(place / name) for name in folder.FILES}
    digest = hashlib.sha256(place.name.encode())
    for path in sorted(LISTS.glob("*.txt")):
        digest.update(path.read_bytes())
    everywhere = _listed("right.all")
    knows: dict[Language, Knows] = {}
    for language in LANGUAGES:
        right, wrong = everywhere | _listed(f"right.{language}"), _listed(f"wrong.{language}")
        knows[language] = _knower(language, lexicons, right, wrong)
    return Speller(knows, digest.hexdigest()[:16])


def _knower(
    language: Language, lexicons: Mapping[str, Lexicon], right: frozenset[str], wrong: frozenset[str]
) -> Knows:
    lexicon, nouns = lexicons[language], lexicons["de-nouns"]

    def has(word: str) -> bool:
        return word in right or (word in lexicon and word not in wrong)

    forms: dict[Language, Knows] = {
        "en": has,
        "de": lambda word: german.known(word, has, nouns.__contains__),
        "ru": lambda word: russian.known(word, has),
        "es": lambda word: spanish.known(word, has),
    }
    formed = forms[language]
    return lambda word: word not in wrong and formed(word)


def _listed(name: str) -> frozenset[str]:
    """The words of a list; a line that begins with # is for readers."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
