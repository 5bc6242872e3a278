"""Chooses a wording: by mood and country, never one that was used, the same for the same seed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256

from bot.buyer.scenario import BANDS, Band, Line, Lines
from bot.core.words import covers


def digest(text: str) -> str:
    """A short name of a text, to remember that it was said."""
    return sha256(text.encode()).hexdigest()[:10]


def wordings(lines: Lines, language: str, slot: str, band: Band) -> list[tuple[Line, ...]]:
    """The slot's wordings for `band`, then those of the other moods, the nearest first."""
    bands = lines.get(language, {}).get(slot, {})
    own = BANDS.index(band)
    return [bands[other] for other in sorted(bands, key=lambda name: abs(BANDS.index(name) - own))]


def pick(lines: Sequence[Line], key: str, used: Collection[str], country: str) -> Line | None:
    """One unused line that is said in the country, by the hash of `key`; None where all are used up."""
    fitting = [line for line in lines if covers(line.countries, country) and digest(line.text) not in used]
    if not fitting:
        return None
    return fitting[int(sha256(key.encode()).hexdigest(), 16) % len(fitting)]
