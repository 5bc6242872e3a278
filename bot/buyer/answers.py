"""What the buyer answers to a question: a fact of the case, what any buyer knows, or a need it brings up."""

from __future__ import annotations

from bot.buyer import agenda
from bot.buyer.draft import ORDER_NUMBER, THANKS, Draft
from bot.buyer.ears import Hearing
from bot.buyer.feelings import SELLING, cancels
from bot.buyer.matters import matters_named
from bot.buyer.named import sentences_of
from bot.buyer.questions import BUDGET, CHOICE, DATE, NEEDS, REMEDIES, asked_facts
from bot.buyer.scenario import Fact
from bot.core.heard import Heard
from bot.core.transcript import Move

IN_THE_ORDER = {"ask_order_number": ORDER_NUMBER, "ask_address": "address_stands"}
"""Questions that every buyer can answer who has ordered, to the talk that does."""

BEFORE_AN_ORDER = dict.fromkeys(("ask_order_number", "ask_address", CHOICE), "not_ordered_yet")
"""The same for buyers who have not ordered."""

OF_THE_GOODS = {"ask_quantity": "as_ordered", "ask_variant": "as_ordered"}
"""The same for buyers whose question is about goods that they have ordered and want."""

TO_BUY = {"ask_quantity": "just_one"}
"""The same for buyers who think of buying."""

OCCASIONS = frozenset({"birthday_date", "occasion_date"})
"""Places in the lines of needs for something that has to come by a day."""


def tell_facts(draft: Draft, heard: Heard) -> bool:
    """Tells the facts asked for, complains where they were told already; whether anything was asked."""
    asked = list(asked_facts(draft.scenario, draft.state.language, heard))
    facts = list({fact.id: fact for fact, _ in asked if fact and not _granted(fact, heard)}.values())
    answered = _answer_on_needs(draft, heard)
    excused = {CHOICE} - set(heard.act_ids) | ({NEEDS} if answered else set())
    chosen = {fact.id for fact, act in asked if fact and act in excused}
    fresh = any(fact.id not in draft.state.told for fact in facts)
    for fact in facts:
        if fact.id not in draft.state.told and draft.room:
            _tell(draft, fact)
        elif fact.id in draft.state.told and fact.id not in chosen:
            draft.happens("told_already", fact.id, talk=not fresh)
    for act in [act for fact, act in asked if fact is None and act in heard.act_ids]:
        if not (answered and act == NEEDS):
            _answer_without_a_fact(draft, act)
    return any(act in heard.act_ids for _, act in asked)


def _granted(fact: Fact, heard: Heard) -> bool:
    """Whether the message itself offers the remedy that the fact wishes for, and no other."""
    offered = REMEDIES.intersection(heard.act_ids)
    return len(offered) == 1 and offered <= fact.wants


def _tell(draft: Draft, fact: Fact) -> None:
    """Tells a fact; the need that it tells of is raised with it, and not as news afterwards.

    Who says what is wrong, or which remedy it is to be, gives no thanks beside it; the latter waits for an
    answer, even where a remedy that was named would do.
    """
    draft.change(told=(*draft.state.told, fact.id))
    draft.reasons.append(f"fact {fact.id}: told")
    moves = [Move("inform")]
    for use in draft.scenario.needs:
        if use.id == fact.brings_up and agenda.status(draft, use) == "open":
            draft.need(use.id, "raise")
            draft.focus.append(use.id)
            moves.append(use.makes(use.move))
    if CHOICE in fact.asked_by:
        draft.focus += draft.settled
    if len(moves) > 1 or CHOICE in fact.asked_by:
        draft.unsay(*THANKS)
    draft.say_one(fact.lines[draft.casting.language], f"fact {fact.id}", moves)


def _answer_on_needs(draft: Draft, heard: Heard) -> bool:
    """Says that there is no fixed budget or day; whether such a question needs no other answer.

    Not where a sum is haggled over, who cancels, or where a fact tells the day or a need is about it.
    """
    scenario, asked = draft.scenario, _asked_of_needs(draft, heard)
    haggling = any(use.bargain and agenda.status(draft, use) == "asked" for use in scenario.needs)
    dated = cancels(draft) or any(OCCASIONS.intersection(use.need.fills) for use in scenario.needs)
    answers = [(BUDGET in asked, "no_budget", haggling), (DATE in asked, "no_date", dated)]
    for about_it, talk, known in answers:
        if about_it and not known and draft.room:
            draft.talk(talk)
    return any(about_it for about_it, _, _ in answers)


def _asked_of_needs(draft: Draft, heard: Heard) -> frozenset[str]:
    """The matters in a question for the buyer's needs; not the day, where a fact tells it."""
    named = matters_named(sentences_of(heard, NEEDS), draft.state.language, draft.scenario.matters)
    return named - {DATE} if any(DATE in fact.about for fact in draft.scenario.facts) else named


def _answer_without_a_fact(draft: Draft, act: str) -> None:
    """Answers a question for which there is no fact: from the order, or that there is nothing to say."""
    ordered = draft.scenario.stage != "pre_sales"
    if act == CHOICE and ordered and draft.room and draft.talk("leaves_it_to_you"):
        return
    of_the_goods = TO_BUY if _buys(draft) else {} if cancels(draft) else OF_THE_GOODS
    known = {**(IN_THE_ORDER if ordered else BEFORE_AN_ORDER), **of_the_goods}.get(act)
    if known and draft.says(known):
        return
    if known == ORDER_NUMBER and ORDER_NUMBER in draft.state.told:
        draft.happens("told_already", ORDER_NUMBER)
    elif not (known and draft.room and draft.talk(known)):
        draft.happens("cannot_say", act, talk=draft.silent)


def _buys(draft: Draft) -> bool:
    """Whether the buyer thinks of buying: has ordered nothing, or wants advice on more."""
    stage = draft.scenario.stage
    advised = any(use.need.met_by.intersection(SELLING) for use in draft.scenario.needs)
    return stage == "pre_sales" or (stage == "relationship" and advised)


def raise_what_is_asked(draft: Draft, hearing: Hearing, heard: Heard) -> None:
    """Brings up at once a need that the agent's question is about, or says again what the buyer wants."""
    answered = {use.id for use, signal in hearing.needs if signal.what != "eased"}
    of_a_day = DATE in _asked_of_needs(draft, heard)
    for use in draft.scenario.needs:
        asked = use.need.raised_by.intersection(heard.act_ids) or (
            of_a_day and OCCASIONS.intersection(use.need.fills)
        )
        if not (asked and draft.room):
            continue
        if agenda.status(draft, use) == "open":
            agenda.bring_up(draft, use)
        elif agenda.status(draft, use) == "asked" and use.id not in answered:
            agenda.repeat(draft, use)
