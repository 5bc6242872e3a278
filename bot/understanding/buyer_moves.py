"""What a buyer does in a turn of real talk, by the words of catalogue/moves; practices write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.core.transcript import Move

OTHER = Move("other")


@dataclass(frozen=True)
class MoveWords:
    """How one move is recognised: `marks` anywhere, or the beginnings of words, by language."""

    move: str
    words: Mapping[str, tuple[str, ...]]
    marks: tuple[str, ...] = ()


class BuyerEars:
    """Hears moves; several in a turn, in the order of the catalogue. `digest` is the words' checksum."""

    def __init__(self, known: Sequence[MoveWords]) -> None:
        self._known = tuple(known)
        self.digest = sha256(repr(self._known).encode()).hexdigest()[:8]
        self._patterns = {
            (entry.move, language): _pattern(words)
            for entry in known
            for language, words in entry.words.items()
        }

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        """The moves of one turn; `other` where there is none."""
        small = text.lower()
        found = [Move(entry.move) for entry in self._known if self._did(entry, small, language)]
        return tuple(found) or (OTHER,)

    def _did(self, entry: MoveWords, small: str, language: str) -> bool:
        if any(mark in small for mark in entry.marks):
            return True
        pattern = self._patterns.get((entry.move, language))
        return pattern is not None and pattern.search(small) is not None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})")
