"""Grades thousands of lines as nobody should send them, and tells how each ended."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from bot import bootstrap
from bot.cli.grade_work import grading
from bot.cli.transcript_input import BadLine, Transcripts
from bot.content.chat_messages import Layout
from tests.grading.hostile import lines

many = settings(
    max_examples=10_000,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Soak:
    """How all lines ended, and the seconds of the slowest."""

    def __init__(self, place: Path) -> None:
        self.endings: Counter[str] = Counter()
        self.slowest = 0.0
        ears = bootstrap.buyer_ears()
        grader = replace(bootstrap.grader(), understander=bootstrap.understander(), ears=ears)
        self._work = grading(grader, None)
        self._file = place / "talks.jsonl"

    def take(self, line: bytes) -> None:
        """One line, which stands in a file behind a broken one."""
        self._file.write_bytes(b"}\n" + line + b"\n")
        started = time.perf_counter()
        self.endings[self._end()] += 1
        self.slowest = max(self.slowest, time.perf_counter() - started)

    def _end(self) -> str:
        try:
            read = Transcripts([str(self._file)], bootstrap.scenarios(), Layout()).read()
            _, *found = map(self._work, read)
        except Exception as error:
            return f"raised {type(error).__name__}"
        if not found:
            return "blank"
        return "named an error" if isinstance(found[0], BadLine) else "graded"


def main() -> None:
    """Prints how many ended how."""
    with (
        tempfile.TemporaryDirectory() as place,
        Path(os.devnull).open("w") as nowhere,
        redirect_stderr(nowhere),
    ):
        soak = Soak(Path(place))
        many(given(lines)(soak.take))()
    endings = ", ".join(f"{count} {ending}" for ending, count in soak.endings.most_common())
    print(f"hostile: {soak.endings.total():,} lines: {endings}; the slowest took {soak.slowest:.1f} s")


if __name__ == "__main__":
    main()
