"""Resolution: whether the trouble was understood, answered, remedied and brought to an end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.core.grade import Evidence
from bot.grading.judgement import (
    NO_REPLY,
    NO_SCENARIO,
    Judgement,
    banded,
    broken,
    excused,
    first_act,
    kept,
)
from bot.grading.offers import GOODWILL, Offer, offers
from bot.grading.parcel import is_overdue
from bot.grading.talk import Said, Talk

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

SWITCHES = {"offer_full_refund": "full_refund", "offer_replacement": "replacement"}
"""Acts that the agent may do alone or not at all, with their keys of the authority."""

UNDERSTANDING = (
    "acknowledge",
    "empathise",
    "ask_problem_details",
    "ask_evidence",
    "ask_order_number",
    "ask_confirmation",
    "ask_preferred_solution",
    "inform_tracking",
    "inform_order_status",
    "inform_delay_cause",
)
"""Acts that show what was understood of the trouble, or ask for it."""

COMMITMENTS = ("promise_follow_up", "promise_dispatch", "escalate", "confirm_change", "confirm_cancellation")
TIMED = ("inform_refund_timing",)
TIMES = ("date", "duration")
TROUBLE = ("complaint", "claim_right", "threaten", "upset")
ORDER_NUMBER = re.compile(r"(?=(?:\w*\d){5})[A-Z0-9][A-Z0-9-]{6,}", re.ASCII)

ROUNDING = 0.5
"""Per cent by which an offer in money may lie over the limit, as sums are rounded."""

NO_TROUBLE = ("买家没有抱怨", "the buyer complains of nothing")


def problem_understood(talk: Talk) -> Judgement:
    """What is wrong was named back or asked for before the first remedy, or with it."""
    if not talk.buyer_did(*TROUBLE):
        return excused(*NO_TROUBLE)
    remedied = next((said for said in talk.agent if said.acts(*GOODWILL)), None)
    before = [said for said in talk.agent if remedied is None or said.index <= remedied.index]
    shown = first_act(before, *UNDERSTANDING)
    if shown:
        return kept(shown)
    if not talk.agent:
        return excused(*NO_REPLY)
    return broken([(remedied or talk.agent[0]).due()])


def known_facts_not_asked(talk: Talk) -> Judgement:
    """Nothing was asked that the order sheet or the buyer had said."""
    asked = list(_asked_again(talk))
    return broken(asked) if asked else kept()


def _asked_again(talk: Talk) -> Iterator[Evidence]:
    known = talk.sheet.known if talk.sheet else frozenset()
    named = next((s.index for s in talk.buyer if ORDER_NUMBER.search(s.turn.text)), len(talk.said))
    for said in talk.agent:
        for act in said.heard.acts:
            if act.act in known or (act.act == "ask_order_number" and named < said.index):
                yield said.quote_act(act)


def questions_answered(talk: Talk) -> Judgement:
    """Each question was followed by an answer; in a practice, by one that the buyer took."""
    asked = talk.buyer_did("question")
    if not asked:
        return excused("买家没有提问", "the buyer asked nothing")
    left = [said for said in asked if not answered(talk, said)]
    if not left:
        return kept()
    return broken(next(talk.after(said.index), said).due() for said in left)


def answered(talk: Talk, said: Said) -> bool:
    """Whether the question in a turn of the buyer got its answer."""
    needs = {move.need for move in said.moves if move.move == "question" and move.need}
    if needs:
        taken = {
            move.need
            for other in talk.buyer
            if other.index > said.index
            for move in other.moves
            if move.move in ("accept", "wish_false_promise")
        }
        return needs <= taken
    return any(_answers(other) for other in talk.after(said.index))


def _answers(said: Said) -> bool:
    groups = ("inform_", "offer_", "promise_", "confirm_", "decline_", "counter_", "recommend_")
    return any(act.startswith(groups) or act in ("agree", "escalate") for act in said.heard.act_ids)


def remedy_offered(talk: Talk) -> Judgement:
    """A remedy that fits was offered where the buyer has a trouble; a yes to a demand is one, too.

    Where no scenario says what fits a late or lost parcel, to follow it up by a time is a remedy.
    """
    if not talk.buyer_did(*TROUBLE, "bargain"):
        return excused(*NO_TROUBLE)
    fitting = (talk.sheet.remedy if talk.sheet else frozenset()) or REMEDIES
    shown = first_act(talk.agent, *fitting) or tuple(o.evidence for o in offers(talk) if o.act in fitting)[:1]
    if fitting == REMEDIES and is_overdue(talk):
        shown = shown or first_act(filter(_timed, talk.agent), "promise_follow_up")
    return kept(shown) if shown else broken([talk.said[-1 if not talk.agent else talk.agent[-1].index].due()])


def remedy_within_authority(talk: Talk) -> Judgement:
    """Nothing was offered above what the agent may give alone."""
    if not talk.sheet or not talk.sheet.authority:
        return excused(*NO_SCENARIO)
    made, authority = offers(talk), talk.sheet.authority
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


def next_step_named(talk: Talk) -> Judgement:
    """Who does what by when was said, where something stayed to be done."""
    committed = [said for said in talk.agent if said.acts(*COMMITMENTS)]
    timed = list(filter(_timed, committed)) or [said for said in talk.agent if said.acts(*TIMED)]
    if timed:
        return kept(first_act(timed, *COMMITMENTS, *TIMED))
    if committed:
        return broken(first_act(committed, *COMMITMENTS))
    if not talk.agent or not talk.buyer_did(*TROUBLE, "bargain"):
        return excused("没有留下待办的事", "nothing was left to be done")
    return broken([talk.agent[-1].due()])


def _timed(said: Said) -> bool:
    return any(finding.kind in TIMES for finding in said.heard.findings)


def outcome_confirmed(talk: Talk) -> Judgement:
    """The solution was put to the buyer for confirmation, or the buyer accepted it."""
    offers = [said for said in talk.agent if said.acts(*REMEDIES)]
    if not offers:
        return excused("没有提出方案", "no solution was offered")
    first = offers[0].index
    asked = first_act((s for s in talk.agent if s.index >= first), "ask_confirmation", "offer_further_help")
    if asked:
        return kept(asked)
    accepted = [said for said in talk.buyer_did("accept") if said.index > first]
    return kept() if accepted else broken([offers[-1].due()])


def needs_met(talk: Talk) -> Judgement:
    """The share of the scenario's needs that the buyer saw met."""
    if not talk.sheet or not talk.sheet.needs:
        return excused(*NO_SCENARIO)
    met = {move.need for said in talk.buyer for move in said.moves if move.move == "accept" and move.need}
    share = len(met & set(talk.sheet.needs)) / len(talk.sheet.needs)
    where = talk.agent[-1].due() if talk.agent else talk.said[-1].due()
    return banded(share, [where])


JUDGES: dict[str, Callable[[Talk], Judgement]] = {
    "problem_understood": problem_understood,
    "known_facts_not_asked": known_facts_not_asked,
    "questions_answered": questions_answered,
    "remedy_offered": remedy_offered,
    "remedy_within_authority": remedy_within_authority,
    "next_step_named": next_step_named,
    "outcome_confirmed": outcome_confirmed,
    "needs_met": needs_met,
}
