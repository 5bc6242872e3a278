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
    """The scenarios under version control, by id."""
    listed = ["git", "ls-files", "scenarios/*/scenario.yml"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = {Path(line).parent.name for line in tracked.splitlines()}
    return {id: scenario for id, scenario in load_scenarios(ROOT).scenarios.items() if id in names}
