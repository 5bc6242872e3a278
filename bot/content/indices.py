"""Reads what the fourteen indices mean."""

from __future__ import annotations

from pathlib import Path

from bot.content.yaml_file import load
from bot.core.errors import Problem
from bot.grading.period import IndexSpec


def load_indices(path: Path) -> tuple[dict[str, IndexSpec], list[Problem]]:
    """Index id to its meaning; nothing, and everything that is wrong, where the file cannot be used."""
    file, problems = load(path, "indices", f"{path.parent.name}/{path.name}")
    if file is None or problems:
        return {}, problems
    return {id: IndexSpec(**texts) for id, texts in file.data.items()}, []
