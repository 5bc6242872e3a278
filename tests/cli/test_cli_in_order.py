"""Work by several processes comes back in order, is begun only a little ahead, and fails as here."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bot.cli.in_order import AHEAD, in_order
from bot.core.errors import BadRequest, ServiceDown


def told(number: int) -> tuple[int, int]:
    return number, os.getpid()


def test_results_come_in_order_from_other_processes() -> None:
    results = list(in_order(told, range(50), processes=2))
    assert [number for number, _ in results] == list(range(50))
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.parametrize(("count", "processes"), [(5, 2), (50, 1), (0, 2)])
def test_short_work_is_done_here(count: int, processes: int) -> None:
    results = list(in_order(told, range(count), processes))
    assert results == [(number, os.getpid()) for number in range(count)]


def test_no_more_is_read_than_is_being_worked_on() -> None:
    read: list[int] = []

    def things() -> Iterator[int]:
        for number in range(1000):
            read.append(number)
            yield number

    results = in_order(told, things(), processes=2, long=2)
    for taken in range(1, 21):
        next(results)
        assert len(read) <= taken + 2 * AHEAD
    results.close()  # type: ignore[attr-defined]


def test_an_error_is_raised_here() -> None:
    def refuse(number: int) -> int:
        if number == 30:
            raise BadRequest("thirty")
        return number

    with pytest.raises(BadRequest, match="thirty"):
        list(in_order(refuse, range(50), processes=2))


def test_a_process_that_is_ended_is_told_in_a_line() -> None:
    def end(_: int) -> None:
        os._exit(1)

    with pytest.raises(ServiceDown, match="--jobs 1"):
        list(in_order(end, range(50), processes=2))
