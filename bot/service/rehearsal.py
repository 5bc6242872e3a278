"""Plays a scenario without a server: buyer's engine on one side, whoever speaks on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Scenario
from bot.buyer.state import BuyerState, outcome
from bot.core.heard import Heard, JsonDict
from bot.core.transcript import Transcript, Turn
from bot.rules.case import Case
from bot.rules.rule_book import RuleBook
from bot.service.cards import begins
from bot.service.office import Office
from bot.service.pace import Pace
from bot.service.timeline import RealTime, Timeline
from bot.service.transcripts import transcript_of

WAITED = 25.0
"""Real seconds that an agent takes for a reply: in letters, minutes of the office clock."""
TYPED = 4.0
"""Seconds that the buyer takes in a chat."""

Speaker = Callable[[Step], str | None]
"""Gives the agent's next message; None is silence. Raises StopIteration where the agent ends the talk."""


class Hears(Protocol):
    """What a rehearsal needs of understanding."""

    def hear(self, text: str, language: str | None = None) -> Heard: ...


@dataclass(frozen=True)
class Rehearsal:
    """A played talk with the buyer's last state."""

    scenario: Scenario
    casting: Casting
    state: BuyerState
    turns: tuple[Turn, ...]

    @property
    def transcript(self) -> Transcript:
        """The contract's transcript; its id is SCENARIO-LANGUAGE-SEED."""
        name = f"{self.scenario.id}-{self.casting.language}-{self.casting.seed}"
        return transcript_of(name, self.scenario, self.casting, self.turns)

    def to_json(self) -> JsonDict:
        """The contract's result of `scenario play`; a talk that was broken off counts as turn_limit."""
        return {
            "scenario": self.scenario.id,
            "language": self.casting.language,
            "seed": self.casting.seed,
            "ending": self.state.ended or "turn_limit",
            "needs": outcome(self.state),
            "transcript": self.transcript.to_json(),
        }


def play(
    scenario: Scenario,
    casting: Casting,
    speaker: Speaker,
    understander: Hears,
    listener: Callable[[Step], None] = lambda _step: None,
    within: float | None = None,
) -> Rehearsal:
    """Plays until the buyer ends the talk or the speaker has nothing more to say; tells each buyer's turn.

    Letters go by the office clock; `within`: hours in which an answer is due.
    """
    casting = replace(casting, today=begins(scenario, casting.today))
    time = _timeline(scenario, casting, within)
    step, at = engine.begin(scenario, casting), 0.0
    turns = [_buyer(step, at)]
    listener(step)
    while not step.ended:
        try:
            said = speaker(step)
        except StopIteration:
            break
        since = at
        at = time.at(time.seconds(since) + WAITED) if said else time.writes_again(since)
        waited = at - since
        if said:
            turns.append(Turn("agent", at, said))
            step = engine.step(scenario, step.state, understander.hear(said, casting.language), waited)
            at = time.counts_from(_arrival(time, at, step))
        else:
            step = engine.silence(scenario, step.state, waited)
        turns.append(_buyer(step, at))
        listener(step)
    return Rehearsal(scenario, casting, step.state, tuple(turns))


def answers_within(rules: RuleBook, scenario: Scenario, casting: Casting) -> float | None:
    """Hours in which a letter in this talk is to be answered; None where nobody says."""
    case = Case(casting.variant.platform, casting.variant.country, scenario.stage, casting.today)
    return rules.answers_within(scenario.shop, case)


def scripted(lines: list[str]) -> Speaker:
    """Speaks one line after the other; then the talk is over."""
    left = iter(lines)
    return lambda _step: next(left)


def _timeline(scenario: Scenario, casting: Casting, within: float | None) -> Timeline:
    pace = Pace()
    if scenario.channel == "chat":
        return RealTime(pace.silence)
    return Office.of(casting.today, pace.office, within)


def _arrival(time: Timeline, at: float, step: Step) -> float:
    """When the buyer's answer to what happened at `at` can be read."""
    if isinstance(time, Office):
        return time.answered(at, step.text, step.state.band)
    return at + TYPED


def _buyer(step: Step, at: float) -> Turn:
    return Turn("buyer", at, step.text, step.moves, subject=step.subject)
