"""What a page is told while it watches a conversation, as JSON."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from bot.core.heard import JsonDict
from bot.service.office import Office
from bot.service.progress import Progress
from bot.store.records import Message, StoredTurn

Refusal = Literal["empty", "too_long", "closed", "too_many"]


class Listener:
    """One page's queue of news."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[JsonDict] = asyncio.Queue()

    def tell(self, news: JsonDict) -> None:
        """Puts news at the end."""
        self._queue.put_nowait(news)

    async def next(self) -> JsonDict:
        """Waits for the next news."""
        return await self._queue.get()


def turn(turn: StoredTurn, progress: Progress) -> JsonDict:
    """A turn; an agent's with the messages that it was made of, a buyer's with its gloss, but in no exam.

    A letter has a subject, and with `sent` its moment by the office clock.
    """
    news: JsonDict = {
        "type": "turn",
        "index": turn.index,
        "side": turn.side,
        "at": turn.at,
        "text": turn.text,
    }
    if progress.office:
        news["sent"] = _iso(progress.office.moment(turn.at))
    if turn.subject is not None:
        news["subject"] = turn.subject
    if turn.side == "agent":
        parts = progress.parts.get(turn.index, ())
        news["messages"] = [_message(m) for m in parts]
    elif turn.gloss is not None and progress.attempt.mode != "exam":
        news["gloss"] = turn.gloss
    return news


def state(progress: Progress, now: float, typing: bool, retrying: bool) -> JsonDict:
    """How things stand: repeated whenever something of it changes.

    What is in a turn that nobody can read yet stays hidden. `unanswered`: seconds since the
    first buyer's turn without a reply, null while there is none. `office`: where letters are written.
    """
    since = None if typing or progress.waiting or progress.attempt.ending else progress.unanswered_since()
    at = progress.clock(now)
    told: JsonDict = {
        "type": "state",
        "status": progress.attempt.status,
        "bot": "retrying" if retrying else "ok",
        "opened": bool(progress.turns),
        "typing": typing,
        "ending": None if typing else progress.attempt.ending,
        "mood": None if typing else progress.mood,
        "waiting": [_message(m) for m in progress.waiting],
        "unanswered": None if since is None else round(max(0.0, at - since), 1),
    }
    if progress.office:
        told["office"] = _office(progress.office, at, since)
    return told


def _office(office: Office, at: float, since: float | None) -> JsonDict:
    """The office clock: `now`, until when the unanswered letter is to be answered, and how fast it goes."""
    due = None if since is None else _iso(office.moment(office.writes_again(since)))
    return {"now": _iso(office.moment(at)), "due": due, "speed": office.speed}


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def kept(message: str) -> JsonDict:
    """A message is stored: the page may forget it."""
    return {"type": "kept", "id": message}


def refused(message: str, reason: Refusal) -> JsonDict:
    """A message is not taken."""
    return {"type": "refused", "id": message, "reason": reason}


def coach(exchange: int | None, batch: Sequence[Message]) -> JsonDict:
    """Messages that were meant for the coach; `exchange` is the answer's id, null: a wish to finish."""
    return {"type": "coach", "exchange": exchange, "messages": [m.id for m in batch]}


def _message(message: Message) -> JsonDict:
    told = {"id": message.id, "text": message.text}
    return told if message.subject is None else {**told, "subject": message.subject}
