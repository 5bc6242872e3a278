"""What the agent offered to make good, also by a yes to the sum that the buyer asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from bot.core.grade import Evidence
from bot.core.heard import Finding, Heard, HeardAct
from bot.core.offers import findings_in, offered_percent, sum_in
from bot.grading.talk import WISHES, Exchange, Said, Talk

GOODWILL = (
    "offer_full_refund",
    "offer_partial_refund",
    "offer_replacement",
    "offer_repair",
    "offer_return_label",
    "offer_discount",
)
"""Acts that give the buyer something."""

REMEDIES = (
    *GOODWILL,
    "confirm_cancellation",
    "confirm_change",
    "inform_return_procedure",
    "inform_usage_help",
    "inform_buyer_protection",
    "escalate",
)
"""Acts that remedy something, where no scenario says which ones do."""

ROUNDING = 0.5
"""Per cent by which an offer in money may differ from what was meant, as sums are rounded."""

WHOLE = 0.98
"""The share of the order's value from which a sum in a demand is the price that was paid."""


@dataclass(frozen=True)
class Offer:
    """One offer. `percent` of the order's value and `sums` by currency: the highest that were named.

    A demand agreed to is an offer of part of the money back.
    """

    act: str
    said: Said
    evidence: Evidence
    percent: float | None = None
    sums: Mapping[str, float] = field(default_factory=dict)


def offers(talk: Talk) -> tuple[Offer, ...]:
    """Every offer in order of place."""
    pairs = zip_longest(talk.exchanges, talk.exchanges[1:])
    return tuple(
        offer
        for exchange, following in pairs
        for said in exchange.agent
        for offer in (_named(talk, said) or _agreed(talk, exchange, following, said))
    )


def _named(talk: Talk, said: Said) -> list[Offer]:
    value, currency = _worth(talk)
    return [
        Offer(
            act=act.act,
            said=said,
            evidence=said.quote_act(act),
            percent=offered_percent(_own(talk, said, [act]), [act], value, currency),
            sums=dict(sorted(_sums(said.heard, act, currency))),
        )
        for act in said.acts(*GOODWILL)
    ]


def _agreed(talk: Talk, exchange: Exchange, following: Exchange | None, said: Said) -> Iterator[Offer]:
    """A yes to the demand, or a share that was named in answer to it and then taken."""
    bargained = [other for other in talk.buyer_did("bargain") if other.index < said.index]
    if not bargained:
        return
    yes, counter = said.acts("agree"), said.acts("counter_offer")
    refused = any(act.startswith("decline_") for act in said.heard.act_ids)
    named, taken = _share(talk, said, counter), _takes(following, bargained)
    if named is not None and (taken or (yes and not refused)):
        yield Offer("offer_partial_refund", said, said.whole(), named)
    elif yes and not counter and not refused and (taken or _asked_last(exchange) == "bargain"):
        demands = [share for other in bargained if (share := _share(talk, other)) is not None]
        yield Offer("offer_partial_refund", said, said.quote_act(yes[0]), demands[-1] if demands else None)


def _asked_last(exchange: Exchange) -> str | None:
    made = [move.move for said in exchange.buyer for move in said.moves]
    return next((move for move in reversed(made) if move in ("question", "bargain", *WISHES)), None)


def _takes(following: Exchange | None, bargained: Iterable[Said]) -> bool:
    """Whether the buyer's next word accepts what was bargained for."""
    needs = {move.need for said in bargained for move in said.moves if move.move == "bargain"} | {None}
    return following is not None and any(
        move.move == "accept" and move.need in needs and not move.trap
        for said in following.buyer
        for move in said.moves
    )


def _share(talk: Talk, said: Said, acts: Iterable[HeardAct] = ()) -> float | None:
    """The highest share named in those acts, or in the whole turn; the price paid is none."""
    value, currency = _worth(talk)
    own = _own(talk, said, acts)
    told = [f for f in own.findings if (sum_in(f, currency) or 0.0) <= WHOLE * (value or 0.0)]
    return offered_percent(replace(own, findings=tuple(told)), acts, value, currency)


def _own(talk: Talk, said: Said, acts: Iterable[HeardAct]) -> Heard:
    """What was heard, with the speaker's own numbers alone."""
    return replace(said.heard, findings=tuple(own_numbers(talk, said, acts)))


def own_numbers(talk: Talk, said: Said, acts: Iterable[HeardAct]) -> list[Finding]:
    """The per cents and sums in those acts that the buyer has not named before; all where there is no other.

    “Instead of the 20 % that you ask for I can give 8 %” offers 8 %.
    """
    before = [other for other in talk.buyer if other.index < said.index]
    asked = {_number(finding) for other in before for finding in other.heard.findings}
    named = [f for f in findings_in(said.heard, acts) if f.kind in ("percent", "money")]
    return [finding for finding in named if _number(finding) not in asked] or named


def _number(finding: Finding) -> tuple[str, Any]:
    return finding.kind, finding.value.get("percent", finding.value.get("amount"))


def _sums(heard: Heard, act: HeardAct, currency: str | None) -> Iterator[tuple[str, float]]:
    """The sums named in an act; a `$` without a known order may be a peso, and is none."""
    for finding in findings_in(heard, [act]):
        amount = sum_in(finding, currency)
        if amount is not None and currency is not None:
            yield currency, amount
        elif finding.kind == "money" and (currency or finding.value["currency"] != "USD"):
            yield finding.value["currency"], float(finding.value["amount"])


def _worth(talk: Talk) -> tuple[float | None, str | None]:
    order = talk.transcript.context.get("order_value") or {}
    return order.get("amount"), order.get("currency")
