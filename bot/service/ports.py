"""What the service needs from outside. Adapters stand elsewhere; tests bring small ones of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import Protocol

from bot.core.heard import JsonDict
from bot.core.words import Ending
from bot.store.records import Attempt, Exchange, Grading, Message, Status, StoredTurn


class Bot(Protocol):
    """The buyer, the coach and the grader, behind one address."""

    async def say(self, sender: str, text: str, metadata: JsonDict) -> JsonDict:
        """The `custom` part of the answer to a trainee's turn; raises ServiceDown."""
        ...

    async def send(self, sender: str, event: str, metadata: JsonDict) -> JsonDict:
        """The `custom` part of the answer to one of web's own events, such as begin; raises ServiceDown."""
        ...

    async def close(self) -> None:
        """Ends the connections."""
        ...


class Clock(Protocol):
    """Time, so that tests can set it."""

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        ...

    def sleep(self, seconds: float) -> Awaitable[None]:
        """Waits so long."""
        ...


class Attempts(Protocol):
    """The repository of attempts; each method is one transaction (see `bot.store.attempts`)."""

    def add(self, attempt: Attempt) -> None: ...
    def get(self, attempt: str) -> Attempt | None: ...
    def of_visitor(self, visitor: str, limit: int) -> list[tuple[Attempt, JsonDict | None]]: ...
    def unsettled(self, scenarios: Sequence[str]) -> list[str]: ...
    def set_status(self, attempt: str, status: Status) -> None: ...
    def keep_message(self, attempt: str, message: Message) -> Message: ...
    def messages(self, attempt: str, waiting: bool = False) -> list[Message]: ...
    def turns(self, attempt: str) -> list[StoredTurn]: ...
    def add_turns(
        self,
        attempt: str,
        turns: Sequence[StoredTurn],
        messages: Sequence[str] = (),
        opened: float | None = None,
        ending: Ending | None = None,
    ) -> None: ...
    def add_exchange(self, attempt: str, exchange: Exchange, messages: Sequence[str] = ()) -> int: ...
    def set_aside(self, attempt: str, messages: Sequence[str]) -> None: ...
    def exchanges(self, attempt: str) -> list[Exchange]: ...
    def add_grade(self, attempt: str, grade: JsonDict, made: float) -> None: ...
    def grades(self, attempt: str) -> list[Grading]: ...
