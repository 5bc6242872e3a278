"""What a trainee does: start a practice, talk, ask the coach, finish, read the report."""

from __future__ import annotations

import asyncio
import secrets
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.buyer.scenario import Scenario
from bot.core.errors import BadRequest, NotFound, Problem
from bot.core.heard import JsonDict
from bot.core.review import Review
from bot.log import logger
from bot.service.cards import Choice, cast, day, played
from bot.service.conversation import Conversation
from bot.service.desk import Desk
from bot.service.intake import clean
from bot.service.office import Office
from bot.service.reading import timeline
from bot.store.records import Attempt, Exchange, Grading, StoredTurn

LONGEST_QUESTION = 300
LAST_HINT = 2
_log = logger("web")


@dataclass(frozen=True)
class Report:
    """All that a report is made of; `grading` is None while the grade is being made.

    `failed`: it cannot be made before a person has mended something; it is tried again meanwhile.
    `office` is the clock that the turns go by where letters are written; `reviews` are teachers' words.
    """

    attempt: Attempt
    scenario: Scenario
    turns: list[StoredTurn]
    exchanges: list[Exchange]
    grading: Grading | None
    failed: bool = False
    office: Office | None = None
    reviews: Sequence[Review] = ()


class Practices:
    """The attempts of all visitors. Nothing is shown of an attempt before its visitor is checked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._live: dict[str, Conversation] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._joining = asyncio.Lock()

    def scenario(self, name: str) -> Scenario:
        """A scenario; raises NotFound."""
        found = self._desk.scenarios.get(name)
        if found is None:
            raise NotFound(f"there is no scenario {name}")
        return found

    def scenarios(self) -> list[Scenario]:
        """All scenarios, the easy ones first."""
        return sorted(self._desk.scenarios.values(), key=lambda scenario: (scenario.level, scenario.id))

    def faults(self) -> Sequence[Problem]:
        """What is wrong in the files of the scenarios, which are used as they last were sound."""
        return self._desk.faults()

    def today(self) -> date:
        """The day by the desk's clock (UTC)."""
        return datetime.fromtimestamp(self._desk.clock.now(), UTC).date()

    async def start(
        self, visitor: str, choice: Choice, seed: int | None = None, inbox: str | None = None
    ) -> Attempt:
        """A new attempt; raises NotFound or BadRequest where the choice is none of the scenario's.

        One of an `inbox` is open from now on.
        """
        now = self._desk.clock.now()
        seed = secrets.randbelow(2**31) if seed is None else seed
        casting = cast(self.scenario(choice.scenario), choice, self.today(), seed)
        attempt = Attempt(
            id=str(uuid.uuid4()),
            visitor=visitor,
            scenario=choice.scenario,
            language=casting.language,
            platform=casting.variant.platform,
            country=casting.variant.country,
            seed=seed,
            mode="practice",
            created=now,
            opened=None if inbox is None else now,
            inbox=inbox,
            cefr=casting.cefr,
            buyer=casting.variant.buyer.name,
        )
        await asyncio.to_thread(self._desk.attempts.add, attempt)
        _log.info("attempt.started", attempt=attempt.id, scenario=attempt.scenario, language=attempt.language)
        return attempt

    async def attempt(self, visitor: str, attempt: str) -> Attempt:
        """The visitor's attempt; raises NotFound for one that is not there or another's."""
        found = await asyncio.to_thread(self._desk.attempts.get, attempt)
        if found is None or found.visitor != visitor or not played(found, self._desk.scenarios):
            raise NotFound("there is no such practice")
        return found

    async def recent(self, visitor: str, limit: int = 8) -> list[tuple[Attempt, JsonDict | None]]:
        """The visitor's latest attempts whose scenario still exists, with their grades."""
        found = await asyncio.to_thread(self._desk.attempts.of_visitor, visitor, limit)
        return [(attempt, grade) for attempt, grade in found if played(attempt, self._desk.scenarios)]

    @asynccontextmanager
    async def live(self, visitor: str, attempt: str) -> AsyncIterator[Conversation]:
        """The running conversation of the visitor's attempt; raises NotFound."""
        await self.attempt(visitor, attempt)
        conversation = await self._join(attempt)
        try:
            yield conversation
        finally:
            conversation.users -= 1
            conversation.wake()

    async def look_up(self, visitor: str, attempt: str, question: str) -> Exchange:
        """What the rules say; raises BadRequest for an empty or over-long question, ServiceDown."""
        question = clean(question)
        if not 0 < len(question) <= LONGEST_QUESTION:
            raise BadRequest(f"a question has 1 to {LONGEST_QUESTION} characters")
        found = await self.attempt(visitor, attempt)
        scenario = self.scenario(found.scenario)
        metadata = {
            "attempt": found.id,
            "scenario": found.scenario,
            "language": found.language,
            "question": question,
            "platform": found.platform,
            "country": found.country,
            "stage": scenario.stage,
            "date": day(scenario, found).isoformat(),
        }
        answer = await self._desk.bot.send(found.id, "ask_rule", metadata)
        turns = await asyncio.to_thread(self._desk.attempts.turns, found.id)
        asked = Exchange(0, "rule_lookup", len(turns) - 1, self._desk.clock.now(), question, answer)
        return await self._keep(found.id, asked)

    async def hint(self, visitor: str, attempt: str) -> Exchange:
        """The next hint for the present turn, each clearer than the one before; raises ServiceDown."""
        found = await self.attempt(visitor, attempt)
        turns = await asyncio.to_thread(self._desk.attempts.turns, found.id)
        earlier = await asyncio.to_thread(self._desk.attempts.exchanges, found.id)
        last = len(turns) - 1
        given = sum(1 for e in earlier if e.kind == "hint" and e.turn == last)
        metadata = {
            "attempt": found.id,
            "scenario": found.scenario,
            "language": found.language,
            "state": next((t.state for t in reversed(turns) if t.state is not None), None),
            "step": min(given, LAST_HINT),
        }
        answer = await self._desk.bot.send(found.id, "ask_hint", metadata)
        return await self._keep(found.id, Exchange(0, "hint", last, self._desk.clock.now(), "", answer))

    async def exchange(self, visitor: str, attempt: str, number: int) -> Exchange:
        """One exchange with the coach; raises NotFound."""
        found = await self.attempt(visitor, attempt)
        for exchange in await asyncio.to_thread(self._desk.attempts.exchanges, found.id):
            if exchange.id == number:
                return exchange
        raise NotFound("there is no such answer of the coach")

    async def report(self, visitor: str, attempt: str) -> Report:
        """What the report of an attempt is made of."""
        found = await self.attempt(visitor, attempt)
        store = self._desk.attempts
        grades = await asyncio.to_thread(store.grades, found.id)
        conversation = self._live.get(found.id)
        scenario = self.scenario(found.scenario)
        time = timeline(found, scenario, self._desk)
        return Report(
            attempt=found,
            scenario=scenario,
            turns=await asyncio.to_thread(store.turns, found.id),
            exchanges=await asyncio.to_thread(store.exchanges, found.id),
            grading=grades[-1] if grades else None,
            failed=conversation is not None and conversation.grade_failed,
            office=time if isinstance(time, Office) else None,
            reviews=await asyncio.to_thread(self._desk.reviewed, found.id),
        )

    async def resume(self) -> int:
        """Goes on with every attempt where something waits for the bot; says how many there are."""
        waiting = await asyncio.to_thread(self._desk.attempts.unsettled, list(self._desk.scenarios))
        for attempt in waiting:
            await self.go_on(attempt)
        return len(waiting)

    async def go_on(self, attempt: str) -> None:
        """Does what is due in an attempt, though nobody is at it."""
        conversation = await self._join(attempt)
        conversation.users -= 1
        conversation.wake()

    async def put_back(self, inbox: str, attempts: Sequence[str], seconds: float) -> None:
        """Puts the opening of all attempts of an inbox back, the live ones included."""
        async with self._joining:
            await asyncio.to_thread(self._desk.attempts.put_back, inbox, seconds)
            for live in (self._live[attempt] for attempt in attempts if attempt in self._live):
                live.put_back(seconds)

    async def close(self) -> None:
        """Stops all conversations; what waits is stored and goes on at the next `resume`."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._desk.bot.close()

    async def _join(self, attempt: str) -> Conversation:
        """The attempt's one conversation, started if need be, with one user more."""
        async with self._joining:
            conversation = self._live.get(attempt)
            if conversation is None:
                conversation = self._live[attempt] = await Conversation.load(attempt, self._desk)
                task = asyncio.create_task(self._run(attempt, conversation))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            conversation.users += 1
            return conversation

    async def _run(self, attempt: str, conversation: Conversation) -> None:
        try:
            await conversation.run()
        finally:
            del self._live[attempt]

    async def _keep(self, attempt: str, asked: Exchange) -> Exchange:
        number = await asyncio.to_thread(self._desk.attempts.add_exchange, attempt, asked)
        return Exchange(number, asked.kind, asked.turn, asked.asked, asked.question, asked.answer)
