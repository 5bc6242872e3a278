"""Reads catalogue/moves: the sentences by which a buyer's moves are learned; everything wrong at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.contract import moves
from bot.content.sense import check_repeated
from bot.content.unknown import unknown
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem


@dataclass(frozen=True)
class MoveExample:
    """A buyer's sentence with its moves, that of its file first."""

    text: str
    moves: tuple[str, ...]
    language: str
    file: str
    line: int


def load_move_examples(root: Path) -> tuple[list[MoveExample], list[Problem]]:
    """The sentences of `root`/catalogue/moves, and everything wrong in the files."""
    examples: list[MoveExample] = []
    problems: list[Problem] = []
    for path in sorted((root / "catalogue" / "moves").glob("*.yml")):
        file, wrong = load(path, "move", str(path.relative_to(root)))
        if file and not wrong:
            found = list(_examples(file))
            wrong = [*_check(file, path.stem), *_check_further(found)]
            examples += found
        problems += wrong
    return examples, problems + list(check_repeated(examples))


def _check(file: YamlFile, name: str) -> Iterator[Problem]:
    if file.data["id"] != name:
        yield file.problem(("id",), f"must be the file's name, {name}")
    if file.data["id"] not in moves():
        yield file.problem(("id",), unknown("move", file.data["id"], moves()))


def _examples(file: YamlFile) -> Iterator[MoveExample]:
    for language, listed in file.data["examples"].items():
        for i, example in enumerate(listed):
            told = {"text": example} if isinstance(example, str) else example
            yield MoveExample(
                text=told["text"],
                moves=(file.data["id"], *told.get("further", ())),
                language=language,
                file=file.name,
                line=file.line(("examples", language, i)),
            )


def _check_further(examples: list[MoveExample]) -> Iterator[Problem]:
    for example in examples:
        for move in example.moves[1:]:
            if move not in moves():
                yield Problem(example.file, example.line, "further", unknown("move", move, moves()))
