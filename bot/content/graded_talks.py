"""Reads tests/stories/test_<scenario>.yml: talks and how they must end; `rasa test` plays them too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from bot.buyer.scenario import Scenario
from bot.content.contract import acts
from bot.content.unknown import did_you_mean, unknown
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem
from bot.core.words import Ending, Language

Handling = Literal["good", "poor"]
"""How the agent of a talk does."""

PREFIX = "test_"
FOLDER = "tests/stories"
"""Where they lie, from the project's root."""


@dataclass(frozen=True)
class GradedTalk:
    """What an agent says to the first buyer of a language, and what must come of it.

    `met` are the needs that are met in the end, `violations` the acts that the grade accuses.
    """

    scenario: str
    name: str
    language: Language
    agent: Handling
    seed: int
    said: tuple[str, ...]
    ending: Ending
    met: frozenset[str]
    violations: frozenset[str]


def load_graded_talks(
    root: Path, scenarios: Mapping[str, Scenario]
) -> tuple[list[GradedTalk], list[Problem]]:
    """All talks of the project in `root`, and everything wrong in their files."""
    talks: list[GradedTalk] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob(f"{PREFIX}*.yml")):
        found, wrong = _load(path, scenarios)
        talks += found
        problems += wrong
    return talks, problems


def check_graded_talks(root: Path, scenarios: Mapping[str, Scenario]) -> tuple[list[Problem], list[Problem]]:
    """What is wrong in the talks of these scenarios, and which talks are missing."""
    problems: list[Problem] = []
    missing: list[Problem] = []
    for scenario in scenarios.values():
        path = file_of(root, scenario.id)
        talks, wrong = _load(path, scenarios) if path.exists() else ([], [])
        problems += wrong
        missing += [] if wrong else _missing(talks, scenario)
    return problems, missing


def file_of(root: Path, scenario: str) -> Path:
    """The file with the talks of a scenario."""
    return root / FOLDER / f"{PREFIX}{scenario}.yml"


def _load(path: Path, scenarios: Mapping[str, Scenario]) -> tuple[list[GradedTalk], list[Problem]]:
    """The talks of a file, or what is wrong in it."""
    file, wrong = load(path, "stories", f"{FOLDER}/{path.name}")
    scenario = path.stem.removeprefix(PREFIX)
    if file and not wrong:
        wrong = list(_check(file, scenario, scenarios))
    if file is None or wrong:
        return [], wrong
    return [_talk(scenario, story) for story in file.data["stories"]], []


def _check(file: YamlFile, name: str, scenarios: Mapping[str, Scenario]) -> Iterator[Problem]:
    scenario = scenarios.get(name)
    if scenario is None:
        yield file.problem((), f"there is no scenario {name}{did_you_mean(name, scenarios)}")
        return
    for i, story in enumerate(file.data["stories"]):
        place, told = ("stories", i), story["metadata"]
        if told["language"] not in scenario.variants:
            yield file.problem((*place, "metadata", "language"), f"{name} is not played in it")
        needs = {use.need.id for use in scenario.needs}
        for need in set(told["met"]) - needs:
            message = f"no need {need} in {name}{did_you_mean(need, needs)}"
            yield file.problem((*place, "metadata", "met"), message)
        for j, step in enumerate(story["steps"]):
            if ("user" in step) != (j % 2 == 0):
                yield file.problem(
                    (*place, "steps", j), "what the agent says and action_buyer_turn take turns"
                )
            if "intent" in step and step["intent"] not in acts():
                message = unknown("act", step["intent"], acts())
                yield file.problem((*place, "steps", j, "intent"), message)


def _missing(talks: list[GradedTalk], scenario: Scenario) -> Iterator[Problem]:
    """Languages that lack a good or a poor talk."""
    there = {(talk.language, talk.agent) for talk in talks}
    kinds = [(language, agent) for language in scenario.variants for agent in get_args(Handling)]
    if missing := [f"{language} {agent}" for language, agent in kinds if (language, agent) not in there]:
        remedy = f"play one and keep it: `silkdesk scenario play {scenario.id} --language … --keep good`"
        message = f"has no graded talk {', '.join(missing)}; {remedy}"
        yield Problem(f"scenarios/{scenario.id}/scenario.yml", 1, "", message)


def _talk(scenario: str, story: Mapping[str, Any]) -> GradedTalk:
    told = story["metadata"]
    return GradedTalk(
        scenario=scenario,
        name=story["story"],
        language=told["language"],
        agent=told["agent"],
        seed=told.get("seed", 0),
        said=tuple(step["user"].strip() for step in story["steps"] if "user" in step),
        ending=told["ending"],
        met=frozenset(told["met"]),
        violations=frozenset(told["violations"]),
    )
