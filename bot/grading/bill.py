"""Prices the mistakes of a talk: by the rules that they broke, and by what was given away needlessly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.bill import POINTS, Bill, Charge
from bot.core.grade import Text
from bot.grading.accusations import accusations
from bot.grading.judgement import Judgement
from bot.grading.money import GIVEAWAYS, RETURNS, WHOLE, Money, order_value, share_given, taken
from bot.grading.offers import Offer
from bot.grading.talk import ASKING, TROUBLE, Talk
from bot.rules.rule import Cost, Rule

AUTHORITY = "remedy_within_authority"
BEYOND: Text = {"zh": "超出权限让给买家的钱", "en": "given away beyond the agent's authority"}
NEEDLESS: Text = {"zh": "买家没有抱怨也没有还价，却退了钱", "en": "money back that nobody asked for"}
ORDER = "the order's value and what the agent offered"

SHARES = {"order_value": 1.0, "percent_of_price": 1 / WHOLE}
"""Units of a rule's cost that are shares of the order's value."""


def bill(talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str]) -> Bill:
    """The bill of a talk, by the judgements of its checks; `breaks` is the check that each act breaks.

    A rule is charged once a talk, and what was paid for the order is lost once. What depends on more than the
    order's value (turnover, an award) has no price here.
    """
    order = _Order(order_value(talk), paid=talk.transcript.context.get("paid") is not False)
    return Bill((*_fined(talk, judged, breaks, order), *_given_away(talk, judged, order)))


class _Order:
    """What is left of an order's value for mistakes to cost."""

    def __init__(self, value: Money | None, paid: bool) -> None:
        self.value = value
        self._paid = paid
        self._left = value.amount if value else 0.0

    def take(self, share: float, of_paid: bool = True) -> Money | None:
        """A share of the value, as far as it is left; a multiple is a penalty, and always whole.

        None where nothing is left, or the share is one `of_paid` money and nothing was paid.
        """
        if self.value is None or (of_paid and not self._paid):
            return None
        whole = share * self.value.amount
        amount = round(whole if share > 1 else min(whole, self._left), 2)
        if amount <= 0:
            return None
        self._left = max(0.0, self._left - amount)
        return Money(amount, self.value.currency)


def _fined(
    talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str], order: _Order
) -> Iterator[Charge]:
    """The prices of the rules that were broken; what is certain before what is a maximum."""
    costs: dict[str, tuple[Cost, str, int, Rule]] = {}
    for check, turn, rule in _broken(talk, judged, breaks):
        if rule.cost:
            costs.setdefault(rule.id, (rule.cost, check, turn, rule))
    for cost, check, turn, rule in sorted(costs.values(), key=lambda found: found[0].most):
        price = _price(cost, order)
        if price:
            sum_ = (price.amount, price.currency, cost.most)
            yield Charge(check, turn, *sum_, why=rule.title, rule=rule.id, source=cost.source)


def _broken(
    talk: Talk, judged: Mapping[str, Judgement], breaks: Mapping[str, str]
) -> Iterator[tuple[str, int, Rule]]:
    """Check, turn and rule of every mistake that a rule forbids; one that rules acquit is none."""
    for accusation in accusations(talk):
        yield breaks[accusation.act], accusation.said.index, accusation.rule
    for check, judgement in judged.items():
        if judgement.verdict == "no" and judgement.rule:
            yield check, judgement.evidence[0].turn, judgement.rule


def _price(cost: Cost, order: _Order) -> Money | None:
    """The cost as a sum, None where it takes more than the order's value to know it."""
    if cost.unit in SHARES:
        return order.take(cost.amount * SHARES[cost.unit])
    known = cost.unit == POINTS or (len(cost.unit) == len("EUR") and cost.unit.isupper())
    return Money(cost.amount, cost.unit) if known else None


def _given_away(talk: Talk, judged: Mapping[str, Judgement], order: _Order) -> Iterator[Charge]:
    """What the buyer took of the shop's money without need or without leave."""
    value, offer = order.value, taken(talk, *GIVEAWAYS)
    if value is None or offer is None or offer.said.acts("escalate"):
        return
    if any(said.acts(*RETURNS) for said in talk.agent):
        return
    share, check, why = share_given(offer), None, NEEDLESS
    if not _unasked(talk):
        share, check, why = share - _allowed(talk, offer, value), AUTHORITY, BEYOND
        if AUTHORITY not in judged or judged[AUTHORITY].verdict != "no":
            return
    lost = order.take(share / WHOLE, of_paid=False)
    if lost:
        yield Charge(check, offer.said.index, lost.amount, lost.currency, False, why, None, ORDER)


def _unasked(talk: Talk) -> bool:
    """Whether the buyer surely wanted nothing: in real talk a trouble may have gone unheard."""
    written = all(said.turn.moves is not None for said in talk.buyer)
    return written and not talk.buyer_did(*TROUBLE, *ASKING)


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
