"""What is made once and kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, update_wrapper
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator
    """As functools.cache for what takes nothing, but threads that ask meanwhile wait for the first.

    By functools.cache each of them would make one, and some take seconds and hundreds of megabytes.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._made = cache(make)
        self._lock = Lock()
        update_wrapper(self, make)

    def __call__(self) -> T:
        with self._lock:
            return self._made()

    def cache_clear(self) -> None:
        """Forgets what was made."""
        self._made.cache_clear()
