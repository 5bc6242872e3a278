"""Reads tests/stories/test_<scenario>.yml: talks and how they must end; `rasa test` plays them too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.buyer.scenario import Scenario
from bot.content.contract import acts
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem
from bot.core.words import Ending, Language

PREFIX = "test_"


@dataclass(frozen=True)
class GradedTalk:
    """What an agent says to the first buyer of a language, and what must come of it.

    `met` are the needs that are met in the end, `violations` the acts that the grade accuses.
    """

    scenario: str
    name: str
    language: Language
    agent: Literal["good", "poor"]
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
        file, wrong = load(path, "stories", f"{folder.parent.name}/{folder.name}/{path.name}")
        scenario = path.stem.removeprefix(PREFIX)
        if file and not wrong:
            wrong = list(_check(file, scenario, scenarios))
        if file and not wrong:
            talks += [_talk(scenario, story) for story in file.data["stories"]]
        problems += wrong
    return talks, problems


def _check(file: YamlFile, name: str, scenarios: Mapping[str, Scenario]) -> Iterator[Problem]:
    scenario = scenarios.get(name)
    if scenario is None:
        yield file.problem((), f"there is no scenario {name}")
        return
    kinds = set()
    for i, story in enumerate(file.data["stories"]):
        place, told = ("stories", i), story["metadata"]
        kinds.add((told["language"], told["agent"]))
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
    missing = [
        f"{lang}: {kind}"
        for lang in scenario.variants
        for kind in ("good", "poor")
        if (lang, kind) not in kinds
    ]
    if missing:
        yield file.problem(("stories",), f"has no talk for {', '.join(missing)}")


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
