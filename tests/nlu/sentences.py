"""The taught sentences and the test sentences, read once for all tests of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.content.nlu import Example, load_examples
from bot.core.errors import Problem
from bot.settings import ROOT

TAUGHT, TESTS = ROOT / "data" / "nlu", ROOT / "tests" / "nlu"


@cache
def examples(folder: Path) -> tuple[tuple[Example, ...], tuple[Problem, ...]]:
    """The sentences of a folder, and what is wrong in its files."""
    found, problems = load_examples(folder)
    return tuple(found), tuple(problems)


def taught() -> tuple[Example, ...]:
    """What understanding learns from."""
    return examples(TAUGHT)[0]


def examined() -> tuple[Example, ...]:
    """What it is examined on."""
    return examples(TESTS)[0]
