"""How the buyer reacts to what was heard: a violation, a kind word, a trap, its form, an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.buyer import agenda
from bot.buyer.answers import raise_what_is_asked, tell_facts
from bot.buyer.draft import Draft
from bot.buyer.ears import Ears, Hearing, Signal
from bot.buyer.feelings import feel_acts, soften
from bot.buyer.fill import spell_date
from bot.buyer.letter import signature
from bot.buyer.lines import digest
from bot.buyer.named import ARRIVAL, DISPATCH, days_in
from bot.buyer.negotiation import concede, hear_needs, thank
from bot.buyer.promises import notice_promise
from bot.buyer.scenario import TrapUse
from bot.buyer.state import BuyerState
from bot.core.heard import Heard
from bot.core.text import COPIED, folded

ANOTHER_THING = frozenset(
    "offer_alternative offer_replacement recommend_product counter_offer confirm_change "
    "inform_shipping_cost".split()
)
"""Acts that bring in another thing or another way to send it, which has dates of its own."""


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
    left = "farewell" in heard.act_ids and "greet" not in heard.act_ids
    return Reaction(touched, asked, left, bool(hearing.harsh))


def notice_form(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> None:
    """Notices a copied text, contradicting dates, a long wait, a broken promise; names the first."""
    if draft.scenario.channel == "email":
        draft.change(agent=signature(heard.text) or draft.state.agent)
    text = folded(heard.text)
    name = digest(text)
    copied = len(text) >= COPIED and name in before.said
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
    trap, now = use.trap, draft.state.traps[use.id]
    caught = signal.what == "caught"
    new = draft.trap(trap.id, signal.what, caught=now.caught + caught)
    if signal.what == "forestalled" or (not caught and new.status == now.status):
        return
    draft.happens(signal.what, f"{trap.id} by {', '.join(signal.because)}")
    paid_back = trap.move in agenda.HOT and bool(trap.caught_by.intersection(draft.state.acts))
    if not harsh - trap.caught_by and (caught or not paid_back):
        draft.say(trap.lines, signal.what, [use.makes(use.move if caught else "accept")])
    if caught:
        draft.focus.append(trap.id)


def thank_after_choosing(draft: Draft, before: BuyerState, heard: Heard) -> None:
    """Gives the thanks that were kept back while the buyer said which remedy it was to be: once a turn."""
    awaited = [use for use in draft.scenario.needs if use.id in before.focus]
    chosen = [use for use in awaited if before.needs[use.id].status == "met"]
    if chosen and not draft.settled and draft.room and not concede(draft, chosen, heard):
        thank(draft, chosen, given=True)


def take_invitation(draft: Draft, heard: Heard) -> None:
    """Accepts an invitation to order once a buyer who came to buy knows and wishes for nothing more."""
    known = all(need.status == "met" for need in draft.state.needs.values())
    buying = draft.scenario.stage in ("pre_sales", "relationship")
    more = agenda.pending(draft) or agenda.waiting(draft)
    if "close_sale" in heard.act_ids and known and buying and not more and draft.room:
        draft.talk("takes_it")
