"""Reads taught sentences as `rasa train` does, and reports everything wrong in them at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from bot.content.contract import acts, moves
from bot.content.sense import check_repeated
from bot.content.unknown import unknown
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem, sound


@dataclass(frozen=True)
class Example:
    """A sentence with its acts, the intent first; `learner`: it has a learner's faults."""

    text: str
    acts: tuple[str, ...]
    language: str
    batch: str
    learner: bool
    world: str | None
    file: str
    line: int


def load_examples(root: Path) -> tuple[list[Example], list[Problem]]:
    """The sentences of every `<group>.<language>.yml` in `root`, and everything wrong in the files."""
    examples: list[Example] = []
    problems: list[Problem] = []
    for path in sorted(root.glob("*.yml")):
        file, found = load(path, "nlu", path.name)
        if file and not found:
            found = list(_check(file))
            examples += _examples(file)
        problems += found
    return examples, problems + list(check_repeated(examples))


def load_messages(path: Path, kind: Literal["acts", "moves"] = "acts") -> list[tuple[str, tuple[str, ...]]]:
    """Test messages of an agent with their acts, or of a buyer with their moves, in order of place.

    Raises BadFile for unknown ones.
    """
    known = acts() if kind == "acts" else moves()
    problems, found = [], []
    for i, message in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        wrong = [unknown(kind[:-1], label, known) for label in message[kind] if label not in known]
        problems += [Problem(path.name, 0, f"[{i}].{kind}", message) for message in wrong]
        found.append((message["text"], tuple(message[kind])))
    return sound(found, problems)


def _check(file: YamlFile) -> Iterator[Problem]:
    group, language = Path(file.name).stem.split(".")
    for i, block in enumerate(file.data["nlu"]):
        act, place = block["intent"], ("nlu", i, "intent")
        if act not in acts():
            yield file.problem(place, unknown("act", act, acts()))
        elif acts()[act] != group:
            yield file.problem(place, f"{act} belongs into {acts()[act]}.{language}.yml")
        for j, example in enumerate(block["examples"]):
            told = example["metadata"]
            at = ("nlu", i, "examples", j)
            for further in told.get("further", ()):
                if further not in acts():
                    yield file.problem(at, unknown("act", further, acts()))
            if not told["batch"].startswith(f"{language}-"):
                yield file.problem(at, f"batch {told['batch']} is of another language than the file")


def _examples(file: YamlFile) -> Iterator[Example]:
    for i, block in enumerate(file.data["nlu"]):
        for j, example in enumerate(block["examples"]):
            told = example["metadata"]
            yield Example(
                text=example["text"],
                acts=(block["intent"], *told.get("further", ())),
                language=Path(file.name).stem.split(".")[1],
                batch=told["batch"],
                learner=bool(told.get("learner")),
                world=told.get("world"),
                file=file.name,
                line=file.line(("nlu", i, "examples", j)),
            )
