"""Chooses a wording: by mood and place, never one that was used, the same for the same seed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.buyer.fill import PLACE
from bot.buyer.scenario import BANDS, Band, Line, Lines
from bot.core.words import covers

FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Fit:
    """Where a line has to fit: country, circumstances that hold, what is better not named or begun with."""

    country: str
    holds: frozenset[str] = frozenset()
    shunned: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    def __call__(self, line: Line) -> bool:
        """Whether the line is said here."""
        return covers(line.countries, self.country) and self.holds.issuperset(line.when)


def digest(text: str) -> str:
    """A short name of a text, to remember that it was said."""
    return sha256(text.encode()).hexdigest()[:10]


def head(text: str) -> str:
    """The first word of a text, in small letters."""
    word = FIRST_WORD.search(text)
    return word[0].lower() if word else ""


def wordings(lines: Lines, language: str, slot: str, band: Band) -> list[tuple[Line, ...]]:
    """The slot's wordings for `band`, then those of the other moods, the nearest first."""
    bands = lines.get(language, {}).get(slot, {})
    own = BANDS.index(band)
    return [bands[other] for other in sorted(bands, key=lambda name: abs(BANDS.index(name) - own))]


def pick(lines: Sequence[Line], key: str, used: Collection[str], fit: Fit) -> Line | None:
    """One unused line that fits, by the hash of `key`; what the fit shuns only where nothing else is left.

    None where all are used up.
    """
    left = [line for line in lines if fit(line) and digest(line.text) not in used]
    fitting = [line for line in left if fit.shunned.isdisjoint(PLACE.findall(line.text))] or left
    fitting = [line for line in fitting if head(line.text) not in fit.begun] or fitting
    if not fitting:
        return None
    return fitting[int(sha256(key.encode()).hexdigest(), 16) % len(fitting)]
