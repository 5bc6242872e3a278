"""Inboxes: several buyers' letters on one office clock, answered in the order that the trainee chooses."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter

from bot.buyer.scenario import Scenario
from bot.core.errors import BadRequest, NotFound
from bot.core.heard import JsonDict
from bot.core.words import Cefr, Language
from bot.service.cards import Choice, played
from bot.service.desk import Desk
from bot.service.inbox import Inbox, survey
from bot.service.office import ARRIVALS
from bot.service.practice import Practices
from bot.service.reading import read
from bot.store.records import Attempt

FEWEST = 2
"""Letters that make an inbox."""


class Inboxes:
    """The inboxes of all visitors. Each thread is an attempt of its own, and is graded as one."""

    def __init__(self, practices: Practices, desk: Desk) -> None:
        self._practices = practices
        self._desk = desk

    def languages(self) -> dict[Language, int]:
        """The languages in which enough scenarios are by e-mail, with the number of letters."""
        found = Counter(language for scenario in self._by_mail() for language in scenario.variants)
        return {language: min(many, len(ARRIVALS)) for language, many in found.items() if many >= FEWEST}

    async def start(self, visitor: str, language: str, cefr: Cefr | None = None) -> str:
        """Begins all letters of a language together and gives the inbox's id; raises BadRequest."""
        fitting = [scenario for scenario in self._by_mail() if language in scenario.variants]
        if len(fitting) < FEWEST:
            raise BadRequest(f"there is no inbox in {language[:20]!r}")
        inbox = str(uuid.uuid4())
        for scenario in fitting[: len(ARRIVALS)]:
            variant = scenario.variant(language)
            choice = Choice(scenario.id, language, variant.platform, variant.country, cefr)
            await self._practices.start(visitor, choice, inbox=inbox)
        return inbox

    async def show(self, visitor: str, inbox: str) -> Inbox:
        """How all letters stand; raises NotFound for an inbox that is not there or another visitor's."""
        attempts = await self._attempts(visitor, inbox)
        for attempt in attempts:
            if attempt.status != "finished":
                await self._practices.go_on(attempt.id)
        return await asyncio.to_thread(self._read, attempts)

    async def grades(self, inbox: Inbox) -> dict[str, JsonDict]:
        """The latest grade (contract) of each thread that is graded, by attempt."""
        graded = [each.attempt.id for each in inbox.threads if each.attempt.status == "finished"]
        grades = await asyncio.to_thread(lambda: {id: self._desk.attempts.grades(id)[-1] for id in graded})
        return {id: grading.grade for id, grading in grades.items()}

    async def skip(self, visitor: str, inbox: str) -> None:
        """Lets the clock jump to the next letter, where nothing is to be done until it arrives."""
        shown = await self.show(visitor, inbox)
        if shown.next_letter is not None:
            ahead = max(0.0, shown.next_letter - self._desk.clock.now())
            await self._practices.put_back(inbox, [each.attempt.id for each in shown.threads], ahead)

    async def finish(self, visitor: str, inbox: str) -> None:
        """Ends all threads; each is graded by itself."""
        for attempt in await self._attempts(visitor, inbox):
            async with self._practices.live(visitor, attempt.id) as conversation:
                await conversation.finish()

    def _by_mail(self) -> list[Scenario]:
        return [scenario for scenario in self._practices.scenarios() if scenario.channel == "email"]

    async def _attempts(self, visitor: str, inbox: str) -> list[Attempt]:
        found = await asyncio.to_thread(self._desk.attempts.of_inbox, inbox)
        mine = [a for a in found if a.visitor == visitor and played(a, self._desk.scenarios)]
        if not mine:
            raise NotFound("there is no such inbox")
        return mine

    def _read(self, attempts: list[Attempt]) -> Inbox:
        held = []
        for attempt in attempts:
            progress = read(attempt.id, self._desk)
            if progress.office:
                held.append((progress, self._desk.scenarios[attempt.scenario], progress.office))
        return survey(held, self._desk.clock.now())
