"""The buyer: state in, state out. No clock, no chance, no input or output; see `bot.buyer.table`."""

from __future__ import annotations

from datetime import date

from bot.buyer import agenda, endings
from bot.buyer.draft import THANKS, Draft, Step
from bot.buyer.endings import Verdict
from bot.buyer.promises import overdue
from bot.buyer.questions import asks_back
from bot.buyer.reactions import Reaction, react
from bot.buyer.resume import resumed
from bot.buyer.scenario import Casting, Scenario
from bot.buyer.state import BuyerState, NeedState, TrapState
from bot.buyer.table import BY_GROUP, PRESSED
from bot.core.heard import Heard


def begin(scenario: Scenario, casting: Casting) -> Step:
    """The buyer opens the talk."""
    variant = casting.variant
    state = BuyerState(
        language=casting.language,
        platform=variant.platform,
        country=variant.country,
        buyer=variant.buyer.name,
        seed=casting.seed,
        today=casting.today.isoformat(),
        cefr=casting.cefr,
        mood=scenario.persona.mood,
        patience=scenario.persona.patience,
        needs={use.id: NeedState(demand=use.bargain.ask if use.bargain else 0.0) for use in scenario.needs},
        traps={use.id: TrapState() for use in scenario.traps},
    )
    draft = Draft(scenario, casting, state)
    if scenario.channel == "chat":
        draft.talk("greeting_inquiry" if scenario.stage == "pre_sales" else "greeting")
    if scenario.opening:
        draft.say_talk(scenario.opening)
    agenda.bring_up_next(draft)
    return draft.step()


def step(scenario: Scenario, state: BuyerState, heard: Heard, waited: float) -> Step:
    """The buyer answers what the agent said. `waited`: seconds since the first unanswered buyer's turn."""
    if state.ended:
        return _over(state)
    state = resumed(scenario, state)
    draft = _draft(scenario, state)
    draft.happens("turn")
    if heard.sure_language not in (None, state.language):
        draft.happens("wrong_language", f"({heard.language})")
        draft.focus += state.focus
        return _conclude(draft)
    draft.change(silences=0)
    if asks_back(scenario, heard) and agenda.say_again(draft, state.focus):
        draft.feel_act("out_of_scope", BY_GROUP["meta"])
        return _conclude(draft)
    reaction = react(draft, state, heard, waited)
    agenda.let_go(draft)
    if state.closing:
        return endings.end(draft, endings.broken_off(draft) or endings.settled(draft, reaction.harsh))
    if not draft.focus:
        return _go_on(draft, state, reaction)
    if not reaction.harsh:
        agenda.bring_up_meanwhile(draft, state)
    return _conclude(draft)


def silence(scenario: Scenario, state: BuyerState, waited: float) -> Step:
    """The agent has said nothing for `waited` seconds; the buyer asks whether anybody is there, or leaves."""
    if state.ended:
        return _over(state)
    state = resumed(scenario, state)
    draft = _draft(scenario, state)
    if state.closing:
        return endings.end(draft, endings.settled(draft))
    draft.change(silences=state.silences + 1)
    draft.focus += state.focus
    if endings.broken_off(draft) is None:
        draft.happens("promise_broken" if overdue(state, waited) else "silence", f"({waited:.0f} s)")
        draft.change(due=None)
    return _conclude(draft)


def casting_of(scenario: Scenario, state: BuyerState) -> Casting:
    """The casting that a state was begun with, or the nearest that the scenario still has."""
    variant = scenario.nearest(state.language, state.platform, state.country, state.seed, state.buyer)
    return Casting(state.language, variant, state.seed, date.fromisoformat(state.today), state.cefr)


def _go_on(draft: Draft, before: BuyerState, reaction: Reaction) -> Step:
    """Presses what was passed over, raises what comes next, or comes to the close."""
    passed_over = [item for item in agenda.pending(draft) if item.id not in reaction.touched]
    if passed_over and reaction.asked:
        draft.focus += [item.id for item in passed_over]
        if not reaction.harsh:
            agenda.bring_up_meanwhile(draft, before)
        return _conclude(draft)
    passed_over = passed_over[: PRESSED[draft.scenario.channel]]
    if passed_over:
        agenda.feel_ignored(draft, passed_over, left=reaction.left and not reaction.touched)
    if endings.broken_off(draft) or draft.state.turn >= draft.scenario.turn_limit:
        return _conclude(draft)
    pressed = [item for item in passed_over if agenda.press(draft, item)]
    if pressed:
        agenda.bring_up_meanwhile(draft, before)
    else:
        agenda.bring_up_next(draft)
        if not (agenda.waiting(draft) or agenda.pending(draft)):
            draft.change(closing=True)
            draft.unsay("not_understood")
            content = endings.settled(draft).ending == "satisfied"
            if draft.state.band == "angry":
                draft.unsay(*THANKS)
            draft.talk("closing", at_best="calm" if content else "annoyed")
    return _conclude(draft)


def _conclude(draft: Draft) -> Step:
    """Ends the talk where it is time; else the turn, with a short word if nothing else was found to say.

    Who asks something does not say beside it that another thing is given up for good.
    """
    if draft.focus:
        draft.unsay("dropped")
    ending = endings.broken_off(draft)
    if ending is None and draft.state.turn >= draft.scenario.turn_limit:
        ending = Verdict("turn_limit", "the turns are used up")
    if ending is None and draft.silent and not draft.talk("filler"):
        ending = Verdict(draft.scenario.endings.impatient, "nothing is left to say")
    if ending is None:
        return draft.step()
    return endings.end(draft, ending)


def _draft(scenario: Scenario, state: BuyerState) -> Draft:
    draft = Draft(scenario, casting_of(scenario, state), state)
    draft.change(turn=state.turn + 1)
    return draft


def _over(state: BuyerState) -> Step:
    return Step(state, "", (), state.ended, ("the talk has ended",))
