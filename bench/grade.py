"""How many conversations `silkdesk grade` grades in a second, and its memory with ever more of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bot.content.nlu import load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT, settings

TURNS = 12
FEW, MANY = 1_000, 10_000
"""Conversations whose peak memory is compared, and of which the fewer are timed where all is known."""
PROCESSES = (1, 2)
HERE = {"platform": "aliexpress", "country": "DE", "channel": "chat", "stage": "after_sales"}


@dataclass(frozen=True)
class Run:
    """How long a run of the command took, processor time of all its processes, and the largest one's size."""

    seconds: float
    worked: float
    megabytes: float


def conversations() -> list[dict[str, Any]]:
    """Conversations of the test messages; no message stands in two of them."""
    return [talk for language in LANGUAGES for talk in _of(language)]


def _of(language: str) -> Iterator[dict[str, Any]]:
    folder, each = ROOT / "tests" / "understanding", TURNS // 2
    buyers = [text for text, _ in load_messages(folder / f"moves.{language}.yml", "moves")]
    agents = [text for text, _ in load_messages(folder / f"messages.{language}.yml")]
    for start in range(0, min(len(buyers), len(agents)) - each + 1, each):
        said = zip(buyers[start : start + each], agents[start : start + each], strict=True)
        texts = [(side, text) for pair in said for side, text in zip(("buyer", "agent"), pair, strict=True)]
        turns = [{"from": side, "at": 20.0 * i, "text": text} for i, (side, text) in enumerate(texts)]
        yield {"id": f"{language}-{start}", "language": language, **HERE, "turns": turns}


def grade(talks: list[dict[str, Any]], count: int, var: Path, processes: int) -> Run:
    """Grades so many of `talks`, again and again the same, with the command."""
    file = var / "talks.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(talk) + "\n" for talk in islice(cycle(talks), count))
    command = [Path(sys.executable).with_name("silkdesk"), "grade", file, "--json", "--jobs", str(processes)]
    started = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)),
        env={**os.environ, "SILKDESK_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"silkdesk grade ended with {process.returncode}"
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


@dataclass(frozen=True)
class Rate:
    """Conversations a second on the clock, and a second of processor time, which other work leaves alone."""

    clock: float
    processor: float

    @staticmethod
    def of(run: Run, start: Run, count: int) -> Rate:
        """So many conversations in a run, less what it takes to begin."""
        return Rate(count / (run.seconds - start.seconds), count / (run.worked - start.worked))


def rates(talks: list[dict[str, Any]], processes: int, start: Run) -> tuple[Rate, Rate]:
    """The rates where no sentence was understood before, and where all were."""
    with tempfile.TemporaryDirectory() as place:
        var = Path(place)
        for part in ("encoder", "lexicon"):
            (var / part).symlink_to(settings().var / part)
        cold = grade(talks, len(talks), var, processes)
        warm = grade(talks, FEW, var, processes)
        return Rate.of(cold, start, len(talks)), Rate.of(warm, start, FEW)


def main() -> None:
    """Prints the rates and what they are to each other; takes some three minutes."""
    talks, var = conversations(), settings().var
    start = grade(talks, 1, var, 1)
    print(f"grade: {start.seconds:.1f} s until the first of {len(talks)} conversations of {TURNS} turns")
    found = {}
    for processes in PROCESSES:
        found[processes] = cold, warm = rates(talks, processes, start)
        print(
            f"grade: {processes} process{'es' * (processes > 1)}: {cold.clock:.1f} conversations/s, "
            f"{warm.clock:.0f} where their sentences were understood before; "
            f"a second of processor time: {cold.processor:.1f} and {warm.processor:.0f}, "
            f"{warm.processor / cold.processor:.0f} times as many",
            flush=True,
        )
    (cold_alone, warm_alone), (cold, warm) = found.values()
    print(
        f"grade: two processes to one: {cold.clock / cold_alone.clock:.2f}, "
        f"understood before {warm.clock / warm_alone.clock:.2f}"
    )
    few, many = (grade(talks, count, var, PROCESSES[-1]) for count in (FEW, MANY))
    ratio = many.megabytes / few.megabytes
    print(f"grade: peak memory of {MANY:,} conversations to {FEW:,}: {ratio:.2f} ({many.megabytes:.0f} MB)")


if __name__ == "__main__":
    main()
