"""Starts the whole house as a host does, on free ports and with a database of its own."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT, settings
from tests.ports import free_ports

READY_WITHIN = 120


@dataclass
class House:
    """A running house. `lines` holds what the user was told."""

    process: subprocess.Popen[str]
    var: Path
    ports: dict[str, int]
    lines: list[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['SILKDESK_PORT']}"

    def wait_until_ready(self) -> None:
        """Reads what the user is told until the address stands there."""
        heard: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_listen, args=(self.process, heard), daemon=True).start()
        while not any(line.startswith("Silkdesk: ") for line in self.lines):
            self.lines.append(heard.get(timeout=READY_WITHIN))
            assert self.lines[-1] != "(ended)", "\n".join(self.lines)

    def stop(self) -> int:
        """Ctrl-C, as a terminal sends it."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)


def _listen(process: subprocess.Popen[str], heard: queue.Queue[str]) -> None:
    assert process.stdout
    with process.stdout as lines:
        for line in lines:
            heard.put(line.rstrip())
    heard.put("(ended)")


def start(var: Path, **extra: str) -> House:
    """Starts a house that shares encoder, index and lexicon with this checkout, but nothing else."""
    var.mkdir(parents=True, exist_ok=True)
    for shared in ("encoder", "knowledge", "lexicon"):
        (var / shared).symlink_to(settings().var / shared)
    names = ("SILKDESK_PORT", "SILKDESK_RASA_PORT", "SILKDESK_ACTIONS_PORT")
    ports = dict(zip(names, free_ports(3), strict=True))
    process = subprocess.Popen(
        [str(ROOT / ".venvs/app/bin/silkdesk"), "run"],
        cwd=ROOT,
        env={**os.environ, "SILKDESK_VAR": str(var), **{n: str(p) for n, p in ports.items()}, **extra},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    house = House(process, var, ports, [])
    house.wait_until_ready()
    return house
