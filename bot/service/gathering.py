"""Several short messages in a row are one turn: when it closes, and what goes into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.service.pace import Pace
from bot.store.records import Message

LONGEST = 2_000
"""Characters a message, and a turn made of several, may have."""


@dataclass
class Gathering:
    """Times of the messages that wait to become a turn, on the clock's seconds."""

    pace: Pace
    first: float | None = None
    last: float = 0.0
    closed: bool = False

    def add(self, now: float) -> None:
        """A message came in."""
        self.first = now if self.first is None else self.first
        self.last = now
        self.closed = False

    def typing(self, now: float) -> None:
        """The trainee is still typing: the pause begins anew."""
        if self.first is not None:
            self.last = max(self.last, now)

    def close(self) -> None:
        """The trainee asked to send all at once."""
        self.closed = self.first is not None

    def clear(self) -> None:
        """All messages were handed over."""
        self.first, self.closed = None, False

    def due(self) -> float | None:
        """When the turn closes; None while nothing waits."""
        if self.first is None:
            return None
        if self.closed:
            return self.first
        return min(self.last + self.pace.pause, self.first + self.pace.limit)


def one_turn(waiting: Sequence[Message]) -> list[Message]:
    """The first messages that together are no longer than one turn may be; at least one."""
    taken: list[Message] = []
    length = 0
    for message in waiting:
        length += len(message.text) + 1
        if taken and length > LONGEST + 1:
            break
        taken.append(message)
    return taken
