"""A project of one scenario, for tests that change it."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.settings import ROOT


def small_project(root: Path) -> Path:
    """Fills `root` with nothing but what the scenario late-parcel needs, and gives it back."""
    for folder in ("catalogue", "scenarios/late-parcel", "knowledge/policies"):
        shutil.copytree(ROOT / folder, root / folder)
    return root
