"""What shows on the surface of a text: how many words, which are misspelled, and whether it shouts."""

from __future__ import annotations

import re

from bot.core.heard import Surface
from bot.spelling.speller import Speller

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*")
_SHOUTED_WORDS = 3
_LONG = 3
"""Letters from which a word in capitals is more than an abbreviation."""


def surface(text: str, language: str | None, speller: Speller) -> Surface:
    """Words counted, misspelled ones found where `language` is known, capitals noticed."""
    words = _WORD.findall(text)
    return Surface(len(words), speller.misspelled(text, language), _shouts(words))


def _shouts(words: list[str]) -> bool:
    """Whether at least three long words, and most of the long ones, are all capitals."""
    long = [w for w in words if len(w) > _LONG and w.isalpha()]
    shouted = [w for w in long if w.isupper()]
    return len(shouted) >= _SHOUTED_WORDS and len(shouted) * 2 > len(long)
