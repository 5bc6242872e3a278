"""One attempt while somebody is at it: the only writer of its turns, and the only one to ask the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.core.errors import NotReady, ServiceDown
from bot.core.heard import JsonDict
from bot.log import logger
from bot.service import exchanges, intake, news
from bot.service.cards import played
from bot.service.desk import Desk
from bot.service.news import Listener
from bot.service.pace import SILENCES, retry_delay
from bot.service.progress import Progress
from bot.service.reading import read
from bot.store.records import Message, StoredTurn

Step = Callable[[], Awaitable[None]]
_log = logger("web")


class Conversation:
    """Runs one attempt: gathers, asks the bot, stores, tells the pages; asks again while the bot is down.

    `users` counts who is at it; without users it ends as soon as nothing waits for the bot, but in an inbox,
    where all buyers wait at once, not before they have spoken up. While its scenario is gone it rests.
    `grade_failed`: the grade could not be made for a reason that a person has to mend.
    """

    def __init__(self, progress: Progress, desk: Desk) -> None:
        self.users = 0
        self.grade_failed = False
        self._progress = progress
        self._desk = desk
        self._listeners: set[Listener] = set()
        self._wake = asyncio.Event()
        self._lock = asyncio.Lock()
        self._stale = False
        self._failures = 0
        self._retry_at = 0.0
        self._unread = self._not_yet_readable()

    @staticmethod
    async def load(attempt: str, desk: Desk) -> Conversation:
        """The conversation as it is stored."""
        return Conversation(await asyncio.to_thread(read, attempt, desk), desk)

    async def run(self) -> None:
        """Does what is due until nobody needs it any more."""
        while True:
            self._wake.clear()
            step = self._next()
            if step is None:
                if not self.users:
                    return
                await self._wake.wait()
            elif (wait := step[0] - self._desk.clock.now()) > 0:
                await self._pause(wait)
            else:
                await self._try(step[1])

    def listen(self, listener: Listener, seen: int) -> None:
        """Tells a page all turns after number `seen` (-1: none seen) and how things stand, then the news."""
        self._listeners.add(listener)
        for turn in self._progress.turns:
            if turn.index > seen and turn is not self._unread:
                listener.tell(news.turn(turn, self._progress))
        listener.tell(self._state())
        self._wake.set()

    def leave(self, listener: Listener) -> None:
        """A page went away."""
        self._listeners.discard(listener)

    async def say(self, message: str, text: str, subject: str | None = None) -> JsonDict:
        """Keeps a message of the trainee, once for each id; gives the news for the page that sent it.

        `subject` is that of a letter.
        """
        text = intake.clean(text)
        async with self._lock:
            if self._progress.knows(message):
                return news.kept(message)
            if refusal := intake.refusal(text, self._progress):
                return news.refused(message, refusal)
            topic = None if subject is None else intake.one_line(subject)
            new = Message(message, text, self._desk.clock.now(), subject=topic)
            kept = await asyncio.to_thread(self._desk.attempts.keep_message, self._progress.attempt.id, new)
            if kept.fate == "late" or self._progress.attempt.ending:
                return news.refused(message, "closed")
            if kept.fate == "waiting":
                self._progress.waiting.append(kept)
                self._progress.gathering.add(new.arrived)
                self._tell(self._state())
            return news.kept(message)

    def wake(self) -> None:
        """Something changed that may have something fall due, or end the conversation."""
        self._wake.set()

    def typing(self) -> None:
        """The trainee is typing."""
        self._progress.gathering.typing(self._desk.clock.now())
        self._wake.set()

    def send_all(self) -> None:
        """Closes the turn, and tries a bot that was down at once."""
        self._progress.gathering.close()
        self._retry_at = 0.0
        self._wake.set()

    def put_back(self, seconds: float) -> None:
        """The opening of the attempt was put back so much: the clock jumped ahead."""
        attempt = self._progress.attempt
        if attempt.opened is not None:
            self._progress.attempt = replace(attempt, opened=attempt.opened - seconds)
        self._tell(self._state())

    async def finish(self) -> None:
        """Ends the practice: what waits still becomes a turn, then the grade is made."""
        async with self._lock:
            attempt = self._progress.attempt
            if attempt.status == "open":
                await asyncio.to_thread(self._desk.attempts.set_status, attempt.id, "finishing")
                self._progress.attempt = replace(self._progress.attempt, status="finishing")
                self._retry_at = 0.0
                self._tell(self._state())

    def _next(self) -> tuple[float, Step] | None:
        """What has to be done next and when, on the clock."""
        due = self._due()
        return due and (max(due[0], self._retry_at), due[1])

    def _due(self) -> tuple[float, Step] | None:
        progress, attempt = self._progress, self._progress.attempt
        hurry = attempt.status == "finishing"
        if attempt.status == "finished" or not played(attempt, self._desk.scenarios):
            return None
        if not progress.turns:
            return 0.0, self._begin
        if self._unread:
            return 0.0 if hurry else progress.moment(self._unread.at), self._deliver
        closes = progress.gathering.due()
        if closes is not None and not attempt.ending:
            return 0.0 if hurry else closes, self._exchange
        if hurry:
            return 0.0, self._grade
        watched = self._listeners or attempt.inbox
        if watched and not attempt.ending and progress.silences < SILENCES:
            return progress.moment(progress.time.writes_again(progress.turns[-1].at)), self._silence
        return None

    async def _begin(self) -> None:
        await exchanges.begin(self._progress, self._desk)
        self._tell_turn(self._progress.turns[-1])

    async def _exchange(self) -> None:
        before = len(self._progress.turns)
        aside = await exchanges.exchange(self._progress, self._desk)
        if aside:
            self._tell(aside)
        for turn in self._progress.turns[before:]:
            if turn.side == "agent":
                self._tell_turn(turn)
        self._unread = self._last_of_buyer(before)

    async def _silence(self) -> None:
        before = len(self._progress.turns)
        await exchanges.silence(self._progress, self._desk)
        self._unread = self._last_of_buyer(before)

    async def _deliver(self) -> None:
        turn, self._unread = self._unread, None
        if turn:
            self._tell_turn(turn)

    async def _grade(self) -> None:
        await exchanges.grade(self._progress, self._desk)

    async def _try(self, step: Step) -> None:
        """One step; whatever goes wrong in it is tried again later, from what is stored."""
        try:
            if self._stale:
                await self._reload()
            else:
                await step()
        except ServiceDown as error:
            self._failed()
            _log.warning(
                "bot.down", attempt=self._progress.attempt.id, reason=str(error), tries=self._failures
            )
        except NotReady as error:
            self._failed()
            self.grade_failed = True
            _log.error(
                "grade.failed", attempt=self._progress.attempt.id, reason=str(error), tries=self._failures
            )
        except Exception:
            self._failed()
            self._stale = True
            _log.exception("conversation.failed", attempt=self._progress.attempt.id, tries=self._failures)
        else:
            self._failures, self._retry_at = 0, 0.0
        self._tell(self._state())

    async def _reload(self) -> None:
        """Takes what is stored for true, as a step broke off in the middle."""
        async with self._lock:
            told = len(self._progress.turns)
            self._progress = await asyncio.to_thread(read, self._progress.attempt.id, self._desk)
        self._unread, self._stale = self._not_yet_readable(), False
        for turn in self._progress.turns[told:]:
            if turn is not self._unread:
                self._tell_turn(turn)

    def _failed(self) -> None:
        self._failures += 1
        self._retry_at = self._desk.clock.now() + retry_delay(self._failures)

    async def _pause(self, seconds: float) -> None:
        """Waits so long, or until something happens."""
        sleep = asyncio.ensure_future(self._desk.clock.sleep(seconds))
        wake = asyncio.ensure_future(self._wake.wait())
        try:
            await asyncio.wait({sleep, wake}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleep.cancel()
            wake.cancel()

    def _not_yet_readable(self) -> StoredTurn | None:
        last = self._progress.turns[-1] if self._progress.turns else None
        return last if last and self._progress.moment(last.at) > self._desk.clock.now() else None

    def _last_of_buyer(self, before: int) -> StoredTurn | None:
        return next((t for t in self._progress.turns[before:] if t.side == "buyer"), None)

    def _state(self) -> JsonDict:
        return news.state(
            self._progress, self._desk.clock.now(), typing=bool(self._unread), retrying=self._failures > 0
        )

    def _tell_turn(self, turn: StoredTurn) -> None:
        self._tell(news.turn(turn, self._progress))

    def _tell(self, told: JsonDict) -> None:
        for listener in self._listeners:
            listener.tell(told)
        self._wake.set()
