"""How the buyer answers what its needs got to hear: met, offered, refused, misled, put off."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from bot.buyer.bargain import haggle, offered_days, offered_percent
from bot.buyer.circumstances import repeated
from bot.buyer.draft import Draft
from bot.buyer.ears import ADVICE, Hearing, Signal
from bot.buyer.fill import spell_days, spell_money, spell_percent
from bot.buyer.named import acts_of, share_besides, time_named
from bot.buyer.promises import PROMISING
from bot.buyer.questions import REMEDIES
from bot.buyer.scenario import NeedUse
from bot.buyer.table import EASES, PRESSES, REFUSALS
from bot.core.heard import Heard, HeardAct

GIVING = frozenset({"offer", "commit"})
"""Groups of acts that give or do something, where others only tell."""

GIVING_IN = "gives_in"
"""What is said in place of thanks by who takes an offer that was refused before."""

REFUSED = ("offered", "refused")
"""What the buyer argues over as long as it is not content."""

ANOTHER_TIME = re.compile(
    r"\b(?:next (?:order|purchase|time)|nächste[nrs]? (?:bestellung|einkauf|kauf|mal)"
    r"|следующ\w+ (?:заказ|покупк|раз)|próxim[ao] (?:pedido|compra|vez))",
    re.IGNORECASE,
)
"""Names an order to come, over which nobody haggles who has not placed the first."""

NEWCOMERS = re.compile(
    r"\b(?:new (?:customer|buyer)|first(?:-time)? (?:order|buyer)|neukund|neuen? kund|erstbestell"
    r"|нов(?:ым|ых) (?:покупател|клиент)|перв\w+ (?:заказ|покупк)|nuevos (?:client|comprador)"
    r"|(?:client|comprador)\w+ nuev|primera compra)",
    re.IGNORECASE,
)
"""Names an offer to new customers, which is none to others."""


def hear_needs(draft: Draft, hearing: Hearing, heard: Heard) -> list[Signal]:
    """Answers what each need got to hear; gives thanks once for all that were met.

    A letter gives thanks for its answers. Who doubts a claim or argues over an offer or a refusal gives none.
    """
    taken = [signal for use, signal in hearing.needs if ANSWERS[signal.what](draft, use, signal, heard)]
    _wait(draft, heard, _because(taken, "eased") - _because(taken, "met"))
    asked_for = [use for use, signal in hearing.needs if signal.what != "told"]
    met = [use for use in asked_for if draft.state.needs[use.id].status == "met"]
    doubted = "violate_misleading_claim" in heard.act_ids and "violate_misleading_claim" not in hearing.taken
    argued = any(draft.state.needs[signal.item].status != "met" for signal in taken if signal.what in REFUSED)
    if met and draft.room and not doubted and not argued:
        answers = _because(taken, "met") | _because(taken, "offered")
        given = any(draft.scenario.groups[act] in GIVING for act in answers)
        _give_thanks(draft, met, heard, given)
    return taken


def _because(signals: list[Signal], what: str) -> set[str]:
    return {act for signal in signals if signal.what == what for act in signal.because}


def _give_thanks(draft: Draft, met: list[NeedUse], heard: Heard, given: bool) -> None:
    more = any(need.status == "asked" for need in draft.state.needs.values())
    at_once = draft.scenario.channel == "email" and len(met) > 1 and not more
    if draft.says(GIVING_IN):
        return
    if not (concede(draft, met, heard) or (at_once and draft.talk("all_answered"))):
        thank(draft, met, given)


def thank(draft: Draft, met: list[NeedUse], given: bool) -> None:
    """Gives thanks for a bargain in words of its own, else for something `given` or an answer."""
    if not any(draft.say(use.lines, "met", []) for use in met):
        draft.talk("thanks_for_help" if given else "thanks_for_answer")


def concede(draft: Draft, met: list[NeedUse], heard: Heard) -> bool:
    """Takes for want of a better what met one of the needs, where it is not the remedy wished for."""
    told = [fact.wants for fact in draft.scenario.facts if fact.id in draft.state.told]
    wishes = [wants & use.need.met_by for use in met for wants in told]
    acts = set(heard.act_ids)
    another = acts & REMEDIES and any(wish and not wish & acts for wish in wishes)
    return bool(another) and draft.talk("concedes")


def _met(draft: Draft, use: NeedUse, signal: Signal, _heard: Heard) -> bool:
    draft.need(use.id, "met")
    draft.happens("met", f"{use.id} by {', '.join(signal.because) or 'a number'}")
    draft.does(use.makes("accept"))
    return True


def _told(draft: Draft, use: NeedUse, signal: Signal, _heard: Heard) -> bool:
    """Settles in silence what the buyer had not asked for: thanks would be for an answer to nothing."""
    draft.need(use.id, "told")
    draft.happens("told", f"{use.id} by {', '.join(signal.because)}")
    draft.does(use.makes("accept"))
    return True


def _offered(draft: Draft, use: NeedUse, signal: Signal, heard: Heard) -> bool:
    need, limits, now = use.need, use.bargain, draft.state.needs[use.id]
    if limits is None:
        return False
    others = ANOTHER_TIME if draft.scenario.stage == "pre_sales" else NEWCOMERS
    if others.search(heard.text):
        if now.status == "open":
            return False
        draft.reasons.append("offer for another order or buyer: none for this one")
        return _argue(draft, use, "too_little", enough=False)
    offered = _offered_number(draft, use, acts_of(heard, signal.because), heard)
    if offered is None:
        draft.need(need.id, "raise", pressed=now.pressed + 1)
        return _argue(draft, use, "how_much", now.pressed >= PRESSES[draft.scenario.level])
    answer = haggle(limits, now.demand, now.offers, offered, draft.state.band, need.unit, now.offered)
    draft.need(need.id, "raise", offers=now.offers + 1, offered=offered, demand=answer.demand)
    unit = "%" if need.unit == "percent" else need.unit
    draft.reasons.append(f"offer of {offered:.1f} {unit}: {answer.verdict}, demand {answer.demand:g} {unit}")
    if answer.verdict == "met":
        if now.offered == offered and draft.room:
            draft.talk(GIVING_IN)
        return _met(draft, use, signal, heard)
    return _argue(draft, use, answer.verdict, now.offers + 1 > limits.rounds)


def _offered_number(draft: Draft, use: NeedUse, acts: list[HeardAct], heard: Heard) -> float | None:
    """What the acts offer; where they name no number, the share that the message names besides."""
    demand, variant = draft.state.needs[use.id].demand, draft.casting.variant
    if use.need.unit == "days":
        return offered_days(heard, acts, draft.casting.today, demand)
    named = offered_percent(heard, acts, draft.scenario.order, variant.currency, demand)
    return share_besides(heard, draft.scenario.groups) if named is None and acts else named


def _refused(draft: Draft, use: NeedUse, _signal: Signal, _heard: Heard) -> bool:
    now = draft.state.needs[use.id]
    if now.status != "asked":
        return False
    draft.need(use.id, refused=now.refused + 1)
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
        draft.say(need.lines, slot, [use.makes(move)], partial(demand_of, draft, use))
    draft.focus.append(need.id)
    return True


def give_up(draft: Draft, use: NeedUse) -> None:
    """Drops a need, and says so."""
    draft.need(use.id, "given_up")
    draft.happens("given_up", use.id)
    if draft.room:
        draft.say(use.lines, "dropped", [use.makes("upset")])


def _spoiled(draft: Draft, use: NeedUse, _signal: Signal, _heard: Heard) -> bool:
    """Keeps asking, without a word, for what was offered beside a breach: the breach is answered."""
    draft.focus.append(use.id)
    return True


def _misled(draft: Draft, use: NeedUse, signal: Signal, _heard: Heard) -> bool:
    """Believes a promise; without a word, where who has ordered nothing had not asked for one."""
    before = draft.state.needs[use.id].status
    if before == "misled":
        return True
    draft.need(use.id, "misled")
    draft.happens("misled", f"{use.id} by {', '.join(signal.because) or 'a number'}")
    unasked = before == "open" and draft.scenario.stage == "pre_sales"
    moves = [use.makes("wish_false_promise")]
    if not unasked and draft.room and draft.say(use.lines, "misled", moves):
        draft.focus.append(use.id)
    return True


def _eased(draft: Draft, use: NeedUse, signal: Signal, heard: Heard) -> bool:
    """Lets the need rest; asks again where the message said something, but no answer, and no time either.

    Who is asked something knows that the agent is at it.
    """
    need, now = use.need, draft.state.needs[use.id]
    if now.eased >= EASES or now.status != "asked":
        return False
    draft.need(need.id, eased=now.eased + 1)
    groups, moves = draft.scenario.groups, [use.makes(use.move)]
    said_nothing = need.grounded | {"reassure"}
    informs = all(act in said_nothing or groups[act] == "inform" for act in signal.because)
    if informs and not _asks(draft, heard) and draft.room:
        doubts = ADVICE.issuperset(signal.because) and draft.talk("on_what_basis")
        times = repeated(now.pressed + now.eased + 1)
        if not doubts:
            draft.say(need.lines, "again", moves, partial(demand_of, draft, use), times)
    draft.focus.append(need.id)
    return True


def _wait(draft: Draft, heard: Heard, eased_by: set[str]) -> None:
    """Waits as long as the agent named, or asks for a date: once a turn, only where it announced something.

    Where the agent asked something itself, it is waiting for the buyer; an angry one waits for no "moment".
    """
    put_off = eased_by.intersection(PROMISING)
    if not put_off:
        return
    patient = "ask_patience" in put_off and draft.state.band != "angry"
    time = time_named(heard) or ("moment" if patient else None)
    event = {"moment": "eased", "day": "dated", None: "vague"}[time]
    draft.waits = time is not None
    draft.happens(event, ", ".join(sorted(put_off)), talk=not _asks(draft, heard))


def _asks(draft: Draft, heard: Heard) -> bool:
    return any(draft.scenario.groups[act] == "ask" for act in heard.act_ids)


ANSWERS: dict[str, Callable[[Draft, NeedUse, Signal, Heard], bool]] = {
    "met": _met,
    "told": _told,
    "offered": _offered,
    "refused": _refused,
    "spoiled": _spoiled,
    "misled": _misled,
    "eased": _eased,
}
"""What a need got to hear, to the answer; each says whether the need was dealt with."""


def demand_of(draft: Draft, use: NeedUse, language: str) -> dict[str, str]:
    """The present demand in words of `language`: `ask` in per cent or days, `ask_money` as a sum."""
    if use.bargain is None:
        return {}
    demand, variant = draft.state.needs[use.id].demand, draft.casting.variant
    if use.need.unit == "days":
        return {"ask": spell_days(round(demand), language)}
    sum_ = round(draft.scenario.order.value[variant.currency] * demand / 100)
    return {
        "ask": spell_percent(demand, language),
        "ask_money": spell_money(sum_, variant.currency, language, variant.country),
    }
