"""How the buyer answers what was heard: a violation, a need met, an offer, a trap, a question for a fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.buyer.bargain import haggle, offered_percent
from bot.buyer.draft import Draft
from bot.buyer.ears import (
    Signal,
    acts_of,
    asked_facts,
    delivery_dates,
    names_a_time,
    need_signal,
    trap_signal,
)
from bot.buyer.fill import spell_date, spell_money, spell_percent
from bot.buyer.lines import digest
from bot.buyer.scenario import NeedUse, TrapUse
from bot.buyer.state import BuyerState
from bot.buyer.table import BY_ACT, BY_GROUP, EASES, PRESSES, REFUSALS, Effect
from bot.core.heard import Heard
from bot.core.transcript import Move

COPIED = 25
"""Characters from which a text said twice counts as copied; shorter ones repeat by nature."""


@dataclass(frozen=True)
class Reaction:
    """What a message did: needs and traps it dealt with, whether it asked something, or said goodbye."""

    touched: frozenset[str]
    asked: bool
    left: bool


def react(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> Reaction:
    """Answers everything heard, the gravest first; `before` is the state the message was said into."""
    feel_acts(draft, heard, _taken(draft, before, heard))
    notice_form(draft, before, heard, waited)
    signals = [*hear_traps(draft, before, heard), *hear_needs(draft, before, heard)]
    asked = tell_facts(draft, heard)
    soften(draft, heard)
    return Reaction(frozenset(signal.item for signal in signals), asked, "farewell" in heard.act_ids)


def _taken(draft: Draft, before: BuyerState, heard: Heard) -> set[str]:
    """The acts that some need or trap takes up."""
    needs = [need_signal(use, before, heard) for use in draft.scenario.needs]
    traps = [trap_signal(use.trap, before, heard) for use in draft.scenario.traps]
    return {act for signal in needs + traps if signal for act in signal.because}


def effect_of(act: str, group: str) -> Effect:
    """The row of the table for an act."""
    return BY_ACT.get(act, BY_GROUP[group])


def feel_acts(draft: Draft, heard: Heard, taken: set[str]) -> None:
    """Moves by every act; answers the gravest one that no need or trap has taken up."""
    acts = heard.act_ids or ("out_of_scope",)
    effects = {act: effect_of(act, draft.scenario.groups[act]) for act in acts}
    for act, effect in effects.items():
        draft.feel_act(act, effect)
    hurts = [e for act, e in effects.items() if e.talk and e.mood < 0 and act not in taken]
    if hurts:
        draft.talk(str(min(hurts).talk))


def soften(draft: Draft, heard: Heard) -> None:
    """Answers kindness, a wish for confirmation, or what makes no sense, where nothing else was said."""
    if not draft.silent:
        return
    acts = heard.act_ids or ("out_of_scope",)
    talks = [effect_of(act, draft.scenario.groups[act]) for act in acts]
    kind = next((e.talk for e in talks if e.talk and (e.mood > 0 or len(acts) == 1)), None)
    if kind and not (kind == "softened" and draft.state.band == "angry"):
        draft.talk(kind)


def notice_form(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> None:
    """Notices a copied text, dates that contradict each other, a long wait: the first of them in words."""
    name = digest(" ".join(heard.text.lower().split()))
    copied = len(heard.text) >= COPIED and name in before.said
    draft.change(said=tuple(dict.fromkeys((*before.said, name))))
    if copied:
        draft.happens("copy_paste")
    _notice_dates(draft, heard, quiet=copied)
    if waited > draft.scenario.persona.waits and not before.silences:
        draft.happens("slow", f"({waited:.0f} s)", talk=draft.silent)


def _notice_dates(draft: Draft, heard: Heard, quiet: bool) -> None:
    new = delivery_dates(heard, date.fromisoformat(draft.state.today))
    old = [date.fromisoformat(day) for day in draft.state.dates]
    if new and old and not set(new) & set(old):
        speech, country = draft.casting.language, draft.casting.variant.country
        said = {
            "earlier": spell_date(old[-1], speech, country),
            "later": spell_date(new[-1], speech, country),
        }
        draft.happens("contradiction", f"({old[-1]}, {new[-1]})", talk=False)
        if not quiet:
            draft.talk("contradiction", said)
    if new:
        draft.change(dates=tuple(day.isoformat() for day in new))


def hear_traps(draft: Draft, before: BuyerState, heard: Heard) -> list[Signal]:
    """Answers what each trap got to hear."""
    signals = []
    for use in draft.scenario.traps:
        signal = trap_signal(use.trap, before, heard)
        if signal:
            signals.append(signal)
            _answer_trap(draft, use, signal)
    return signals


def _answer_trap(draft: Draft, use: TrapUse, signal: Signal) -> None:
    trap, now = use.trap, draft.state.traps[use.trap.id]
    if signal.what == "declined" and now.status == "declined":
        return
    caught = signal.what == "caught"
    draft.trap(trap.id, signal.what, caught=now.caught + caught)
    draft.happens(signal.what, f"{trap.id} by {', '.join(signal.because)}")
    draft.say(trap.lines, signal.what, [Move(trap.move if caught else "accept", trap=trap.id)])
    if caught:
        draft.focus.append(trap.id)


def hear_needs(draft: Draft, before: BuyerState, heard: Heard) -> list[Signal]:
    """Answers what each need got to hear; of several that were met, the last one in words."""
    heard_by = [(use, need_signal(use, before, heard)) for use in draft.scenario.needs]
    signals = [(use, signal) for use, signal in heard_by if signal]
    taken = [(use, signal) for use, signal in signals if ANSWERS[signal.what](draft, use, signal, heard)]
    return [signal for _, signal in taken]


def _met(draft: Draft, use: NeedUse, signal: Signal, heard: Heard) -> bool:
    draft.need(use.need.id, "met")
    draft.happens("met", f"{use.need.id} by {', '.join(signal.because)}")
    later = [u for u in draft.scenario.needs if u is not use and _will_be_met(draft, u, use, heard)]
    accept = Move("accept", need=use.need.id)
    if later or not draft.room or not draft.say(use.need.lines, "met", [accept]):
        draft.moves.append(accept)
    return True


def _will_be_met(draft: Draft, use: NeedUse, after: NeedUse, heard: Heard) -> bool:
    order = draft.scenario.needs
    signal = need_signal(use, draft.state, heard) if order.index(use) > order.index(after) else None
    return signal is not None and signal.what in ("met", "offered")


def _offered(draft: Draft, use: NeedUse, signal: Signal, heard: Heard) -> bool:
    need, limits, now = use.need, use.bargain, draft.state.needs[use.need.id]
    if limits is None:
        return False
    acts = acts_of(heard, signal.because)
    offered = offered_percent(heard, acts, draft.scenario.order, draft.casting.variant.currency)
    if offered is None:
        draft.need(need.id, "raise", pressed=now.pressed + 1)
        return _argue(draft, use, "how_much", now.pressed >= PRESSES[draft.scenario.level])
    answer = haggle(limits, now.demand, now.offers, offered, draft.state.band)
    draft.need(need.id, "raise", offers=now.offers + 1, demand=answer.demand)
    draft.reasons.append(f"offer of {offered:.1f} %: {answer.verdict}, demand {answer.demand:g} %")
    if answer.verdict == "met":
        return _met(draft, use, signal, heard)
    return _argue(draft, use, answer.verdict, now.offers + 1 > limits.rounds)


def _refused(draft: Draft, use: NeedUse, _signal: Signal, _heard: Heard) -> bool:
    now = draft.state.needs[use.need.id]
    if now.status != "asked":
        return False
    draft.need(use.need.id, refused=now.refused + 1)
    return _argue(draft, use, "refused", now.refused + 1 >= REFUSALS)


def _argue(draft: Draft, use: NeedUse, event: str, enough: bool) -> bool:
    """Says why that does not do; or gives the need up when there was enough of it."""
    need = use.need
    if enough:
        give_up(draft, use)
        return True
    draft.happens(event, need.id)
    if draft.room:
        slot = "counter" if event == "conceded" else event
        move = "question" if event == "how_much" else need.move
        draft.say(need.lines, slot, [Move(move, need=need.id)], demand_of(draft, use))
    draft.focus.append(need.id)
    return True


def give_up(draft: Draft, use: NeedUse) -> None:
    """Drops a need, and says so."""
    draft.need(use.need.id, "given_up")
    draft.happens("given_up", use.need.id)
    if draft.room:
        draft.say(use.need.lines, "dropped", [Move("upset", need=use.need.id)])


def _misled(draft: Draft, use: NeedUse, signal: Signal, _heard: Heard) -> bool:
    if draft.state.needs[use.need.id].status == "misled":
        return True
    draft.need(use.need.id, "misled")
    draft.happens("misled", f"{use.need.id} by {', '.join(signal.because)}")
    if draft.room and draft.say(use.need.lines, "misled", [Move("wish_false_promise", need=use.need.id)]):
        draft.focus.append(use.need.id)
    return True


def _eased(draft: Draft, use: NeedUse, signal: Signal, heard: Heard) -> bool:
    now = draft.state.needs[use.need.id]
    if now.eased >= EASES or now.status != "asked":
        return False
    draft.need(use.need.id, eased=now.eased + 1)
    timed = names_a_time(heard) or "ask_patience" in signal.because
    draft.happens("eased" if timed else "vague", use.need.id)
    draft.focus.append(use.need.id)
    return True


ANSWERS: dict[str, Callable[[Draft, NeedUse, Signal, Heard], bool]] = {
    "met": _met,
    "offered": _offered,
    "refused": _refused,
    "misled": _misled,
    "eased": _eased,
}
"""What a need got to hear, to the answer; each says whether the need was dealt with."""


def tell_facts(draft: Draft, heard: Heard) -> bool:
    """Tells the facts asked for, complains where they were told already; whether anything was asked."""
    asked = list(asked_facts(draft.scenario, heard))
    for fact, act in asked:
        if fact is None:
            draft.happens("cannot_say", act, talk=draft.silent)
        elif fact.id in draft.state.told:
            draft.happens("told_already", fact.id)
        elif draft.room:
            draft.change(told=(*draft.state.told, fact.id))
            draft.reasons.append(f"fact {fact.id}: told (asked by {act})")
            draft.say_one(fact.lines[draft.casting.language], f"fact {fact.id}", [Move("inform")])
    return bool(asked)


def demand_of(draft: Draft, use: NeedUse) -> dict[str, str]:
    """The present demand as the buyer words it: `ask` in per cent, `ask_money` as a sum."""
    if use.bargain is None:
        return {}
    demand, variant = draft.state.needs[use.need.id].demand, draft.casting.variant
    sum_ = round(draft.scenario.order.value[variant.currency] * demand / 100)
    return {
        "ask": spell_percent(demand, draft.casting.language),
        "ask_money": spell_money(sum_, variant.currency, draft.casting.language),
    }
