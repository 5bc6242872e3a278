"""The steps of a conversation that ask the bot: each asks, stores the answer, and moves the progress on.

Nothing changes before the answer is stored, so a step that fails anywhere is simply done again. While a
step waits, the attempt may change: its end is asked for, or its opening put back.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import perf_counter
from typing import cast, get_args

from bot.core.errors import NotReady, ServiceDown
from bot.core.heard import JsonDict
from bot.core.words import Ending
from bot.log import logger
from bot.service import news, wire
from bot.service.desk import Desk
from bot.service.office import ARRIVALS
from bot.service.progress import Progress, band
from bot.store.records import Exchange, Message, StoredTurn

_log = logger("web")


async def begin(progress: Progress, desk: Desk) -> None:
    """The buyer opens; the conversation's clock starts."""
    attempt = progress.attempt
    metadata = wire.turn_metadata(attempt, desk.scenarios[attempt.scenario], 0, None, 0.0)
    answer = await desk.bot.send(attempt.id, "begin", metadata)
    turn = wire.buyer_turn(answer, 0, await _arrival(progress, desk))
    if not turn.text:
        raise ServiceDown("the bot opened the conversation without a word")
    opened = desk.clock.now() if attempt.opened is None else None
    await asyncio.to_thread(desk.attempts.add_turns, attempt.id, [turn], opened=opened)
    if opened is not None:
        progress.attempt = replace(progress.attempt, opened=opened)
    progress.spoken([turn], ())
    _log.info("conversation.opened", attempt=attempt.id, scenario=attempt.scenario)


async def exchange(progress: Progress, desk: Desk) -> JsonDict | None:
    """The trainee's turn and the buyer's answer; gives news where the messages were meant for the coach."""
    started = perf_counter()
    attempt, batch = progress.attempt, progress.batch
    text = "\n".join(message.text for message in batch)
    index, at = len(progress.turns), progress.next_at(batch[0].arrived)
    since = progress.unanswered_since()
    metadata = _metadata(progress, desk, 0.0 if since is None else at - since)
    answer = await desk.bot.say(attempt.id, text, metadata)
    if answer["kind"] != "buyer_turn":
        return await _to_coach(progress, desk, batch, text, answer)
    agent = StoredTurn(index, "agent", at, text, subject=batch[0].subject)
    reply = wire.buyer_turn(answer, index + 1, _readable_at(progress, desk, answer, at))
    await _store(progress, desk, _exchanged(agent, reply), batch, answer, _opened(progress, desk, reply))
    took = round((perf_counter() - started) * 1000, 1)
    _log.info("turn.stored", attempt=attempt.id, turn=index, messages=len(batch), took_ms=took)
    return None


async def silence(progress: Progress, desk: Desk) -> None:
    """The buyer speaks up because nobody answers, or lets it pass without a word."""
    attempt, at = progress.attempt, progress.next_at(desk.clock.now())
    since = progress.unanswered_since()
    waited = at - (progress.turns[-1].at if since is None else since)
    answer = await desk.bot.send(attempt.id, "silence", _metadata(progress, desk, waited))
    turn = wire.buyer_turn(answer, len(progress.turns), at)
    if turn.text:
        await _store(progress, desk, [turn], (), answer)
        _log.info("silence.stored", attempt=attempt.id, turn=turn.index)
    progress.silences += 1


async def grade(progress: Progress, desk: Desk) -> None:
    """The grade of the whole conversation, from web's own record of it.

    Raises NotReady where the grader answers that it cannot make one: waiting alone does not help.
    """
    attempt = progress.attempt
    told = wire.transcript(attempt, desk.scenarios[attempt.scenario], progress.turns)
    metadata = {"attempt": attempt.id, "transcript": told.to_json()}
    answer = await desk.bot.send(attempt.id, "finish", metadata)
    if answer["kind"] == "grade_failed":
        raise NotReady("the grade cannot be made; the action server's log says why")
    made = answer.get("grade")
    if answer["kind"] != "grade" or not isinstance(made, dict):
        raise ServiceDown("the bot's answer has no grade")
    now = desk.clock.now()
    await asyncio.to_thread(desk.attempts.add_grade, attempt.id, made, now)
    progress.attempt = replace(progress.attempt, status="finished", finished=now)
    _log.info("attempt.graded", attempt=attempt.id, score=made.get("score"))


async def _arrival(progress: Progress, desk: Desk) -> float:
    """`at` of the opening; the letters of an inbox have come in before the office opened."""
    inbox = progress.attempt.inbox
    if inbox is None:
        return 0.0
    together = await asyncio.to_thread(desk.attempts.of_inbox, inbox)
    return ARRIVALS[[attempt.id for attempt in together].index(progress.attempt.id)]


def _readable_at(progress: Progress, desk: Desk, answer: JsonDict, agent_at: float) -> float:
    """When the answer would have been typed, after the agent's own turn; a letter arrives hours later."""
    text = str(answer.get("text") or "")
    if progress.office:
        mood = answer.get("mood")
        return progress.office.answered(agent_at, text, "calm" if mood is None else band(float(mood)))
    return max(progress.clock(desk.clock.now()), agent_at) + desk.pace.time_to_type(text)


def _opened(progress: Progress, desk: Desk, reply: StoredTurn) -> float | None:
    """The opening put back, so that the office clock jumps to where the buyer's letter soon arrives.

    Nothing is to be done until then, but in an inbox. None leaves the opening where it is.
    """
    if progress.office is None or progress.attempt.inbox or not reply.text:
        return None
    readable = desk.clock.now() + desk.pace.time_to_type(reply.text)
    return min(progress.attempt.opened or readable, readable - progress.office.seconds(reply.at))


def _metadata(progress: Progress, desk: Desk, waited: float) -> JsonDict:
    """What the bot is told with the next turn."""
    scenario = desk.scenarios[progress.attempt.scenario]
    return wire.turn_metadata(progress.attempt, scenario, len(progress.turns), progress.state, waited)


def _exchanged(agent: StoredTurn, reply: StoredTurn) -> list[StoredTurn]:
    """Both turns; where the buyer says nothing, the agent's carries the new state."""
    if reply.text:
        return [agent, reply]
    return [replace(agent, state=reply.state, mood=reply.mood)]


async def _store(
    progress: Progress,
    desk: Desk,
    turns: list[StoredTurn],
    batch: list[Message] | tuple[()],
    answer: JsonDict,
    opened: float | None = None,
) -> None:
    ended = answer.get("ended")
    ending = cast(Ending, ended) if ended in get_args(Ending) else None
    ids = [message.id for message in batch]
    add = desk.attempts.add_turns
    await asyncio.to_thread(add, progress.attempt.id, turns, ids, opened=opened, ending=ending)
    opened = progress.attempt.opened if opened is None else opened
    progress.attempt = replace(progress.attempt, opened=opened, ending=ending)
    progress.spoken(turns, batch)
    if ending:
        progress.settled(progress.waiting)


async def _to_coach(
    progress: Progress, desk: Desk, batch: list[Message], text: str, answer: JsonDict
) -> JsonDict:
    attempt, ids = progress.attempt.id, [message.id for message in batch]
    number: int | None = None
    if answer["kind"] in ("rule_lookup", "hint"):
        turn = len(progress.turns) - 1
        asked = Exchange(0, answer["kind"], turn, desk.clock.now(), text, answer)
        number = await asyncio.to_thread(desk.attempts.add_exchange, attempt, asked, ids)
    elif answer["kind"] == "finish_requested":
        await asyncio.to_thread(desk.attempts.set_aside, attempt, ids)
    else:
        raise ServiceDown(f"the bot answered a turn with {answer['kind']!r}")
    progress.settled(batch)
    return news.coach(number, batch)
