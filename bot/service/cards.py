"""What a trainee may see of a scenario: who can play it, what briefing and order sheet say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.buyer.fill import fill, places
from bot.buyer.scenario import Casting, Scenario
from bot.core.errors import BadRequest
from bot.core.words import Cefr, UiLanguage
from bot.service.office import monday_of
from bot.store.records import Attempt


@dataclass(frozen=True)
class Choice:
    """What a trainee picks before a practice, as the page sent it; `cefr` None: texts of any level."""

    scenario: str
    language: str
    platform: str
    country: str
    cefr: Cefr | None = None


def cast(scenario: Scenario, choice: Choice, today: date, seed: int) -> Casting:
    """Who plays when; raises BadRequest where the choice is none of the scenario's."""
    for language, variants in scenario.variants.items():
        for variant in variants:
            offered = (language, variant.platform, variant.country)
            if offered == (choice.language, choice.platform, choice.country):
                return Casting(language, scenario.variant(*offered, seed), seed, today, choice.cefr)
    raise BadRequest(f"scenario {scenario.id} is not played in {choice.language} on {choice.platform}")


def played(attempt: Attempt, scenarios: Mapping[str, Scenario]) -> Scenario | None:
    """The attempt's scenario; None where it is gone, or not played in the attempt's language any more."""
    scenario = scenarios.get(attempt.scenario)
    return scenario if scenario and attempt.language in scenario.variants else None


def casting_of(scenario: Scenario, attempt: Attempt) -> Casting:
    """Who plays in an attempt; where the scenario has lost its buyer since, the nearest who is left."""
    place = (attempt.platform, attempt.country)
    variant = scenario.nearest(attempt.language, *place, attempt.seed, attempt.buyer)
    return Casting(attempt.language, variant, attempt.seed, day(scenario, attempt), attempt.cefr)


def first_casting(scenario: Scenario, today: date) -> Casting:
    """Who would play if nothing was chosen: for a scenario's card."""
    language, variants = next(iter(scenario.variants.items()))
    return Casting(language, variants[0], 0, today)


def briefing(scenario: Scenario, casting: Casting, interface: UiLanguage) -> str:
    """The briefing in Markdown, with names, dates and sums of this practice."""
    return _filled(scenario.briefing[interface], scenario, casting, interface)


def debriefing(scenario: Scenario, casting: Casting, interface: UiLanguage) -> str:
    """What is to be learnt from the practice, in Markdown."""
    return _filled(scenario.debriefing[interface], scenario, casting, interface)


def dates(scenario: Scenario, casting: Casting) -> dict[str, date]:
    """The order's dates as they stand on the day of the practice."""
    return {name: casting.day(scenario, name) for name in scenario.order.dates}


def day(scenario: Scenario, attempt: Attempt) -> date:
    """The day of the practice (UTC)."""
    return begins(scenario, datetime.fromtimestamp(attempt.created, UTC).date())


def begins(scenario: Scenario, today: date) -> date:
    """The day on which a practice of `today` plays: for letters, the Monday on which the office opens."""
    return today if scenario.channel == "chat" else monday_of(today)


def _filled(text: str, scenario: Scenario, casting: Casting, interface: UiLanguage) -> str:
    return fill(text, places(scenario, casting, interface), casting.variant)
