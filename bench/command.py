"""Runs a command, and says what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT

SILKDESK = str(Path(sys.executable).with_name("silkdesk"))


@dataclass(frozen=True)
class Run:
    """How long a run of the command took, processor time of all its processes, and the largest one's size."""

    seconds: float
    worked: float
    megabytes: float


@dataclass(frozen=True)
class Rate:
    """Things done a second on the clock, and a second of processor time, which other work leaves alone."""

    clock: float
    processor: float

    @staticmethod
    def of(run: Run, start: Run, count: int) -> Rate:
        """So many things in a run, less what it takes to begin."""
        return Rate(count / (run.seconds - start.seconds), count / (run.worked - start.worked))


def run(command: Sequence[str], read: Path | None = None, env: Mapping[str, str] | None = None) -> Run:
    """Runs it from the project's root; it reads the file `read`, and `env` stands beside the environment."""
    started = time.perf_counter()
    with Path(read or os.devnull).open("rb") as file:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{' '.join(command)} ended with {process.returncode}"
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
