"""Makes the folder of a new scenario: a playable copy of another one, to be rewritten."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bot.core.errors import BadRequest

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def make_scenario(root: Path, id: str, like: str) -> Path:
    """Copies `root`/`like` under the new id; raises BadRequest for a bad or existing id."""
    if not ID.fullmatch(id):
        raise BadRequest(f"{id} is no id: small letters and digits, in words joined by hyphens")
    folder = root / id
    if folder.exists():
        raise BadRequest(f"{folder} exists already")
    shutil.copytree(root / like, folder)
    sheet = folder / "scenario.yml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(re.sub(r"(?m)^id: .*$", f"id: {id}", text, count=1), encoding="utf-8")
    return folder
