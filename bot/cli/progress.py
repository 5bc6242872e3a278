"""A line on the terminal that says how far long work has come."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

Thing = TypeVar("Thing")

SHOWN_AFTER = 2.0
"""Seconds of work that pass without a word."""
EVERY = 0.2
WIDTH = 24


def with_progress(
    things: Iterable[Thing],
    share: Callable[[], float | None],
    out: TextIO,
    now: Callable[[], float] = time.monotonic,
) -> Iterator[Thing]:
    """Passes the things on, and tells on the terminal `out` their number, their pace and what is left.

    `share` is how much of the work is begun, from 0 to 1, or None where nobody knows.
    """
    if not out.isatty():
        yield from things
        return
    begun, told = now(), 0.0
    for done, thing in enumerate(things, 1):
        yield thing
        passed = now() - begun
        if passed >= SHOWN_AFTER and passed - told >= EVERY:
            told = passed
            print(f"\r{line(done, passed, share())}\033[K", end="", file=out, flush=True)
    if told:
        print("\r\033[K", end="", file=out, flush=True)


def line(done: int, passed: float, share: float | None) -> str:
    """What is told after so many seconds."""
    pace = f"{done} graded, {done / passed:.1f} a second"
    if not share:
        return pace
    filled = round(WIDTH * share)
    left = passed / share - passed
    minutes, seconds = divmod(round(left), 60)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}  {pace}, {minutes}:{seconds:02} left"
