"""A project of one scenario, for tests that change it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.content.draft import draft_lines
from bot.content.scenario_zip import pack, unpack
from bot.core.article import ARTICLE_LANGUAGES
from bot.settings import ROOT


def small_project(root: Path) -> Path:
    """Fills `root` with nothing but what the scenario late-parcel needs, and gives it back."""
    for name, content in late_parcel().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    for folder in ("catalogue/talk", "knowledge/policies"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "catalogue/matters.yml", root / "catalogue")
    (root / "catalogue/moves").mkdir()
    shutil.copy(ROOT / "catalogue/moves/accept.yml", root / "catalogue/moves")
    return root


def whole_catalogue(root: Path) -> Path:
    """Adds every need, trap and move there is to the project in `root`, and gives it back."""
    shutil.copytree(ROOT / "catalogue", root / "catalogue", dirs_exist_ok=True)
    return root


def fill(folder: Path) -> None:
    """Writes over everything in a new article that its author has to write."""
    for language in ARTICLE_LANGUAGES:
        file = folder / f"{language}.md"
        rows = file.read_text(encoding="utf-8").splitlines()
        written = (f"{row}!" if row in draft_lines(language) else row for row in rows)
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
    file = folder / "phrases.yml"
    said = file.read_text(encoding="utf-8").replace("\n  de: ", "\n  de: Ja. ")
    file.write_text(said, encoding="utf-8")


@cache
def late_parcel() -> Mapping[str, bytes]:
    """The files that the shipped scenario late-parcel travels with."""
    return unpack(pack(ROOT, "late-parcel"))[1]
