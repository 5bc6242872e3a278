"""Reads catalogue/agents: what simulated agents say, by language and act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.buyer_lines import check_places
from bot.content.contract import acts
from bot.content.unknown import unknown
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem

PLACES = ("share", "days", "day")
"""What an agent fills in: an offer in per cent, a span of days, a day of the calendar."""

AgentLines = Mapping[str, tuple[str, ...]]
"""Act to sentences that perform it, and nothing else."""


def load_agent_lines(root: Path) -> tuple[dict[str, AgentLines], list[Problem]]:
    """By language what stands in `root`/catalogue/agents, and everything wrong in the files."""
    found: dict[str, AgentLines] = {}
    problems: list[Problem] = []
    for path in sorted((root / "catalogue" / "agents").glob("*.yml")):
        file, wrong = load(path, "agents", str(path.relative_to(root)))
        if file and not wrong:
            wrong = list(_check(file, path.stem))
        if file and not wrong:
            found[path.stem] = {act: tuple(lines) for act, lines in file.data["acts"].items()}
        problems += wrong
    return found, problems


def _check(file: YamlFile, name: str) -> Iterator[Problem]:
    if file.data["language"] != name:
        yield file.problem(("language",), f"must be the file's name, {name}")
    for act, lines in file.data["acts"].items():
        if act not in acts():
            yield file.problem(("acts", act), unknown("act", act, acts()))
        for i, line in enumerate(lines):
            yield from check_places(file, ("acts", act, i), line, PLACES)
    missing = [act for act in acts() if act not in file.data["acts"]]
    if missing:
        yield file.problem(("acts",), f"has no sentences for {', '.join(missing)}")
