"""What every conversation needs, in one hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.buyer.scenario import Scenario
from bot.core.errors import Problem
from bot.core.review import Review
from bot.rules.case import Case
from bot.service.pace import Pace
from bot.service.ports import Attempts, Bot, Clock


@dataclass(frozen=True)
class Desk:
    """The ports, the scenarios by id, and the pace.

    `faults`: what is wrong in the scenarios' files at the moment. `answers_within`: the hours in which a
    letter is answered by what a shop promises or its platform asks for; None where neither says. `reviewed`:
    what teachers said of the grades of an attempt.
    """

    bot: Bot
    attempts: Attempts
    clock: Clock
    scenarios: Mapping[str, Scenario]
    pace: Pace
    faults: Callable[[], Sequence[Problem]] = tuple
    answers_within: Callable[[str | None, Case], float | None] = lambda _shop, _case: None
    reviewed: Callable[[str], Sequence[Review]] = lambda _: ()
