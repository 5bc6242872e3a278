"""The contract's lists: acts, topics, checks, moves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.core.words import Dimension

CONTRACT = Path(__file__).resolve().parents[2] / "contract"


@dataclass(frozen=True)
class ContractCheck:
    """A line of checks.yml: `flags` are those before the description (band, critical, scenario)."""

    id: str
    dimension: Dimension
    flags: frozenset[str]
    description: str


def _read(name: str) -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = yaml.safe_load((CONTRACT / name).read_text(encoding="utf-8"))
    return data


@cache
def acts() -> dict[str, str]:
    """Act id to its group, in the contract's order."""
    return {act: group for group, members in _read("acts.yml").items() for act in members}


@cache
def topics() -> dict[str, str]:
    """Topic id to its group, in the contract's order."""
    return {topic: group for group, members in _read("topics.yml").items() for topic in members}


@cache
def moves() -> tuple[str, ...]:
    """The ids of the buyer's moves, in the contract's order."""
    return tuple(_read("moves.yml"))


@cache
def checks() -> dict[str, ContractCheck]:
    """Check id to its line in checks.yml, in the contract's order."""
    found = {}
    for dimension, members in _read("checks.yml").items():
        for check, text in members.items():
            head, dot, _ = text.partition(". ")
            words = {w.strip() for w in head.split(",")}
            flags = words if dot and words <= {"band", "critical", "scenario"} else set()
            found[check] = ContractCheck(check, dimension, frozenset(flags), text)  # type: ignore[arg-type]
    return found
