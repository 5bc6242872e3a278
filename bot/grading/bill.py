"""Prices the mistakes of a talk: by the rules that they broke, and by what was given away needlessly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.bill import POINTS, Bill, Charge
from bot.core.grade import Text
from bot.grading.accusations import accusations
from bot.grading.judgement import Judgement
from bot.grading.money import GIVEAWAYS, RETURNS, WHOLE, Money, order_value, share_given, taken
from bot.grading.offers import Offer
from bot.grading.talk import TROUBLE, Talk
from bot.rules.rule import Cost, Rule

AUTHORITY = "remedy_within_authority"
BEYOND: Text = {"zh": "超出权限让给买家的钱", "en": "given away beyond the agent's authority"}
NEEDLESS: Text = {"zh": "买家没有抱怨也没有还价，却退了钱", "en": "money back that nobody asked for"}
ORDER = "the order's value and what the agent offered"

SHARES = {"order_value": 1.0, "percent_of_price": 1 / WHOLE}
"""Units of a rule's cost that are shares of the order's value."""


def bill(talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str]) -> Bill:
    """The bill of a talk, by the judgements of its checks; `breaks` is the check that each act breaks.

    A rule is charged once a talk. What depends on more than the order's value (turnover, an award) has no
    price here.
    """
    return Bill((*_fined(talk, judged, breaks), *_given_away(talk, judged)))


def _fined(talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str]) -> Iterator[Charge]:
    charged: set[str] = set()
    for check, turn, rule in _broken(talk, judged, breaks):
        if rule.cost is None or rule.id in charged:
            continue
        charged.add(rule.id)
        price = _price(rule.cost, order_value(talk))
        if price:
            yield Charge(
                check=check,
                turn=turn,
                amount=round(price.amount, 2),
                currency=price.currency,
                most=rule.cost.most,
                why=rule.title,
                rule=rule.id,
                source=rule.cost.source,
            )


def _broken(
    talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str]
) -> Iterator[tuple[str, int, Rule]]:
    """Check, turn and rule of every mistake that a rule forbids; one that rules acquit is none."""
    for accusation in accusations(talk):
        yield breaks[accusation.act], accusation.said.index, accusation.rule
    for check, judgement in judged.items():
        if judgement.verdict == "no" and judgement.rule:
            yield check, judgement.evidence[0].turn, judgement.rule


def _price(cost: Cost, value: Money | None) -> Money | None:
    """The cost as a sum, None where it takes more than the order's value to know it."""
    if cost.unit in SHARES:
        return Money(cost.amount * SHARES[cost.unit] * value.amount, value.currency) if value else None
    known = cost.unit == POINTS or (len(cost.unit) == len("EUR") and cost.unit.isupper())
    return Money(cost.amount, cost.unit) if known else None


def _given_away(talk: Talk, judged: Mapping[str, Judgement]) -> Iterator[Charge]:
    """What the buyer took of the shop's money without need or without leave."""
    value, offer = order_value(talk), taken(talk, *GIVEAWAYS)
    if value is None or offer is None or offer.said.acts("escalate"):
        return
    if any(said.acts(*RETURNS) for said in talk.agent):
        return
    share, check, why = share_given(offer), None, NEEDLESS
    if talk.buyer_did(*TROUBLE, "bargain", "question"):
        share, check, why = share - _allowed(talk, offer, value), AUTHORITY, BEYOND
        if AUTHORITY not in judged or judged[AUTHORITY].verdict != "no":
            return
    amount = round(value.amount * share / WHOLE, 2)
    if amount > 0:
        yield Charge(check, offer.said.index, amount, value.currency, False, why, None, ORDER)


def _allowed(talk: Talk, offer: Offer, value: Money) -> float:
    """The per cent of the order's value that the agent may give by such an offer."""
    authority = talk.sheet.authority if talk.sheet else {}
    if offer.act == "offer_full_refund" and authority.get("full_refund") is not False:
        return WHOLE
    refund = authority.get("refund_percent", WHOLE)
    voucher = authority.get("voucher", {}).get(value.currency)
    if offer.act == "offer_discount" and voucher and value.currency in offer.sums:
        return float(WHOLE * voucher / value.amount)
    if offer.act == "offer_discount":
        return float(authority.get("discount_percent", refund))
    return float(refund)
