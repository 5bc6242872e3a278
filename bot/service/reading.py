"""Reads where a conversation stands from what is stored."""

from __future__ import annotations

from dataclasses import replace

from bot.buyer.scenario import Scenario
from bot.rules.case import Case
from bot.service.cards import day
from bot.service.desk import Desk
from bot.service.gathering import Gathering
from bot.service.office import Office
from bot.service.progress import Progress
from bot.service.timeline import RealTime, Timeline
from bot.store.records import Attempt


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
    today = day(scenario, attempt)
    case = Case(attempt.platform, attempt.country, scenario.stage, today)
    return Office.of(today, desk.pace.office, desk.answers_within(scenario.shop, case))


def _gathering(scenario: Scenario, desk: Desk) -> Gathering:
    """Waits for nothing where one letter is one turn."""
    letters = scenario.channel == "email"
    return Gathering(replace(desk.pace, pause=0.0, limit=0.0) if letters else desk.pace)
