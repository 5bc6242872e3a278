"""Chooses a wording: by mood and place, never one that was used, the same for the same seed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.buyer.fill import PLACE
from bot.buyer.scenario import BANDS, Band, Line, Lines
from bot.core.words import Cefr, covers

AND = frozenset({"and", "und", "и", "а", "y"})
"""Words that join a line to the one before it."""


@dataclass(frozen=True)
class Fit:
    """Where a line has to fit: country, circumstances that hold.

    Of those that fit, the best name no place of `shunned`, are of the `level` wanted, or of none rather
    than of another, and begin with no word of `worn`, in this order.
    """

    country: str
    holds: frozenset[str] = frozenset()
    shunned: frozenset[str] = frozenset()
    worn: frozenset[str] = frozenset()
    level: Cefr | None = None

    def __call__(self, line: Line) -> bool:
        """Whether the line is said here."""
        return covers(line.countries, self.country) and self.holds.issuperset(line.when)

    def best(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The best of them, others only if need be."""
        free = [line for line in lines if self.shunned.isdisjoint(PLACE.findall(line.text))] or lines
        apt = self._of_level(free)
        return [line for line in apt if first_word(line.text) not in self.worn] or apt

    def _of_level(self, lines: Sequence[Line]) -> Sequence[Line]:
        if self.level is None:
            return lines
        own = [line for line in lines if line.level == self.level]
        return own or [line for line in lines if line.level is None] or lines


def digest(text: str) -> str:
    """A short name of a text, to remember that it was said."""
    return sha256(text.encode()).hexdigest()[:10]


def first_word(text: str) -> str:
    """The word that a text begins with, in lower case, an “and” before it left out."""
    words = re.findall(r"\w+", text.lower())
    return next((word for word in words if word not in AND), "")


def wordings(lines: Lines, language: str, slot: str, band: Band) -> list[tuple[Line, ...]]:
    """The slot's wordings for `band`, then those of the other moods, the nearest first."""
    bands = lines.get(language, {}).get(slot, {})
    own = BANDS.index(band)
    return [bands[other] for other in sorted(bands, key=lambda name: abs(BANDS.index(name) - own))]


def pick(lines: Sequence[Line], key: str, used: Collection[str], fit: Fit) -> Line | None:
    """One of the best unused lines that fit, by the hash of `key`; None where all are used up."""
    fitting = fit.best([line for line in lines if fit(line) and digest(line.text) not in used])
    if not fitting:
        return None
    return fitting[int(sha256(key.encode()).hexdigest(), 16) % len(fitting)]
