"""Remedies: one that fits, not less than law or platform grants, not more than the agent may give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.core.grade import Text
from bot.grading.accusations import accusations, right_of
from bot.grading.judgement import (
    NO_SCENARIO,
    NO_TROUBLE,
    Judge,
    Judgement,
    broken,
    excused,
    first_act,
    kept,
)
from bot.grading.offers import REMEDIES, ROUNDING, Offer, offers
from bot.grading.parcel import is_overdue
from bot.grading.talk import TROUBLE, Talk

SWITCHES = {"offer_full_refund": "full_refund", "offer_replacement": "replacement"}
"""Acts that the agent may do alone or not at all, with their keys of the authority."""

GRANTS = {
    "guarantee": ("offer_repair", "offer_replacement", "offer_full_refund", "inform_warranty"),
    "withdrawal": (
        "confirm_cancellation",
        "offer_full_refund",
        "inform_withdrawal_right",
        "inform_return_procedure",
        "inform_refund_timing",
    ),
    "refund": ("offer_full_refund", "offer_replacement", "inform_buyer_protection", "confirm_cancellation"),
}
"""A right of the rules to the acts that fulfil it, or tell the buyer of it."""

LESS = ("offer_partial_refund", "offer_discount")
"""Acts that give less than such a right."""

WITHHOLDING = ("violate_deny_legal_right", "violate_extra_charge")
"""Acts that keep a right from the buyer, or take money for it."""


def remedy_offered(talk: Talk) -> Judgement:
    """A remedy that fits was offered where the buyer has a trouble; a yes to a demand is one, too.

    Where no scenario says what fits a late or lost parcel, to follow it up by a time is a remedy.
    """
    if not talk.troubled(*TROUBLE, "bargain"):
        return excused(*NO_TROUBLE)
    fitting = (talk.sheet.remedy if talk.sheet else frozenset()) or REMEDIES
    shown = first_act(talk.agent, *fitting) or tuple(o.evidence for o in offers(talk) if o.act in fitting)[:1]
    if fitting == REMEDIES and is_overdue(talk):
        shown = shown or first_act((said for said in talk.agent if said.names_time), "promise_follow_up")
    return kept(shown) if shown else broken([(talk.agent or talk.said)[-1].due()])


def remedy_within_authority(talk: Talk) -> Judgement:
    """Nothing was offered above what the agent may give alone; a haggled price has a check of its own."""
    if not talk.sheet or not talk.sheet.authority:
        return excused(*NO_SCENARIO)
    sheet, authority = talk.sheet, talk.sheet.authority
    made = [offer for offer in offers(talk) if not (sheet.haggled and offer.act in LESS)]
    if not made:
        return excused("没有提出补偿", "nothing was offered")
    over = [o.evidence for o in made if not o.said.acts("escalate") and _beyond(o, authority)]
    return broken(over) if over else kept([made[0].evidence])


def _beyond(offer: Offer, authority: Mapping[str, Any]) -> bool:
    if offer.act in SWITCHES:
        return authority.get(SWITCHES[offer.act]) is False
    refund = authority.get("refund_percent")
    if offer.act == "offer_discount":
        limits = authority.get("voucher", {})
        judged = [amount > limits[code] for code, amount in offer.sums.items() if code in limits]
        return any(judged) if judged else _over(offer.percent, authority.get("discount_percent", refund))
    return offer.act == "offer_partial_refund" and _over(offer.percent, refund)


def _over(share: float | None, limit: float | None) -> bool:
    return share is not None and limit is not None and share > limit + ROUNDING


def remedy_lawful(talk: Talk) -> Judgement:
    """The buyer was granted no less than the right that law or platform gives.

    Which right it is says the scenario, without one what the buyer claims: then it is kept or not judged, and
    a denial left to its own check. Whether the right holds here and now, say the rules. What the buyer
    bargained for is no less.
    """
    right = talk.sheet.right if talk.sheet else _claimed(talk)
    rule = talk.forbids("violate_deny_legal_right", right=right) if right else None
    if right is None or rule is None:
        return excused("买家在这里没有法定的补救权利", "no right of the buyer is known to hold here")
    withheld = [a for a in accusations(talk) if a.act in WITHHOLDING]
    granted = first_act(talk.agent, *GRANTS[right])
    if talk.sheet is None:
        return kept(granted) if granted and not withheld else excused(*NO_SCENARIO)
    if withheld:
        return broken((a.said.quote(a.start, a.end) for a in withheld), withheld[0].rule)
    if granted:
        return kept(granted)
    less = first_act(talk.agent, *LESS)
    if not less or talk.buyer_did("bargain") or first_act(talk.agent, "escalate"):
        return excused("没有提出补救办法", "no remedy was settled")
    return broken(less, rule, LESS_THAN[right])


LESS_THAN: Mapping[str, Text] = {
    "guarantee": {
        "zh": "法律给的是维修、换货或退款",
        "en": "the law grants repair, replacement or the money",
    },
    "withdrawal": {"zh": "买家有权撤回并拿回全款", "en": "the buyer may withdraw and get all the money"},
    "refund": {"zh": "买家有权拿回全款或换货", "en": "the buyer may have all the money or a replacement"},
}
"""What less than that right was offered instead of."""


def _claimed(talk: Talk) -> str | None:
    """The right that the buyer appeals to, where guarantee or withdrawal is named."""
    named = (right_of("violate_deny_legal_right", said.turn.text) for said in talk.buyer_did("claim_right"))
    return next((right for right in named if right != "refund"), None)


JUDGES: dict[str, Judge] = {
    "remedy_offered": remedy_offered,
    "remedy_within_authority": remedy_within_authority,
    "remedy_lawful": remedy_lawful,
}
