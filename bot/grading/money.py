"""Money in a talk: what the order is worth, what the agent gave away, and what the buyer pays."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.offers import price_cut
from bot.grading.offers import Offer, offers
from bot.grading.talk import Said, Talk

WHOLE = 100.0
REFUNDS = ("offer_full_refund", "offer_partial_refund")
GIVEAWAYS = (*REFUNDS, "offer_discount")
"""Acts that give money away."""

RETURNS = ("inform_return_procedure", "offer_return_label")
"""Acts by which the goods come back, so that the money is no loss."""


@dataclass(frozen=True)
class Money:
    """A sum in a currency."""

    amount: float
    currency: str


def order_value(talk: Talk) -> Money | None:
    """What the order is worth, where that is known."""
    told = talk.transcript.context.get("order_value")
    return Money(float(told["amount"]), told["currency"]) if told else None


def taken(talk: Talk, *acts: str) -> Offer | None:
    """The last offer of these acts that the buyer accepted something after, None where there is none."""
    last = max((said.index for said in talk.buyer_did("accept")), default=-1)
    made = [offer for offer in offers(talk) if offer.act in acts and offer.said.index < last]
    return next((o for o in reversed(made) if o.act == "offer_full_refund" or o.percent is not None), None)


def share_given(offer: Offer) -> float:
    """The per cent of the order's value that an offer gives back."""
    return WHOLE if offer.act == "offer_full_refund" else min(WHOLE, offer.percent or 0.0)


def ordered(talk: Talk) -> bool:
    """Whether the buyer of a scenario goes on to order: all needs are met, and no trap drove it away."""
    wanted = set(talk.sheet.needs) if talk.sheet else set()
    met = {move.need for said in talk.buyer for move in said.moves if move.move == "accept"}
    gone = any(move.move == "farewell" and move.trap for said in talk.buyer for move in said.moves)
    return bool(wanted) and wanted <= met and not gone


def paid(talk: Talk) -> Money | None:
    """What the buyer who orders pays: the order's value less the price cut that it took."""
    value = order_value(talk)
    if value is None or not ordered(talk):
        return None
    return Money(round(value.amount * (1 - _cut(talk, value) / WHOLE), 2), value.currency)


def _cut(talk: Talk, value: Money) -> float:
    """The per cent off that was agreed: what was named last before the buyer took a bargain.

    A yes without a number is worth what the buyer demanded.
    """
    bargains = talk.buyer_did("bargain")
    needs = {move.need for said in bargains for move in said.moves if move.move == "bargain"}
    took = [said for said in talk.buyer if any(m.move == "accept" and m.need in needs for m in said.moves)]
    if not took or not bargains:
        return 0.0
    between = [s for s in talk.said if bargains[0].index <= s.index < took[-1].index]
    most = max((share for said in bargains for share in _named(talk, said, value)), default=WHOLE)
    named = (share for said in reversed(between) if (share := _best(_named(talk, said, value), most)))
    return next(named, 0.0)


def _named(talk: Talk, said: Said, value: Money) -> list[float]:
    """Every per cent off that a turn names, also by a lower price."""
    piece = talk.sheet.sales.piece.get(value.currency) if talk.sheet and talk.sheet.sales else None
    listed = [price for price in (value.amount, piece) if price]
    shares = [price_cut(finding, value.currency, listed) for finding in said.heard.findings]
    return [share for share in shares if share is not None]


def _best(shares: list[float], most: float) -> float | None:
    """The highest share up to the demand; what lies beyond it alone is rather a deposit."""
    return max((share for share in shares if share <= most), default=None)
