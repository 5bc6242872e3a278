"""How the buyer answers what was heard: a violation, a kind word, a trap, a question for a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.buyer import agenda
from bot.buyer.draft import ORDER_NUMBER, THANKS, Draft
from bot.buyer.ears import Ears, Hearing, Signal
from bot.buyer.feelings import SELLING, cancels, feel_acts, soften
from bot.buyer.fill import spell_date
from bot.buyer.letter import signature
from bot.buyer.lines import digest
from bot.buyer.matters import matters_named
from bot.buyer.named import ARRIVAL, DISPATCH, days_in, sentences_of
from bot.buyer.negotiation import concede, hear_needs, thank
from bot.buyer.promises import notice_promise
from bot.buyer.questions import CHOICE, REMEDIES, asked_facts
from bot.buyer.scenario import Fact, TrapUse
from bot.buyer.state import BuyerState
from bot.core.heard import Heard
from bot.core.transcript import Move

COPIED = 25
"""Characters from which a text said twice counts as copied; shorter ones repeat by nature."""

ANOTHER_THING = frozenset(
    "offer_alternative offer_replacement recommend_product counter_offer confirm_change "
    "inform_shipping_cost".split()
)
"""Acts that bring in another thing or another way to send it, which has dates of its own."""

IN_THE_ORDER = {"ask_order_number": ORDER_NUMBER, "ask_address": "address_stands"}
"""Questions that every buyer can answer who has ordered, to the talk that does."""

BEFORE_AN_ORDER = dict.fromkeys(("ask_order_number", "ask_address", CHOICE), "not_ordered_yet")
"""The same for buyers who have not ordered."""

OF_THE_GOODS = {"ask_quantity": "as_ordered", "ask_variant": "as_ordered"}
"""The same for buyers whose question is about goods that they have ordered and want."""

TO_BUY = {"ask_quantity": "just_one"}
"""The same for buyers who think of buying."""

NEEDS, BUDGET = "ask_needs", "budget"
"""The question about a buyer's needs, and the matter in it that has an answer of its own."""


@dataclass(frozen=True)
class Reaction:
    """What a message did: needs and traps it dealt with, whether it asked, said goodbye, or did wrong."""

    touched: frozenset[str]
    asked: bool
    left: bool
    harsh: bool


def react(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> Reaction:
    """Answers everything heard, the gravest first; `before` is the state the message was said into."""
    hearing = Ears(draft.scenario, before, heard).hear()
    feel_acts(draft, heard, hearing)
    notice_form(draft, before, heard, waited)
    signals = [*hear_traps(draft, hearing), *hear_needs(draft, hearing, heard)]
    asked = tell_facts(draft, heard)
    raise_what_is_asked(draft, hearing, heard)
    if not hearing.harsh:
        thank_after_choosing(draft, before, heard)
        take_invitation(draft, heard)
    soften(draft, heard)
    if draft.settled:
        draft.unsay("copy_paste")
    touched = frozenset(signal.item for signal in signals)
    return Reaction(touched, asked, "farewell" in heard.act_ids, bool(hearing.harsh))


def notice_form(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> None:
    """Notices a copied text, contradicting dates, a long wait, a broken promise; names the first."""
    if draft.scenario.channel == "email":
        draft.change(agent=signature(heard.text) or draft.state.agent)
    name = digest(" ".join(heard.text.lower().split()))
    copied = len(heard.text) >= COPIED and name in before.said
    draft.change(said=tuple(dict.fromkeys((*before.said, name))))
    if copied:
        draft.happens("copy_paste")
    _notice_dates(draft, heard, quiet=copied)
    if waited > draft.scenario.persona.waits and not before.silences and before.due is None:
        draft.happens("slow", f"({waited:.0f} s)", talk=draft.silent)
    notice_promise(draft, before, heard, waited)


def _notice_dates(draft: Draft, heard: Heard, quiet: bool) -> None:
    """Compares the days on which the goods come, or leave, with those named before; tells one clash."""
    today = date.fromisoformat(draft.state.today)
    coming, leaving = days_in(heard, ARRIVAL, today), days_in(heard, DISPATCH, today)
    if (coming or leaving) and ANOTHER_THING.intersection(heard.act_ids):
        draft.change(dates=(), dispatch=())
        return
    for new, before in ((coming, draft.state.dates), (leaving, draft.state.dispatch)):
        old = [date.fromisoformat(day) for day in before]
        if new and old and (new[0] > old[-1] or new[-1] < old[0]):
            draft.happens("contradiction", f"({old[-1]}, {new[-1]})", talk=False)
            if not quiet:
                draft.talk("contradiction", partial(_both_dates, draft, old[-1], new[-1]))
            break
    if coming:
        draft.change(dates=tuple(day.isoformat() for day in coming))
    if leaving:
        draft.change(dispatch=tuple(day.isoformat() for day in leaving))


def _both_dates(draft: Draft, earlier: date, later: date, language: str) -> dict[str, str]:
    country = draft.casting.variant.country
    return {
        "earlier": spell_date(earlier, language, country),
        "later": spell_date(later, language, country),
    }


def hear_traps(draft: Draft, hearing: Hearing) -> list[Signal]:
    """Answers what each trap got to hear."""
    for use, signal in hearing.traps:
        _answer_trap(draft, use, signal, hearing.harsh)
    return [signal for _, signal in hearing.traps]


def _answer_trap(draft: Draft, use: TrapUse, signal: Signal, harsh: frozenset[str]) -> None:
    """Answers in words what no other breach in the message spoils.

    Who was insulted before gives no credit for a calm answer to an insult of one's own.
    """
    trap, now = use.trap, draft.state.traps[use.trap.id]
    caught = signal.what == "caught"
    new = draft.trap(trap.id, signal.what, caught=now.caught + caught)
    if signal.what == "forestalled" or (not caught and new.status == now.status):
        return
    draft.happens(signal.what, f"{trap.id} by {', '.join(signal.because)}")
    paid_back = trap.move in agenda.HOT and bool(trap.caught_by.intersection(draft.state.acts))
    if not harsh - trap.caught_by and (caught or not paid_back):
        draft.say(trap.lines, signal.what, [Move(trap.move if caught else "accept", trap=trap.id)])
    if caught:
        draft.focus.append(trap.id)


def raise_what_is_asked(draft: Draft, hearing: Hearing, heard: Heard) -> None:
    """Brings up at once a need that the agent's question is about, or says again what the buyer wants."""
    answered = {use.need.id for use, signal in hearing.needs if signal.what != "eased"}
    for use in draft.scenario.needs:
        if not (use.need.raised_by.intersection(heard.act_ids) and draft.room):
            continue
        if agenda.status(draft, use) == "open":
            agenda.bring_up(draft, use)
        elif agenda.status(draft, use) == "asked" and use.need.id not in answered:
            agenda.repeat(draft, use)


def thank_after_choosing(draft: Draft, before: BuyerState, heard: Heard) -> None:
    """Gives the thanks that were kept back while the buyer said which remedy it was to be: once a turn."""
    awaited = [use for use in draft.scenario.needs if use.need.id in before.focus]
    chosen = [use for use in awaited if before.needs[use.need.id].status == "met"]
    if chosen and not draft.settled and draft.room and not concede(draft, chosen, heard):
        thank(draft, chosen, given=True)


def take_invitation(draft: Draft, heard: Heard) -> None:
    """Accepts an invitation to order once a buyer who came to buy knows and wishes for nothing more."""
    known = all(need.status == "met" for need in draft.state.needs.values())
    buying = draft.scenario.stage in ("pre_sales", "relationship")
    more = agenda.pending(draft) or agenda.waiting(draft)
    if "close_sale" in heard.act_ids and known and buying and not more and draft.room:
        draft.talk("takes_it")


def tell_facts(draft: Draft, heard: Heard) -> bool:
    """Tells the facts asked for, complains where they were told already; whether anything was asked."""
    asked = list(asked_facts(draft.scenario, draft.state.language, heard))
    facts = list({fact.id: fact for fact, _ in asked if fact and not _granted(fact, heard)}.values())
    of_money = _answer_on_budget(draft, heard)
    excused = {CHOICE} - set(heard.act_ids) | ({NEEDS} if of_money else set())
    chosen = {fact.id for fact, act in asked if fact and act in excused}
    fresh = any(fact.id not in draft.state.told for fact in facts)
    for fact in facts:
        if fact.id not in draft.state.told and draft.room:
            _tell(draft, fact)
        elif fact.id in draft.state.told and fact.id not in chosen:
            draft.happens("told_already", fact.id, talk=not fresh)
    for act in [act for fact, act in asked if fact is None and act in heard.act_ids]:
        if not (of_money and act == NEEDS):
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
        if use.need.id == fact.brings_up and agenda.status(draft, use) == "open":
            draft.need(use.need.id, "raise")
            draft.focus.append(use.need.id)
            moves.append(Move(use.need.move, need=use.need.id))
    if CHOICE in fact.asked_by:
        draft.focus += draft.settled
    if len(moves) > 1 or CHOICE in fact.asked_by:
        draft.unsay(*THANKS)
    draft.say_one(fact.lines[draft.casting.language], f"fact {fact.id}", moves)


def _answer_on_budget(draft: Draft, heard: Heard) -> bool:
    """Says that there is no fixed budget, unless a sum is haggled over; whether it was asked for."""
    if NEEDS not in heard.act_ids:
        return False
    question = sentences_of(heard, NEEDS)
    asked = BUDGET in matters_named(question, draft.state.language, draft.scenario.matters)
    haggling = any(use.bargain and agenda.status(draft, use) == "asked" for use in draft.scenario.needs)
    if asked and not haggling and draft.room:
        draft.talk("no_budget")
    return asked


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
