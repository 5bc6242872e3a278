"""Reads tests/stories/test_<scenario>.yml: talks and how they must end; `rasa test` plays them too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from bot.buyer.scenario import Scenario
from bot.content.contract import acts
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
    folder: Path, scenarios: Mapping[str, Scenario]
) -> tuple[list[GradedTalk], list[Problem]]:
    """All talks in `folder`, and everything wrong in the files."""
    talks: list[GradedTalk] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob(f"{PREFIX}*.yml")):
        found, wrong, missing = _load(path, scenarios)
        talks += found
        problems += [*wrong, *missing]
    return talks, problems


def check_graded_talks(root: Path, scenarios: Mapping[str, Scenario]) -> tuple[list[Problem], list[Problem]]:
    """What is wrong in the talks of these scenarios, and which talks are missing."""
    problems: list[Problem] = []
    without: list[Problem] = []
    for id in scenarios:
        if (path := file_of(root, id)).exists():
            _, wrong, missing = _load(path, scenarios)
            problems += wrong
            without += missing
        else:
            remedy = f"play one and keep it: `silkdesk scenario play {id} --language … --keep good`"
            without.append(Problem(f"scenarios/{id}/scenario.yml", 1, "", f"has no graded talks; {remedy}"))
    return problems, without


def file_of(root: Path, scenario: str) -> Path:
    """The file with the talks of a scenario."""
    return root / FOLDER / f"{PREFIX}{scenario}.yml"


def _load(
    path: Path, scenarios: Mapping[str, Scenario]
) -> tuple[list[GradedTalk], list[Problem], list[Problem]]:
    """The talks of a file, what is wrong in it, and which are missing."""
    file, wrong = load(path, "stories", f"{FOLDER}/{path.name}")
    scenario = path.stem.removeprefix(PREFIX)
    if file and not wrong:
        wrong = list(_check(file, scenario, scenarios))
    if file is None or wrong:
        return [], wrong, []
    talks = [_talk(scenario, story) for story in file.data["stories"]]
    return talks, [], list(_missing(talks, path, scenarios[scenario]))


def _check(file: YamlFile, name: str, scenarios: Mapping[str, Scenario]) -> Iterator[Problem]:
    scenario = scenarios.get(name)
    if scenario is None:
        yield file.problem((), f"there is no scenario {name}")
        return
    for i, story in enumerate(file.data["stories"]):
        place, told = ("stories", i), story["metadata"]
        if told["language"] not in scenario.variants:
            yield file.problem((*place, "metadata", "language"), f"{name} is not played in it")
        for need in set(told["met"]) - {use.need.id for use in scenario.needs}:
            yield file.problem((*place, "metadata", "met"), f"no need {need} in {name}")
        for j, step in enumerate(story["steps"]):
            if ("user" in step) != (j % 2 == 0):
                yield file.problem(
                    (*place, "steps", j), "what the agent says and action_buyer_turn take turns"
                )
            if "intent" in step and step["intent"] not in acts():
                yield file.problem((*place, "steps", j, "intent"), f"unknown act {step['intent']}")


def _missing(talks: list[GradedTalk], path: Path, scenario: Scenario) -> Iterator[Problem]:
    """Where one language lacks a good or a poor talk."""
    kinds = {(talk.language, talk.agent) for talk in talks}
    missing = [
        f"{lang}: {k}" for lang in scenario.variants for k in get_args(Handling) if (lang, k) not in kinds
    ]
    if missing:
        yield Problem(f"{FOLDER}/{path.name}", 1, "stories", f"has no talk for {', '.join(missing)}")


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
