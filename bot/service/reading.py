"""Reads where a conversation stands from what is stored."""

from __future__ import annotations

from dataclasses import replace

from bot.buyer.scenario import Scenario
from bot.service.cards import day
from bot.service.desk import Desk
from bot.service.gathering import Gathering
from bot.service.office import HOUR, Office
from bot.service.progress import Progress
from bot.service.timeline import RealTime, Timeline
from bot.store.records import Attempt

ANSWERS_WITHIN = 24.0
"""Hours in which a letter is to be answered where the shop promises nothing else: what platforms ask for."""


def read(attempt: str, desk: Desk) -> Progress:
    """The attempt's progress; raises LookupError where it is gone."""
    record = desk.attempts.get(attempt)
    if record is None:
        raise LookupError(f"attempt {attempt} is gone")
    turns, messages = desk.attempts.turns(attempt), desk.attempts.messages(attempt)
    scenario = desk.scenarios[record.scenario]
    return Progress.of(record, turns, messages, _gathering(scenario, desk), timeline(record, scenario, desk))


def timeline(attempt: Attempt, scenario: Scenario, desk: Desk) -> Timeline:
    """How the seconds of the attempt pass."""
    if scenario.channel == "chat":
        return RealTime(desk.pace.silence)
    promised = desk.answers_within(scenario.shop)
    within = ANSWERS_WITHIN if promised is None else promised
    return Office(day(scenario, attempt), desk.pace.office, HOUR * within)


def _gathering(scenario: Scenario, desk: Desk) -> Gathering:
    """Waits for nothing where one letter is one turn."""
    letters = scenario.channel == "email"
    return Gathering(replace(desk.pace, pause=0.0, limit=0.0) if letters else desk.pace)
