"""The talks of tests/stories end as they say, through the trained model, the buyer's engine and the grade."""

from __future__ import annotations

from functools import cache

import pytest

from bot import bootstrap
from bot.buyer.scenario import Casting
from bot.buyer.state import outcome
from bot.content.graded_talks import GradedTalk, check_graded_talks, load_graded_talks
from bot.content.scenarios import load_scenarios
from bot.core.errors import Problem
from bot.service import rehearsal
from bot.settings import ROOT
from tests import shipped


@cache
def loaded() -> tuple[list[GradedTalk], list[Problem]]:
    return load_graded_talks(ROOT, load_scenarios(ROOT).scenarios)


def test_the_talks_have_no_mistake_and_each_shipped_scenario_has_a_good_and_a_poor_one() -> None:
    wrong, missing = check_graded_talks(ROOT, shipped.scenarios())
    assert [str(problem) for problem in (*wrong, *missing)] == []


def test_every_file_of_talks_belongs_to_a_scenario() -> None:
    assert [str(problem) for problem in loaded()[1] if "there is no scenario" in problem.message] == []


@pytest.mark.slow
@pytest.mark.parametrize("talk", loaded()[0], ids=lambda talk: talk.name)
def test_a_talk_ends_as_it_says(talk: GradedTalk) -> None:
    scenario = bootstrap.scenario(talk.scenario)
    casting = Casting(talk.language, scenario.variant(talk.language), talk.seed, bootstrap.rubric().day)
    played = rehearsal.play(scenario, casting, rehearsal.scripted(list(talk.said)), bootstrap.understander())
    grade = bootstrap.grader().grade(played.transcript)
    assert played.state.ended == talk.ending
    assert {need for need, status in outcome(played.state).items() if status == "met"} == talk.met
    assert {violation.act for violation in grade.violations} == talk.violations
    if talk.agent == "good":
        own = {check["id"] for check in scenario.rubric.checks}
        assert {c.id: c.verdict for c in grade.checks if c.id in own} == dict.fromkeys(own, "yes")
        assert grade.cap is None
