"""What is wired is made once, however many threads ask for it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.bootstrap.once import once
from bot.core.errors import NotReady

THREADS = 4


def test_threads_that_ask_at_the_same_time_get_one_thing() -> None:
    together = Barrier(THREADS)

    @once
    def thing() -> object:
        for _ in range(100):
            time.sleep(0)  # lets the others go on
        return object()

    def ask(_: int) -> object:
        together.wait()
        return thing()

    with ThreadPoolExecutor(THREADS) as pool:
        assert len(set(pool.map(ask, range(THREADS)))) == 1


def test_what_was_made_is_kept_until_it_is_to_be_forgotten() -> None:
    @once
    def thing() -> object:
        return object()

    first = thing()
    assert thing() is first
    thing.cache_clear()
    assert thing() is not first


def test_what_could_not_be_made_is_tried_again() -> None:
    tries: list[str] = []

    @once
    def thing() -> str:
        tries.append("again")
        if len(tries) == 1:
            raise NotReady("run `make setup`")
        return "ready"

    with pytest.raises(NotReady):
        thing()
    assert thing() == "ready"
