"""Promises: the next step named with its time, none that contradict each other, and those kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bot.core.days import day_named, longest_span
from bot.core.grade import Evidence
from bot.core.heard import Finding
from bot.core.offers import findings_in
from bot.grading.judgement import Judge, Judgement, broken, excused, first_act, kept
from bot.grading.offers import GOODWILL, REMEDIES, ROUNDING, offers
from bot.grading.talk import TROUBLE, Said, Talk

COMMITMENTS = ("promise_follow_up", "promise_dispatch", "escalate", "confirm_change", "confirm_cancellation")
TIMED = (
    *GOODWILL,
    "agree",
    "close_sale",
    "confirm_order",
    "inform_return_procedure",
    "inform_refund_timing",
    "inform_shipping_time",
)
"""Acts that name the next step, if they say when."""

PRICED = ("inform_price", "counter_offer", "inform_shipping_time")
"""Acts that name a price or a day, also where the number is not found."""

ANNOUNCEMENTS = ("promise_follow_up", "escalate")
"""Acts by which an agent says that it will be back; “one moment” has a check of its own."""

CHANGES = ("confirm_change", "offer_alternative", "offer_replacement", "offer_bulk_price")
"""Acts after which another day may hold for another parcel."""

LEEWAY = 1.2
"""How many times the time named may pass before a promise counts as broken."""


def next_step_named(talk: Talk) -> Judgement:
    """Who does what by when was said, where something stayed to be done."""
    committed = [said for said in talk.agent if said.acts(*COMMITMENTS)]
    timed = [said for said in talk.agent if said.acts(*COMMITMENTS, *TIMED) and said.names_time]
    if timed:
        return kept(first_act(timed, *COMMITMENTS, *TIMED))
    if committed:
        return broken(first_act(committed, *COMMITMENTS))
    if not talk.agent or not talk.buyer_did(*TROUBLE, "bargain"):
        return excused("没有留下待办的事", "nothing was left to be done")
    return broken([talk.agent[-1].due()])


def promises_consistent(talk: Talk) -> Judgement:
    """No later day of dispatch, span of arrival or share of a refund contradicts an earlier one.

    Who corrects an earlier word and says sorry has not contradicted it, nor who names a thing but once.
    """
    compared = [*_dispatched(talk), *_arriving(talk), *_refunded(talk)]
    if not compared and not any(_binds(said) for said in talk.agent):
        return excused("没有作出承诺", "no date, sum or remedy was named")
    apart = [(before, after) for agrees, before, after in compared if not agrees]
    if apart:
        return broken(dict.fromkeys(evidence for pair in apart for evidence in pair))
    return kept(compared[0][1:] if compared else ())


def _binds(said: Said) -> bool:
    """Whether a turn names a date, a sum or a remedy."""
    return said.names("date", "duration", "money", "percent") or bool(
        said.acts(*COMMITMENTS, *REMEDIES, *PRICED)
    )


Compared = tuple[bool, Evidence, Evidence]
"""Whether two words about the same thing agree, and where they stand."""


def _dispatched(talk: Talk) -> Iterator[Compared]:
    """The one day that was named for the dispatch, each with the one before."""
    named = [(days, evidence) for days, evidence in _days(talk, "promise_dispatch") if len(days) == 1]
    for (before, first), (after, second) in pairwise(named):
        yield before == after or _corrected(talk, second), first, second


def _arriving(talk: Talk) -> Iterator[Compared]:
    """The span that was named for the arrival, from its first day to its last, each with the one before."""
    spans = [(days, evidence) for days, evidence in _days(talk, "inform_shipping_time") if len(days) == 2]
    for (before, first), (after, second) in pairwise(spans):
        meet = before[0] <= after[-1] and after[0] <= before[-1]
        yield meet or _corrected(talk, second), first, second


def _refunded(talk: Talk) -> Iterator[Compared]:
    """The share of the money offered back; a later offer may be higher, not lower."""
    made = [o for o in offers(talk) if o.act == "offer_partial_refund" and o.percent is not None]
    for before, after in pairwise(made):
        if before.said is not after.said:
            held = (after.percent or 0.0) >= (before.percent or 0.0) - ROUNDING
            yield held or _corrected(talk, after.evidence), before.evidence, after.evidence


def _corrected(talk: Talk, evidence: Evidence) -> bool:
    """Whether the agent took an earlier word back openly, or changed what it was about."""
    said = talk.said[evidence.turn]
    changed = any(other.acts(*CHANGES) for other in talk.agent if other.index <= said.index)
    return changed or bool(said.acts("apologise"))


def _days(talk: Talk, act: str) -> Iterator[tuple[list[date], Evidence]]:
    """The days of the calendar that each turn names in acts of this kind, in order, with their words."""
    for said in talk.agent:
        acts = said.acts(act)
        found = findings_in(said.heard, acts) if acts else []
        days = {day for finding in found if (day := _day(talk, said, finding))}
        if days:
            yield sorted(days), said.quote_act(acts[0])


def _day(talk: Talk, said: Said, finding: Finding) -> date | None:
    """The day that is named; “tomorrow” counts from the day of the turn."""
    if finding.kind != "date" or talk.began is None:
        return None
    if "in_days" in finding.value:
        return talk.began + timedelta(days=said.turn.at // 86400 + finding.value["in_days"])
    return day_named(finding, talk.began)


def promises_kept(talk: Talk) -> Judgement:
    """Who said to be back within minutes, hours or days was; what reaches beyond the talk is not judged."""
    told: list[tuple[Evidence, bool]] = []
    for said in talk.agent:
        for act in said.acts(*ANNOUNCEMENTS):
            due = longest_span(findings_in(said.heard, [act]))
            back = None if due is None else _back(talk, said, due)
            if back is not None:
                told.append((said.quote_act(act), back))
    late = [evidence for evidence, back in told if not back]
    if late:
        return broken(late)
    if told:
        return kept(evidence for evidence, _ in told)
    return excused("没有承诺在谈话中回来答复", "nothing was promised for within the talk")


def _back(talk: Talk, said: Said, due: float) -> bool | None:
    """Whether the agent came back in time with something of substance; None where the talk ended before.

    Letters answer each other: there the time runs from the buyer's.
    """
    back = next((other for other in talk.after(said.index) if talk.tells(other)), None)
    until = back or talk.said[-1]
    since = [said.turn.at]
    if talk.transcript.channel == "email":
        since += [other.turn.at for other in talk.buyer if said.index < other.index < until.index]
    if until.turn.at - since[-1] > due * LEEWAY:
        return False
    return True if back else None


JUDGES: dict[str, Judge] = {
    "next_step_named": next_step_named,
    "promises_consistent": promises_consistent,
    "promises_kept": promises_kept,
}
