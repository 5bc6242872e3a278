"""What a talk's mistakes cost the shop, where that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.heard import JsonDict

if TYPE_CHECKING:
    from bot.core.grade import Text

POINTS = "points"
"""In place of a currency: points of a platform's penalty scale."""


@dataclass(frozen=True)
class Charge:
    """One mistake with its price in `currency`, or in points; `most`: the price is a maximum.

    `check` is the broken check, None where no check is about it; `turn` where it was made; `why` says
    what the price is for, `source` by what rule or sum it is known.
    """

    check: str | None
    turn: int
    amount: float
    currency: str
    most: bool
    why: Text
    rule: str | None
    source: str

    def to_json(self) -> JsonDict:
        """All of it, `why` in both languages."""
        return {**vars(self), "why": dict(self.why)}


@dataclass(frozen=True)
class Bill:
    """The charges of a talk, and their sums."""

    charges: tuple[Charge, ...] = ()

    @property
    def total(self) -> dict[str, float]:
        """Currency, or points, to what is due."""
        return summed((c.currency, c.amount) for c in self.charges if not c.most)

    @property
    def at_most(self) -> dict[str, float]:
        """Currency, or points, to what may be imposed beside that, at its highest."""
        return summed((c.currency, c.amount) for c in self.charges if c.most)

    def to_json(self) -> JsonDict:
        """The grade's bill."""
        charges = [charge.to_json() for charge in self.charges]
        return {"total": self.total, "at_most": self.at_most, "charges": charges}


def written(sums: Mapping[str, float], before: str = "") -> list[str]:
    """Sums in words for a terminal, each with `before` in front, to the cent where there are any."""
    return [f"{before}{plain(amount)} {currency}" for currency, amount in sums.items()]


def plain(amount: float) -> str:
    """An amount to the cent, without needless zeros."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def summed(amounts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Currency to the sum of its amounts, in the order of their codes, to the cent."""
    sums: dict[str, float] = {}
    for currency, amount in amounts:
        sums[currency] = sums.get(currency, 0.0) + amount
    return {currency: round(sums[currency], 2) for currency in sorted(sums)}
