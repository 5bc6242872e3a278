"""The errors a user can meet. Each becomes one line; only faults of our own become tracebacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file that a person wrote.

    `file` is the path as the user named it, `line` counts from 1 (0: the whole file), `where` is the
    place inside the file in words (`needs[2].lines.de`), `message` says what is wrong and what to do.
    """

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.where}: {self.message}" if self.where else f"{place}: {self.message}"


class SilkdeskError(Exception):
    """Base of all errors that speak to a user; never raised itself."""


class BadFile(SilkdeskError):
    """Files that a person wrote cannot be used; carries every problem found, not just the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def sound(found: T | None, problems: Sequence[Problem]) -> T:
    """What a reader of files found; raises BadFile where it found problems too."""
    if found is None or problems:
        raise BadFile(problems)
    return found


class BadRequest(SilkdeskError):
    """What the user asked for cannot be done; the message says what and what to do instead."""


class NotFound(BadRequest):
    """The thing asked for does not exist, or is not this user's."""


class ServiceDown(SilkdeskError):
    """Another process (bot, action server) does not answer; trying again later may help."""


class NotReady(SilkdeskError):
    """Something that set-up or training makes is missing or broken; the message names the command."""
