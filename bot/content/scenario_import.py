"""Takes the files of a scenario into the project: all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.content.articles import citable
from bot.content.catalogue import MATTERS
from bot.content.graded_talks import check_graded_talks, file_of
from bot.content.rules import Citable, load_rules
from bot.content.scenario_zip import clashes
from bot.content.scenarios import load_scenarios
from bot.core.errors import BadFile, BadRequest, Problem

TREES = ("catalogue/moves", "catalogue/needs", "catalogue/talk", "catalogue/traps", "knowledge/policies")
"""What is laid out anew to see whether the files fit; the rest of the project is only looked at."""

LINKED = (MATTERS, "knowledge/articles", "knowledge/rules", "knowledge/topics.yml")
"""What no scenario brings along, but is checked with it."""


def take_in(root: Path, id: str, files: Mapping[str, bytes], replace: bool = False) -> list[str]:
    """Writes the files of scenario `id` under `root`; gives the paths of those that are new or changed.

    Raises BadRequest where other files stand in their place, unless they are to be replaced, and BadFile with
    everything that would be wrong afterwards and was not before, in other scenarios too. Nothing is written
    then. The scenario comes last, so that it never stands there without what it uses.
    """
    different = clashes(root, files)
    gone = sorted(path.name for path in (root / "scenarios" / id).glob("*") if _left_out(root, path, files))
    if (different or gone) and not replace:
        named = ", ".join([*different, *(f"scenarios/{id}/{name}" for name in gone)])
        raise BadRequest(
            f"other files stand there already: {named}; --replace puts the new ones in their place"
        )
    with tempfile.TemporaryDirectory(prefix=".import-", dir=root) as place:
        new, old = Path(place) / "new", Path(place) / "old"
        _lay_out(root, new, id, files)
        articles, _ = citable(root / "knowledge" / "articles")
        known = set(_problems(root, articles))
        if wrong := [problem for problem in _problems(new, articles) if problem not in known]:
            raise BadFile(wrong)
        changed = [name for name in files if not (root / name).exists()] + different
        with _undone_if_it_fails(root, old) as put:
            for name in changed:
                if not name.startswith("scenarios/"):
                    put(new / name, name)
            if gone or any(name.startswith("scenarios/") for name in changed):
                put(new / "scenarios" / id, f"scenarios/{id}")
    return sorted(changed)


def _left_out(root: Path, path: Path, files: Mapping[str, bytes]) -> bool:
    return path.relative_to(root).as_posix() not in files


def _lay_out(root: Path, new: Path, id: str, files: Mapping[str, bytes]) -> None:
    """The project as it would be afterwards: what may change is copied, the rest linked; its talks remain."""
    for tree in TREES:
        shutil.copytree(root / tree, new / tree)
    (new / "scenarios").mkdir()
    for path in (root / "scenarios").iterdir():
        if path.name != id:
            (new / "scenarios" / path.name).symlink_to(path)
    for name in LINKED:
        if (root / name).exists():
            (new / name).symlink_to(root / name)
    talks = file_of(Path(), id).as_posix()
    there = {talks: (root / talks).read_bytes()} if (root / talks).exists() else {}
    for name, content in {**there, **files}.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(content)


def _problems(root: Path, articles: Citable) -> list[Problem]:
    shelf = load_scenarios(root)
    talks, _ = check_graded_talks(root, shelf.scenarios)
    return [*shelf.problems, *talks, *load_rules(root / "knowledge", articles)[1]]


class _Put:
    """Moves files and folders to their names under `root`; what stood there is kept in `old` meanwhile."""

    def __init__(self, root: Path, old: Path) -> None:
        self._root = root
        self._old = old
        self._done: list[tuple[str, bool]] = []

    def __call__(self, source: Path, name: str) -> None:
        target, kept = self._root / name, self._old / name
        there = target.exists()
        if there:
            kept.parent.mkdir(parents=True, exist_ok=True)
            target.rename(kept)
        self._done.append((name, there))
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)

    def undo(self) -> None:
        """Puts everything back as it was."""
        for name, there in reversed(self._done):
            target = self._root / name
            if target.is_dir():
                shutil.rmtree(target)
            else:
                target.unlink(missing_ok=True)
            if there:
                (self._old / name).rename(target)


@contextmanager
def _undone_if_it_fails(root: Path, old: Path) -> Iterator[_Put]:
    """Moves into place; whatever goes wrong, what was moved goes back."""
    put = _Put(root, old)
    try:
        yield put
    except BaseException:
        put.undo()
        raise
