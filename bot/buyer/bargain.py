"""Negotiates: what the buyer makes of an offer, in per cent of the order's value or in days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.buyer.scenario import Band, Bargain, Order, Unit
from bot.core import offers
from bot.core.days import DAYS, day_named
from bot.core.heard import Finding, Heard, HeardAct

NEAR: dict[Unit, float] = {"percent": 2.0, "days": 0.0}
"""A demand this near to the offer is not worth another word."""

STEP: dict[Unit, int] = {"percent": 5, "days": 1}
"""Buyers ask in steps of this size, and a concession is at least one."""

LASTS = {unit: float(DAYS[unit]) for unit in ("day", "week", "month")} | {"working_day": 1.4}
"""Days that a unit of an offered time lasts: working days leave out the weekends, years are no offer."""

CLOSE = 14
"""Characters between two dates that make them a span: “25 and the 28 November”."""

PRICES = frozenset({"inform_price", "offer_bulk_price"})
"""Acts that name what something costs."""

GIVES = {"calm": 0.5, "annoyed": 0.35, "angry": 0.2}
"""The share of the distance to the offer that a buyer gives way by, in each mood."""


@dataclass(frozen=True)
class Answer:
    """The buyer's answer to an offer, and the demand that stands afterwards."""

    verdict: Literal["met", "conceded", "too_little"]
    demand: float


def haggle(
    limits: Bargain,
    demand: float,
    offers: int,
    offered: float,
    band: Band,
    unit: Unit = "percent",
    before: float | None = None,
) -> Answer:
    """Takes what reaches the demand; comes down towards a better offer; holds firm below the floor.

    `offers` counts the offers before this one, `before` is the last of them: who only repeats it moves
    nobody. From the limit of rounds on, whatever reaches the floor is taken. Of days the fewer are the
    better.
    """
    better = 1 if unit == "percent" else -1
    near, step = NEAR[unit], STEP[unit]
    floor, wanted, given = (better * number for number in (limits.floor, demand, offered))
    if given + near >= wanted:
        return Answer("met", demand)
    last_round = offers + 1 >= limits.rounds
    repeated = before is not None and given <= better * before
    if given < floor or (repeated and not last_round):
        return Answer("too_little", demand)
    lowered = float(step * round((wanted - (wanted - given) * GIVES[band]) / step))
    lowered = min(max(floor, min(lowered, wanted - step)), wanted)
    if last_round or given + near >= lowered:
        return Answer("met", better * lowered)
    return Answer("conceded", better * lowered)


def offered_percent(
    heard: Heard, acts: Sequence[HeardAct], order: Order, currency: str, demand: float = 100.0
) -> float | None:
    """The best offer in those acts, or without any in the whole message, as per cent of the order's value.

    What goes beyond the demand is taken for an offer only where nothing else is: it is rather a deposit.
    None where no number was named.
    """
    shares = [_share(f, order, currency, act.act) for act in acts for f in offers.findings_in(heard, [act])]
    if not acts:
        shares = [_share(f, order, currency, "") for f in heard.findings]
    named = [share for share in shares if share is not None]
    return max((share for share in named if share <= demand), default=min(named, default=None))


def _share(finding: Finding, order: Order, currency: str, act: str) -> float | None:
    """A number as a share: a per cent, what a lower price takes off the list price, or a sum given back.

    A sum in an act that names prices is no discount: the price of a sample, or of a print.
    """
    piece = order.sums.get(offers.PIECE, {}).get(currency, 0.0)
    cut = offers.price_cut(finding, currency, (order.value[currency], piece))
    named = offers.sum_in(finding, currency)
    if cut is not None or named is None:
        return cut
    return None if act in PRICES else 100 * named / order.value[currency]


def offered_days(heard: Heard, acts: Sequence[HeardAct], today: date, demand: float = 0.0) -> float | None:
    """The fewest days named in those acts that do not go below the demand, else the most that were named.

    A shorter time is rather that of one step on the way. A date counts as the days until then. Where those
    acts name no time, the whole message is looked through. None where no span of days or longer, and no date
    to come, was named.
    """
    named = _days(offers.findings_in(heard, acts), today) or _days(heard.findings, today)
    return min((count for count in named if count >= demand), default=max(named, default=None))


def _days(findings: Iterable[Finding], today: date) -> list[float]:
    """Every span of days or longer, at its most, and every date to come: of two close together the latter."""
    found = list(findings)
    spans = [finding.value for finding in found if finding.kind == "duration"]
    named = [finding for finding in found if finding.kind == "date"]
    starts = [*(later.start for later in named[1:]), None]
    last = [f for f, start in zip(named, starts, strict=False) if start is None or start - f.end > CLOSE]
    dates = [day for finding in last if (day := day_named(finding, today))]
    until = [float((day - today).days) for day in dates if day >= today]
    return [span["max"] * LASTS[span["unit"]] for span in spans if span["unit"] in LASTS] + until
