"""Makes the folder of a new scenario: valid at once, to be made one's own; or a copy of another one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from bot.buyer.scenario import Scenario
from bot.content.catalogue import Catalogue
from bot.content.new_scenario_files import files
from bot.content.new_scenario_order import Draft, NewScenario
from bot.content.scenarios import load_scenarios
from bot.core.errors import BadFile, BadRequest

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_id(root: Path, id: str) -> str:
    """The id, if a scenario of `root` may be called so; raises BadRequest."""
    if not ID.fullmatch(id):
        raise BadRequest(f"{id} is no id: small letters and digits, in words joined by hyphens")
    if (root / "scenarios" / id).exists():
        raise BadRequest(f"scenarios/{id} is there already: edit its files, or choose another id")
    return id


def make_scenario(root: Path, new: NewScenario, catalogue: Catalogue, others: Mapping[str, Scenario]) -> Path:
    """Writes the scenario's folder under `root`/scenarios.

    What its needs and traps want filled is taken from `others` that fill the same. Raises BadRequest for a
    bad or existing id, and BadFile where what is given makes no valid scenario; nothing is left behind then.
    """
    folder = root / "scenarios" / check_id(root, new.id)
    draft = Draft(new, catalogue, others)
    folder.mkdir(parents=True)
    for name, text in files(draft).items():
        (folder / name).write_text(text, encoding="utf-8")
    problems = [
        p for p in load_scenarios(root, [folder]).problems if p.file.startswith(f"scenarios/{new.id}/")
    ]
    if problems:
        shutil.rmtree(folder)
        raise BadFile(problems)
    return folder


def copy_scenario(root: Path, id: str, like: str) -> Path:
    """Copies the scenario `like` of `root` under a new id; raises BadRequest for a bad or existing id."""
    folder = root / "scenarios" / check_id(root, id)
    shutil.copytree(root / "scenarios" / like, folder)
    sheet = folder / "scenario.yml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(re.sub(r"(?m)^id: .*$", f"id: {id}", text, count=1), encoding="utf-8")
    return folder
