"""Memory of a house's processes, as the kernel counts it."""

from __future__ import annotations

from pathlib import Path

from tests.house.running import House

MARKS = {"web": "bot.web", "bot": "rasa", "actions": "actions.server"}


def memory(house: House) -> dict[str, float]:
    """Megabytes (PSS: shared pages counted once) of web, bot, action server and the supervisor itself."""
    sizes = dict.fromkeys([*MARKS, "supervisor"], 0.0)
    for pid in family(house.process.pid):
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        part = next((name for name, mark in MARKS.items() if mark in command), "supervisor")
        sizes[part] += _pss(pid)
    return sizes


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(grandchild for child in children for grandchild in family(int(child)))]


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0
