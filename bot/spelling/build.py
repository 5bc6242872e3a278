"""Builds the lexicons once, at set-up, from public dictionaries: words in common use and all their forms."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
import tempfile
from collections.abc import Set
from pathlib import Path

from bot.core.words import LANGUAGES, Language
from bot.spelling import folder
from bot.spelling.lexicon import pack


def build(var: Path, source: Path) -> None:
    """Writes the lexicons under `var`; `source` holds the packages of requirements/lexicon.in, unpacked."""
    target = folder.expected(var)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as draft:
        built = Path(draft) / "built"
        built.mkdir()
        for language in LANGUAGES:
            common, forms = _common(source, language), _forms(source, language)
            (built / language).write_bytes(pack(right_words(language, common, forms)))
            if language == "de":
                (built / "de-nouns").write_bytes(pack(nouns(forms)))
        shutil.rmtree(target, ignore_errors=True)
        built.replace(target)


def right_words(language: Language, common: Set[str], forms: Set[str]) -> set[str]:
    """The words of both lists in small letters, without the wrong forms that the longer list holds."""
    rare = {word.lower() for word in forms if word.isalpha()} - common
    if language == "de":
        rare = {word for word in rare if not ("ß" in word and word.replace("ß", "ss") in common)}
    elif language == "es":
        everything = rare | common
        rare = {word for word in rare if not _lacks_accent(word, everything)}
    words = {word for word in common if word.isalpha()} | rare
    return {word.replace("ё", "е") for word in words} if language == "ru" else words


def nouns(forms: Set[str]) -> set[str]:
    """The German words with a capital, in small letters."""
    return {word.lower() for word in forms if word[:1].isupper() and word.isalpha()}


def _lacks_accent(word: str, words: Set[str]) -> bool:
    """Whether `word` is a future tense without its accent (enviare), which old Spanish had as a mood."""
    return word.endswith("are") and word[:-1] + "é" in words and word[:-1] + "ar" not in words


def _common(source: Path, language: Language) -> set[str]:
    """Words in common use, in small letters, as pyspellchecker lists them."""
    path = source / "spellchecker" / "resources" / f"{language}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return set(json.load(file))


def _forms(source: Path, language: Language) -> set[str]:
    """All the forms that simplemma and, for Russian, OpenCorpora know; names and nouns with a capital."""
    sys.path.insert(0, str(source))
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    known = DefaultDictionaryFactory().get_dictionary(language)
    forms = {_text(word) for pair in known.items() for word in pair}
    if language == "ru":
        from dawg import RecordDAWG

        corpora = RecordDAWG(">HH")
        corpora.load(str(source / "pymorphy3_dicts_ru" / "data" / "words.dawg"))
        forms.update(corpora.iterkeys())
    return forms


def _text(word: bytes | str) -> str:
    return word.decode() if isinstance(word, bytes) else word


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
