"""How the letters of an inbox stand: values, told from the progress of each thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.buyer.scenario import Person, Scenario
from bot.service.cards import casting_of
from bot.service.office import Office
from bot.service.progress import Progress
from bot.store.records import Attempt

ThreadState = Literal["arriving", "new", "answered", "again", "closed"]
"""Not yet there, not yet answered, the buyer's turn, the agent's turn again, over."""
TO_ANSWER: tuple[ThreadState, ...] = ("new", "again")


@dataclass(frozen=True)
class Thread:
    """One buyer's letters: the latest that can be read, and the seconds left to answer, if one waits.

    `coming` is the real moment at which a letter that is on its way can be read.
    """

    attempt: Attempt
    scenario: Scenario
    buyer: Person
    state: ThreadState
    subject: str | None
    arrived: datetime | None
    left: float | None
    coming: float | None


@dataclass(frozen=True)
class Inbox:
    """All threads, the first to arrive on top; `now` by the office clock, of `speed` seconds in one."""

    threads: Sequence[Thread]
    now: datetime
    speed: float

    @property
    def open(self) -> bool:
        """Whether it is still worked at."""
        return any(thread.attempt.status == "open" for thread in self.threads)

    @property
    def next_letter(self) -> float | None:
        """The real moment of the next letter, where nothing is to be done until then."""
        if any(thread.state in TO_ANSWER for thread in self.threads):
            return None
        return min((thread.coming for thread in self.threads if thread.coming is not None), default=None)


def survey(held: Sequence[tuple[Progress, Scenario, Office]], now: float) -> Inbox:
    """How all threads, at least one, stand at the real moment `now`."""
    first, _, office = held[0]
    ordered = sorted(held, key=lambda one: one[0].turns[0].at if one[0].turns else 0.0)
    threads = [_thread(progress, scenario, clock, now) for progress, scenario, clock in ordered]
    return Inbox(threads, office.moment(first.clock(now)), office.speed)


def _thread(progress: Progress, scenario: Scenario, office: Office, now: float) -> Thread:
    buyers = [turn for turn in progress.turns if turn.side == "buyer"]
    read = [turn for turn in buyers if progress.moment(turn.at) <= now]
    coming = next((progress.moment(turn.at) for turn in buyers if turn not in read), None)
    state = _state(progress, any(read), coming is not None)
    since = progress.unanswered_since() if state in TO_ANSWER else None
    return Thread(
        attempt=progress.attempt,
        scenario=scenario,
        buyer=casting_of(scenario, progress.attempt).variant.buyer,
        state=state,
        subject=read[-1].subject if read else None,
        arrived=office.moment(read[-1].at) if read else None,
        left=None if since is None else office.writes_again(since) - progress.clock(now),
        coming=coming,
    )


def _state(progress: Progress, read: bool, coming: bool) -> ThreadState:
    attempt = progress.attempt
    if attempt.status != "open" or (attempt.ending and not coming):
        return "closed"
    if not read:
        return "arriving"
    if coming or progress.waiting or progress.turns[-1].side == "agent":
        return "answered"
    return "again" if any(turn.side == "agent" for turn in progress.turns) else "new"
