"""What the project ships, apart from what a teacher has added and not committed."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from bot.buyer.scenario import Scenario
from bot.content.scenarios import load_scenarios
from bot.settings import ROOT


@cache
def scenarios() -> dict[str, Scenario]:
    """The scenarios under version control, by id; all of them where there is none."""
    listed = ["git", "ls-files", "scenarios/*/scenario.yml"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = {Path(line).parent.name for line in tracked.splitlines()}
    found = load_scenarios(ROOT).scenarios
    return {id: scenario for id, scenario in found.items() if not names or id in names}
