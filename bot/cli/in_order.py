"""Work on many things by several processes, with the results in the order of the things."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any, TypeVar

from bot.core.errors import ServiceDown

Thing = TypeVar("Thing")
Result = TypeVar("Result")

LONG = 16
"""Things from which further processes are worth their start."""
AHEAD = 4
"""Things a process that are begun before the first of them is done; nothing more is held."""

_work: Callable[[Any], Any]


def in_order(
    work: Callable[[Thing], Result], things: Iterable[Thing], processes: int, long: int = LONG
) -> Iterator[Result]:
    """`work` done on each thing, in order. Below `long` things, or for one process, it is done here.

    The processes are copies of this one, so what it has loaded they need not load again. Raises
    ServiceDown where one of them is ended from outside.
    """
    iterator = iter(things)
    begun = list(islice(iterator, long))
    if processes == 1 or len(begun) < long:
        yield from map(work, chain(begun, iterator))
    else:
        yield from _by_processes(work, chain(begun, iterator), processes)


def _by_processes(
    work: Callable[[Thing], Result], things: Iterator[Thing], processes: int
) -> Iterator[Result]:
    with ProcessPoolExecutor(processes, get_context("fork"), _take, (work,)) as pool:
        waiting: deque[Future[Result]] = deque()
        try:
            for thing in things:
                waiting.append(pool.submit(_do, thing))
                if len(waiting) >= AHEAD * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise ServiceDown("a process was ended from outside; try again with --jobs 1") from None
        finally:
            pool.shutdown(cancel_futures=True)


def _take(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the first process, and that one the others


def _do(thing: Any) -> Any:
    return _work(thing)
