"""How long a thousand scenarios take to be read and checked, as copies of the shipped ones."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from bot.content.graded_talks import check_graded_talks
from bot.content.scenarios import load_scenarios
from bot.settings import ROOT

SCENARIOS, SECONDS = 1_000, 10.0


def copies(root: Path) -> None:
    """Lays out as many copies under names of their own, with what they use linked."""
    for name in ("catalogue", "knowledge"):
        (root / name).symlink_to(ROOT / name)
    shipped = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yml"))
    for number, folder in enumerate(islice(cycle(shipped), SCENARIOS)):
        copy = root / "scenarios" / f"{folder.name}-{number}"
        shutil.copytree(folder, copy)
        sheet = copy / "scenario.yml"
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(text.replace(f"id: {folder.name}\n", f"id: {copy.name}\n", 1), encoding="utf-8")


def main() -> None:
    """Prints the seconds of processor time; exits 1 on a mistake or where it takes too long."""
    with tempfile.TemporaryDirectory() as place:
        copies(Path(place))
        started = time.process_time()
        shelf = load_scenarios(Path(place))
        wrong, _ = check_graded_talks(Path(place), shelf.scenarios)
        took = time.process_time() - started
    problems = [*shelf.problems, *wrong]
    print(f"scenarios: {len(shelf.scenarios):,} read and checked in {took:.1f} s, {len(problems)} mistakes")
    sys.exit(bool(problems) or len(shelf.scenarios) < SCENARIOS or took > SECONDS)


if __name__ == "__main__":
    main()
