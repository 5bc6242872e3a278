"""Negotiates over money: what the buyer makes of an offer, in per cent of the order's value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.buyer.scenario import Band, Bargain, Order
from bot.core import offers
from bot.core.heard import Heard, HeardAct

NEAR = 2.0
"""A demand this near to the offer, in per cent, is not worth another word."""

STEP = 5
"""Buyers ask in steps of this many per cent, and a concession is at least one."""

GIVES = {"calm": 0.5, "annoyed": 0.35, "angry": 0.2}
"""The share of the distance to the offer that a buyer gives way by, in each mood."""


@dataclass(frozen=True)
class Answer:
    """The buyer's answer to an offer, and the demand that stands afterwards (per cent)."""

    verdict: Literal["met", "conceded", "too_little"]
    demand: float


def haggle(limits: Bargain, demand: float, offers: int, offered: float, band: Band) -> Answer:
    """Takes what reaches the demand; comes down towards a fair offer; holds firm below the floor.

    `offers` counts the offers before this one. From the limit of rounds on, whatever reaches the floor
    is taken.
    """
    if offered + NEAR >= demand:
        return Answer("met", demand)
    if offered < limits.floor:
        return Answer("too_little", demand)
    lowered = float(STEP * round((demand - (demand - offered) * GIVES[band]) / STEP))
    lowered = max(limits.floor, min(lowered, demand - STEP))
    if offers + 1 >= limits.rounds or offered + NEAR >= lowered:
        return Answer("met", min(lowered, demand))
    return Answer("conceded", min(lowered, demand))


def offered_percent(heard: Heard, acts: Iterable[HeardAct], order: Order, currency: str) -> float | None:
    """The best offer in those acts, or without any in the whole message, as per cent of the order's value.

    None where no number was named.
    """
    return offers.offered_percent(heard, acts, order.value[currency], currency)
