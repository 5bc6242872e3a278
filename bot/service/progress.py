"""Where a conversation stands: its turns, what waits, who owes an answer. Pure values, no I/O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.buyer.scenario import Band
from bot.buyer.state import ANNOYED, CALM
from bot.core.heard import JsonDict
from bot.service.gathering import Gathering, one_turn
from bot.service.office import Office
from bot.service.timeline import Timeline
from bot.store.records import Attempt, Message, StoredTurn


@dataclass
class Progress:
    """The attempt with its turns and waiting messages; `parts` are the messages of each agent's turn.

    `time` says how its seconds pass.
    """

    attempt: Attempt
    turns: list[StoredTurn]
    waiting: list[Message]
    gathering: Gathering
    time: Timeline
    parts: dict[int, list[Message]] = field(default_factory=dict)
    silences: int = 0

    @staticmethod
    def of(
        attempt: Attempt,
        turns: Sequence[StoredTurn],
        messages: Iterable[Message],
        gathering: Gathering,
        time: Timeline,
    ) -> Progress:
        """Where a stored conversation stands."""
        progress = Progress(attempt, list(turns), [], gathering, time)
        for message in messages:
            if message.turn is not None:
                progress.parts.setdefault(message.turn, []).append(message)
            elif message.fate == "waiting":
                progress.waiting.append(message)
        progress.silences = max(0, len(progress._unanswered()) - 1)
        progress.regather()
        return progress

    @property
    def state(self) -> JsonDict | None:
        """The engine's latest state; None before the opening."""
        return next((t.state for t in reversed(self.turns) if t.state is not None), None)

    @property
    def mood(self) -> Band | None:
        """The buyer's latest mood."""
        mood = next((t.mood for t in reversed(self.turns) if t.mood is not None), None)
        return None if mood is None else band(mood)

    @property
    def office(self) -> Office | None:
        """The office clock where letters are written; None in a chat."""
        return self.time if isinstance(self.time, Office) else None

    @property
    def batch(self) -> list[Message]:
        """The waiting messages that become the next turn; each letter is one of its own."""
        return self.waiting[:1] if self.office else one_turn(self.waiting)

    def knows(self, message: str) -> bool:
        """Whether the message is part of a turn or waits to become one."""
        spoken = (m.id == message for batch in self.parts.values() for m in batch)
        return any(spoken) or any(m.id == message for m in self.waiting)

    def unanswered_since(self) -> float | None:
        """Since when the first buyer's turn without a reply waits; None where the agent spoke last."""
        unanswered = self._unanswered()
        return self.time.counts_from(unanswered[0].at) if unanswered else None

    def clock(self, now: float) -> float:
        """Seconds since the opening, to the millisecond."""
        return 0.0 if self.attempt.opened is None else round(self.time.at(now - self.attempt.opened), 3)

    def moment(self, at: float) -> float:
        """When on the real clock a turn at `at` was, or will be, readable."""
        return (self.attempt.opened or 0.0) + self.time.seconds(at)

    def next_at(self, moment: float) -> float:
        """`at` for a turn made at `moment`: never before the turn that precedes it."""
        return max(self.clock(moment), self.turns[-1].at if self.turns else 0.0)

    def spoken(self, turns: Sequence[StoredTurn], batch: Sequence[Message]) -> None:
        """Takes over turns that were stored, the first of them made of `batch`."""
        if batch:
            self.parts[turns[0].index] = list(batch)
            self.silences = 0
        self.turns.extend(turns)
        self.settled(batch)

    def settled(self, batch: Sequence[Message]) -> None:
        """Takes messages out of the waiting ones."""
        done = {message.id for message in batch}
        self.waiting = [message for message in self.waiting if message.id not in done]
        self.regather()

    def regather(self) -> None:
        """Starts the gathering anew with what waits."""
        self.gathering.clear()
        for message in self.waiting:
            self.gathering.add(message.arrived)

    def _unanswered(self) -> list[StoredTurn]:
        trailing: list[StoredTurn] = []
        for turn in reversed(self.turns):
            if turn.side == "agent":
                break
            trailing.insert(0, turn)
        return trailing


def band(mood: float) -> Band:
    """The band of a mood, with the borders that the buyer's lines go by."""
    return "calm" if mood >= CALM else "annoyed" if mood >= ANNOYED else "angry"
