"""How a talk ends, and the last word."""

from __future__ import annotations

from typing import NamedTuple

from bot.buyer.draft import Draft, Step
from bot.buyer.state import BuyerState
from bot.buyer.table import SILENCES
from bot.core.words import Ending

CONTENT = 0.4
"""Mood from which a buyer whose needs are all met leaves satisfied."""

DENIALS = ("violate_deny_legal_right", "violate_pressure_cancel")
"""Acts by which a right is denied."""

BEFORE_THE_LAST_WORD = frozenset(
    "offended blamed insists_on_rights not_cancelled wont_cancel wont_pay_more suspicious doubts_claim "
    "keeps_data my_data no_ads no_review_deal dropped contradiction promise_broken confirms takes_it".split()
)
"""Talk, and slots of needs, that may stand in front of the last word."""

UNSETTLED: tuple[Ending, ...] = ("dispute", "bad_review", "walked_away")
"""Endings of buyers who let nothing go, or go themselves: no word that they do without something."""


class Verdict(NamedTuple):
    """An ending and why; `own_word`: the trap or promise that decided has the last word."""

    ending: Ending
    why: str
    own_word: bool = False


def broken_off(draft: Draft) -> Verdict | None:
    """The ending of a buyer who has had enough, or None."""
    state, endings = draft.state, draft.scenario.endings
    reasons = (
        (_denied(state) >= 2, Verdict(endings.denied, "a right was denied twice")),
        (state.mood <= 0, Verdict(endings.furious, "the mood is at its end")),
        (_moved_away(state), Verdict("walked_away", "the talk moved to where the agent agreed to go", True)),
        (state.patience <= 0, Verdict(endings.impatient, "the patience is at its end")),
        (state.silences >= SILENCES, Verdict(endings.impatient, "nobody answered")),
    )
    return next((verdict for holds, verdict in reasons if holds), None)


def settled(draft: Draft, harsh: bool = False) -> Verdict:
    """The ending of a talk in which everything was dealt with; `harsh`: the agent's goodbye did wrong."""
    verdict = _settled(draft)
    if not harsh:
        return verdict
    worse: dict[Ending, Ending] = {"satisfied": "grudging", "grudging": draft.scenario.endings.furious}
    ending = worse.get(verdict.ending, verdict.ending)
    return Verdict(ending, f"{verdict.why}, and the agent's last word did wrong")


def _settled(draft: Draft) -> Verdict:
    state = draft.state
    statuses = [need.status for need in state.needs.values()]
    if any(trap.status == "caught" for trap in state.traps.values()):
        return Verdict("walked_away", "the agent fell for a trap and did not take it back", True)
    if "misled" in statuses:
        return Verdict("bad_review", "the buyer relies on a promise that cannot be kept", True)
    if all(status == "met" for status in statuses) and state.mood >= CONTENT:
        return Verdict("satisfied", "every need is met")
    if "met" in statuses:
        return Verdict("grudging", f"needs {', '.join(statuses)}, mood {state.mood:.2f}")
    return Verdict(draft.scenario.endings.impatient, "no need was met")


def end(draft: Draft, verdict: Verdict) -> Step:
    """Says the last word and closes the talk: nothing is asked, raised or held back any more."""
    draft.focus = []
    draft.keep(BEFORE_THE_LAST_WORD - ({"dropped"} if verdict.ending in UNSETTLED else set()))
    draft.reasons.append(f"ending {verdict.ending}: {verdict.why}")
    if not (verdict.own_word and _own_word(draft, verdict.ending)):
        draft.talk(f"ending_{verdict.ending}")
    return draft.step(verdict.ending)


def _own_word(draft: Draft, ending: Ending) -> bool:
    """The word of the trap or promise that decided, where one did."""
    state, scenario = draft.state, draft.scenario
    if ending == "walked_away":
        for trap in scenario.traps:
            if state.traps[trap.id].status == "caught":
                return draft.say(trap.lines, "gone", [trap.makes("farewell")])
    if ending == "bad_review":
        for use in scenario.needs:
            if state.needs[use.id].status == "misled":
                return draft.say(use.lines, "relied", [use.makes("threaten")])
    return False


def _denied(state: BuyerState) -> int:
    return sum(state.acts.get(act, 0) for act in DENIALS)


def _moved_away(state: BuyerState) -> bool:
    return any(trap.caught >= 2 and trap.status == "caught" for trap in state.traps.values())
