"""The shipped scenarios: enough for every responsibility, level, platform and language."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.buyer.scenario import Scenario
from bot.core.words import LANGUAGES
from bot.understanding.language import detect
from tests import shipped

NEUTRAL, TIED = 24, 8
"""Scenarios in all languages, and those of one country's law and customs."""
EACH_RESPONSIBILITY, WORLDS, PLATFORMS_USED = 5, 8, 6
RESPONSIBILITIES = ("inquiry", "order", "after_sales", "relationship", "sales_target")


def scenarios() -> tuple[Scenario, ...]:
    return tuple(shipped.scenarios().values())


def test_there_are_scenarios_for_all_languages_and_for_single_countries() -> None:
    in_all = [scenario for scenario in scenarios() if set(scenario.variants) == set(LANGUAGES)]
    tied = [scenario for scenario in scenarios() if len(scenario.variants) == 1]
    assert len(in_all) >= NEUTRAL
    assert len(tied) >= TIED
    assert len(in_all) + len(tied) == len(scenarios())


@pytest.mark.parametrize("responsibility", RESPONSIBILITIES)
def test_every_responsibility_is_practised(responsibility: str) -> None:
    assert sum(s.responsibility == responsibility for s in scenarios()) >= EACH_RESPONSIBILITY


def test_levels_worlds_platforms_and_channels_vary() -> None:
    assert {scenario.level for scenario in scenarios()} == {1, 2, 3}
    assert {scenario.channel for scenario in scenarios()} == {"chat", "email"}
    assert len({scenario.world for scenario in scenarios()}) >= WORLDS
    buyers = [v for s in scenarios() for variants in s.variants.values() for v in variants]
    assert len({buyer.platform for buyer in buyers}) >= PLATFORMS_USED


def test_no_two_buyers_bear_the_same_name() -> None:
    names = Counter(v.buyer.name for s in scenarios() for variants in s.variants.values() for v in variants)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_case_says_what_it_teaches_and_what_a_good_agent_does() -> None:
    lacking = [s.id for s in scenarios() if not (s.topics and s.opening and s.rubric.expects.get("remedy"))]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_openings_and_facts_are_in_their_language_with_a_gloss(language: str) -> None:
    lines = [
        line
        for scenario in scenarios()
        if language in scenario.variants and scenario.opening
        for told in (
            *scenario.opening.lines[language]["opening"].values(),
            *(fact.lines[language] for fact in scenario.facts),
            scenario.subject.get(language, ()),
        )
        for line in told
    ]
    assert [line.text for line in lines if not line.gloss] == []
    assert [line.text for line in lines if detect(line.text)[0] not in (language, None)] == []
