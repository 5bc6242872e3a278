"""What a statement is about, by its words: an answer on the size is none on the material."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

Matters = Mapping[str, Mapping[str, re.Pattern[str]]]
"""Matter and language to the words that name it."""

LONG = 5
"""Letters from which a word is looked for within others too: German writes many as one."""


def naming(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds these words, or what begins with them, in folded text."""
    plain = [folded(word) for word in words]
    return re.compile(
        "|".join(re.escape(w) if len(w) >= LONG else rf"(?<![^\W\d]){re.escape(w)}" for w in plain)
    )


def matters_named(text: str, language: str, matters: Matters) -> frozenset[str]:
    """The matters that a text in this language names."""
    plain = folded(text)
    return frozenset(matter for matter, words in matters.items() if words[language].search(plain))


def folded(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
