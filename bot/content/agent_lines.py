"""Reads catalogue/agents: what simulated agents say, by language and act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.buyer.fill import SPOKEN
from bot.buyer.scenario import Need, Trap
from bot.content.buyer_lines import check_places
from bot.content.catalogue import Catalogue, load_catalogue
from bot.content.contract import acts
from bot.content.unknown import unknown
from bot.content.yaml_file import Place, YamlFile, load
from bot.core.errors import Problem

PLACES = ("share", "days", "day")
"""What an agent fills in: an offer in per cent, a span of days, a day of the calendar."""

Sentences = Mapping[str, Sequence[str]]
"""Act to sentences that perform it, and nothing else."""


@dataclass(frozen=True)
class AgentLines:
    """What agents say in one language: `acts` whatever the case, `answers` to a need or trap, by its id."""

    acts: Sentences
    answers: Mapping[str, Sentences]


def load_agent_lines(
    root: Path, catalogue: Catalogue | None = None
) -> tuple[dict[str, AgentLines], list[Problem]]:
    """By language what stands in `root`/catalogue/agents, and everything wrong in the files.

    `catalogue` is that of `root`, read where it is not given.
    """
    catalogue = catalogue or load_catalogue(root)
    found: dict[str, AgentLines] = {}
    problems: list[Problem] = []
    for path in sorted((root / "catalogue" / "agents").glob("*.yml")):
        file, wrong = load(path, "agents", str(path.relative_to(root)))
        if file and not wrong:
            wrong = [*_check(file, path.stem), *_check_answers(file, {**catalogue.needs, **catalogue.traps})]
        if file and not wrong:
            found[path.stem] = _lines(file.data)
        problems += wrong
    return found, problems


def _lines(data: Mapping[str, Any]) -> AgentLines:
    answers = {id: _sentences(given) for id, given in data.get("answers", {}).items()}
    return AgentLines(_sentences(data["acts"]), answers)


def _sentences(data: Mapping[str, list[str]]) -> Sentences:
    return {act: tuple(lines) for act, lines in data.items()}


def _check(file: YamlFile, name: str) -> Iterator[Problem]:
    if file.data["language"] != name:
        yield file.problem(("language",), f"must be the file's name, {name}")
    yield from _check_sentences(file, ("acts",), file.data["acts"], PLACES)
    missing = [act for act in acts() if act not in file.data["acts"]]
    if missing:
        yield file.problem(("acts",), f"has no sentences for {', '.join(missing)}")


def _check_answers(file: YamlFile, known: Mapping[str, Need | Trap]) -> Iterator[Problem]:
    for id, given in file.data.get("answers", {}).items():
        if id not in known:
            yield file.problem(("answers", id), unknown("need or trap", id, known))
            continue
        yield from _check_sentences(file, ("answers", id), given, (*PLACES, *SPOKEN, *known[id].fills))
        for act in given:
            if act in acts() and act not in _dealing_with(known[id]):
                yield file.problem(("answers", id, act), f"{act} neither meets nor declines {id}")


def _check_sentences(
    file: YamlFile, where: Place, given: Mapping[str, list[str]], places: tuple[str, ...]
) -> Iterator[Problem]:
    for act, lines in given.items():
        if act not in acts():
            yield file.problem((*where, act), unknown("act", act, acts()))
        for i, line in enumerate(lines):
            yield from check_places(file, (*where, act, i), line, places)


def _dealing_with(item: Need | Trap) -> frozenset[str]:
    return item.declined_by if isinstance(item, Trap) else item.met_by | item.offered_by
