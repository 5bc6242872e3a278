"""An inbox: letters that came in over the weekend, one clock for all, each graded by itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.errors import BadRequest, NotFound
from bot.service.desk import Desk
from bot.service.inbox import Inbox
from bot.service.inboxes import Inboxes
from bot.service.office import HOUR
from bot.service.practice import Practices
from tests.service.fakes import START, FakeBot, FakeClock, desk
from tests.service.letters import SUBJECT, by_mail
from tests.service.watching import ALICE, opened

pytestmark = pytest.mark.anyio
MAILS = [by_mail(f"mail-{number}") for number in range(6)]
GERMAN_ONLY = replace(by_mail("german"), variants={"de": by_mail().variants["de"]})


@pytest.fixture
def hand(tmp_path: Path, bot: FakeBot, clock: FakeClock) -> Desk:
    bot.subject = SUBJECT
    return desk(tmp_path, bot, clock, None, MAILS[0], MAILS[1], GERMAN_ONLY)


@pytest.fixture
def inboxes(practices: Practices, hand: Desk) -> Inboxes:
    return Inboxes(practices, hand)


async def begun(inboxes: Inboxes, practices: Practices) -> str:
    """An inbox whose letters have all arrived."""
    inbox = await inboxes.start(ALICE, "de")
    for thread in (await inboxes.show(ALICE, inbox)).threads:
        async with opened(practices, thread.attempt.id) as page:
            await page.turn(0)
    return inbox


async def answer(practices: Practices, attempt: str) -> None:
    async with opened(practices, attempt) as page:
        await page.turn(0)
        await page.conversation.say(f"to-{attempt[:8]}", "Guten Tag!", "Re")
        await page.state(typing=True)


def states(inbox: Inbox) -> list[str]:
    return [thread.state for thread in inbox.threads]


async def test_languages_are_those_with_several_scenarios_by_mail(inboxes: Inboxes) -> None:
    assert inboxes.languages() == {"de": 3, "en": 2}
    with pytest.raises(BadRequest, match="no inbox in 'ru'"):
        await inboxes.start(ALICE, "ru")


async def test_an_inbox_has_five_letters_at_most(tmp_path: Path, bot: FakeBot, clock: FakeClock) -> None:
    hand = desk(tmp_path, bot, clock, None, *MAILS)
    practices = Practices(hand)
    inboxes = Inboxes(practices, hand)
    assert inboxes.languages() == {"de": 5, "en": 5}
    assert len((await inboxes.show(ALICE, await begun(inboxes, practices))).threads) == 5
    await practices.close()


async def test_letters_came_in_before_monday_and_wait_from_nine(
    inboxes: Inboxes, practices: Practices
) -> None:
    shown = await inboxes.show(ALICE, await begun(inboxes, practices))
    assert states(shown) == ["new", "new", "new"]
    assert [t.arrived and t.arrived.strftime("%a %H:%M") for t in shown.threads] == [
        "Fri 19:42",
        "Sat 10:12",
        "Sun 15:54",
    ]
    assert [t.left for t in shown.threads] == [24 * HOUR] * 3
    assert {t.subject for t in shown.threads} == {SUBJECT}
    assert shown.now.isoformat() == "2027-01-11T09:00:00"


async def test_nobody_else_sees_it(inboxes: Inboxes, practices: Practices) -> None:
    inbox = await begun(inboxes, practices)
    for ask in (inboxes.show, inboxes.skip, inboxes.finish):
        with pytest.raises(NotFound):
            await ask("charlie", inbox)


async def test_an_answer_leaves_the_clock_and_the_other_letters_alone(
    inboxes: Inboxes, practices: Practices, clock: FakeClock
) -> None:
    inbox = await begun(inboxes, practices)
    clock.turn(60.0)
    second = (await inboxes.show(ALICE, inbox)).threads[1].attempt.id
    await answer(practices, second)
    shown = await inboxes.show(ALICE, inbox)
    assert states(shown) == ["new", "answered", "new"]
    assert shown.now.isoformat() == "2027-01-11T10:00:00"
    assert [t.left for t in shown.threads] == [23 * HOUR, None, 23 * HOUR]
    await inboxes.skip(ALICE, inbox)
    assert (await inboxes.show(ALICE, inbox)).now == shown.now
    clock.turn(130.0)
    assert states(await inboxes.show(ALICE, inbox)) == ["new", "again", "new"]


async def test_a_jump_of_the_clock_holds_for_a_letter_that_is_just_coming_in(
    inboxes: Inboxes, practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    inbox = await inboxes.start(ALICE, "de")
    bot.release = asyncio.Event()
    attempts = [thread.attempt.id for thread in (await inboxes.show(ALICE, inbox)).threads]
    await bot.asked.wait()
    await practices.put_back(inbox, attempts, 30.0)
    bot.release.set()
    for attempt in attempts:
        async with opened(practices, attempt) as page:
            await page.turn(0)
    assert {attempt.opened for attempt in hand.attempts.of_inbox(inbox)} == {START - 30.0}


async def test_when_all_are_answered_the_clock_may_jump_to_the_next_letter(
    inboxes: Inboxes, practices: Practices
) -> None:
    inbox = await begun(inboxes, practices)
    threads = (await inboxes.show(ALICE, inbox)).threads
    async with opened(practices, threads[0].attempt.id, seen=0) as page:
        for thread in threads:
            await answer(practices, thread.attempt.id)
        assert states(await inboxes.show(ALICE, inbox)) == ["answered"] * 3
        await inboxes.skip(ALICE, inbox)
        assert (await page.turn(2))["text"] == "Antwort 1"
    shown = await inboxes.show(ALICE, inbox)
    assert states(shown) == ["again"] * 3
    assert shown.now.isoformat().startswith("2027-01-11T11:00")


async def test_a_buyer_who_is_left_alone_writes_again_though_nobody_looks(
    inboxes: Inboxes, practices: Practices, clock: FakeClock, bot: FakeBot, hand: Desk
) -> None:
    inbox = await begun(inboxes, practices)
    first, second, third = (t.attempt.id for t in (await inboxes.show(ALICE, inbox)).threads)
    for attempt in (first, second):
        await answer(practices, attempt)
    clock.turn(540.0)
    async with opened(practices, first, seen=1) as page:
        await page.turn(2)
    async with opened(practices, third, seen=0) as page:
        await page.turn(1)
    assert [event for event, _ in bot.sent] == ["begin"] * 3 + ["silence"]
    assert [turn.at for turn in hand.attempts.turns(third)][1] == 24 * HOUR


async def test_finishing_grades_each_letter(
    inboxes: Inboxes, practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    inbox = await begun(inboxes, practices)
    attempts = [t.attempt.id for t in (await inboxes.show(ALICE, inbox)).threads]
    await answer(practices, attempts[0])
    await inboxes.finish(ALICE, inbox)
    for attempt in attempts:
        async with opened(practices, attempt) as page:
            await page.state(status="finished")
    shown = await inboxes.show(ALICE, inbox)
    assert (states(shown), shown.open) == (["closed"] * 3, False)
    assert {id: grade["score"] for id, grade in (await inboxes.grades(shown)).items()} == dict.fromkeys(
        attempts, 40.0
    )
    told = [metadata["transcript"]["turns"] for event, metadata in bot.sent if event == "finish"]
    assert {turns[0]["at"] for turns in told} == {0.0}
    assert {hand.attempts.turns(attempt)[0].at < 0 for attempt in attempts} == {True}
