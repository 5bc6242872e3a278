"""Words in capitals as they would be written calmly: what they say is the same."""

from __future__ import annotations

import re
from itertools import groupby

_WORD = re.compile(r"[^\W\d_]+")
FEWEST, FEWEST_LONG = 3, 2
"""Neighbouring words in capitals that shout, and how many of them are long."""
LONG = 3
"""Letters from which a word in capitals is more than an abbreviation."""


def calm(text: str) -> str:
    """`text`, as long as it is, with the words in small letters that shout together."""
    quiet = text
    for shouted, run in groupby(_WORD.finditer(text), key=lambda word: word.group().isupper()):
        words = list(run)
        long = sum(len(word.group()) > LONG for word in words)
        start, end = words[0].start(), words[-1].end()
        small = text[start:end].lower()
        if shouted and len(words) >= FEWEST and long >= FEWEST_LONG and len(small) == end - start:
            quiet = quiet[:start] + small + quiet[end:]
    return quiet
