"""How the seconds of a practice pass: in a chat as they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Timeline(Protocol):
    """From real seconds since the opening to `at` of turns, and back."""

    def at(self, seconds: float) -> float:
        """`at` of something that happens so many real seconds after the opening."""
        ...

    def seconds(self, at: float) -> float:
        """Real seconds after the opening from which what happened at `at` can be read."""
        ...

    def counts_from(self, at: float) -> float:
        """The `at` from which the agent's answer to a buyer's turn at `at` is waited for."""
        ...

    def writes_again(self, at: float) -> float:
        """The `at` at which the buyer speaks up if its turn at `at` stays unanswered."""
        ...


@dataclass(frozen=True)
class RealTime:
    """A chat's seconds are real ones; after `silence` of them the buyer speaks up."""

    silence: float = 180.0

    def at(self, seconds: float) -> float:
        """The same."""
        return seconds

    def seconds(self, at: float) -> float:
        """The same."""
        return at

    def counts_from(self, at: float) -> float:
        """The same: a chat is read at once."""
        return at

    def writes_again(self, at: float) -> float:
        """`silence` later."""
        return at + self.silence
