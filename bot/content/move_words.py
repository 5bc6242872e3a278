"""Reads catalogue/moves: how a buyer's moves are recognised in real talk."""

from __future__ import annotations

from pathlib import Path

from bot.content.contract import moves
from bot.content.yaml_file import load
from bot.core.errors import Problem
from bot.understanding.buyer_moves import MoveWords


def load_move_words(root: Path) -> tuple[list[MoveWords], list[Problem]]:
    """The moves of `root`/catalogue/moves, in the contract's order, and everything wrong in the files."""
    found: list[MoveWords] = []
    problems: list[Problem] = []
    for path in sorted((root / "catalogue" / "moves").glob("*.yml")):
        file, wrong = load(path, "move", str(path.relative_to(root)))
        if file and not wrong:
            id, words = file.data["id"], file.data["words"]
            if id != path.stem:
                wrong.append(file.problem(("id",), f"must be the file's name, {path.stem}"))
            if id not in moves():
                wrong.append(file.problem(("id",), f"unknown move {id}; moves stand in contract/moves.yml"))
            if not wrong:
                by_language = {language: tuple(listed) for language, listed in words.items()}
                found.append(MoveWords(id, by_language, tuple(file.data.get("marks", ()))))
        problems += wrong
    return sorted(found, key=lambda entry: moves().index(entry.move)), problems
