"""What shows on the surface of a text: how many words, and whether it shouts."""

from __future__ import annotations

import re

from bot.core.heard import Surface

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*")
_SHOUTED_WORDS = 3
_LONG = 3
"""Letters from which a word in capitals is more than an abbreviation."""


def surface(text: str) -> Surface:
    """Words counted, capitals noticed. Spelling is not judged: `misspelled` stays empty."""
    words = _WORD.findall(text)
    return Surface(words=len(words), capitals=_shouts(words))


def _shouts(words: list[str]) -> bool:
    """Whether at least three long words, and most of the long ones, are all capitals."""
    long = [w for w in words if len(w) > _LONG and w.isalpha()]
    shouted = [w for w in long if w.isupper()]
    return len(shouted) >= _SHOUTED_WORDS and len(shouted) * 2 > len(long)
