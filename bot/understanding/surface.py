"""What shows on the surface of a text: how many words, which are misspelled, and whether it shouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.heard import HeardSegment, Surface
from bot.spelling.speller import Speller

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’\-][\w\u0300-\u036f]+)*")
_SHOUTED_WORDS = 3
_LONG = 3
"""Letters from which a word in capitals is more than an abbreviation."""


def surface(text: str, language: str | None, speller: Speller, parts: Sequence[HeardSegment] = ()) -> Surface:
    """Words counted, misspelled ones found where `language` is known, capitals noticed.

    A word is right also where it is so in the language of its part; one of no told language may be in any
    of the others' languages.
    """
    words = _WORD.findall(text)
    wrong = speller.misspelled(text, language)
    others = {part.language for part in parts if part.language not in (None, language)}
    for other in others if wrong else ():
        wrong_there = set(speller.misspelled(text, other))
        its = [part for part in parts if part.language in (None, other)]
        wrong = tuple(word for word in wrong if word in wrong_there or not _inside(word, its))
    return Surface(len(words), wrong, _shouts(words))


def _inside(word: tuple[int, int], parts: Sequence[HeardSegment]) -> bool:
    return any(part.start <= word[0] and word[1] <= part.end for part in parts)


def _shouts(words: list[str]) -> bool:
    """Whether at least three long words, and most of the long ones, are all capitals."""
    long = [w for w in words if len(w) > _LONG and w.isalpha()]
    shouted = [w for w in long if w.isupper()]
    return len(shouted) >= _SHOUTED_WORDS and len(shouted) * 2 > len(long)
