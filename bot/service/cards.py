"""A scenario as the trainee may see it: without needs, traps and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.buyer.scenario import Order, Scenario, Variant
from bot.core.errors import BadRequest
from bot.core.grade import Text
from bot.core.words import Channel, Language, Responsibility, Stage, is_language


@dataclass(frozen=True)
class Choice:
    """What a trainee picks before a practice."""

    scenario: str
    language: str
    platform: str
    country: str


@dataclass(frozen=True)
class ScenarioCard:
    """What the pages show of a scenario. Briefing and debriefing are Markdown in both languages."""

    id: str
    title: Text
    level: int
    stage: Stage
    responsibility: Responsibility
    channel: Channel
    variants: Mapping[Language, tuple[Variant, ...]]
    order: Order
    context: Mapping[str, Any]
    authority: Mapping[str, Any]
    briefing: Text
    debriefing: Text
    topics: tuple[str, ...]

    def variant(self, choice: Choice) -> tuple[Language, Variant]:
        """The language and the buyer that were chosen; raises BadRequest where there is no such one."""
        for language, variants in self.variants.items():
            for variant in variants:
                if (language, variant.platform, variant.country) == (
                    choice.language,
                    choice.platform,
                    choice.country,
                ):
                    return language, variant
        raise BadRequest(f"scenario {self.id} is not played as {choice.language}, {choice.platform}")

    def dates(self, today: date) -> dict[str, date]:
        """The order's dates as they stand on the day of the practice."""
        return {name: today + timedelta(days=days) for name, days in self.order.dates.items()}


def card_of(scenario: Scenario) -> ScenarioCard:
    """The card of a scenario."""
    return ScenarioCard(
        id=scenario.id,
        title=scenario.title,
        level=scenario.level,
        stage=scenario.stage,
        responsibility=scenario.responsibility,
        channel=scenario.channel,
        variants={name: seats for name, seats in scenario.variants.items() if is_language(name)},
        order=scenario.order,
        context=scenario.context,
        authority=scenario.authority,
        briefing=scenario.briefing,
        debriefing=scenario.debriefing,
        topics=scenario.topics,
    )
