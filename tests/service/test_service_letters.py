"""A practice by e-mail: subjects, the office clock, one letter a turn, and what counts for the grade."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.service.desk import Desk
from bot.service.office import DAY, HOUR
from bot.service.practice import Practices
from tests.service.fakes import FakeBot, FakeClock, desk
from tests.service.letters import BY_MAIL, SUBJECT, by_mail
from tests.service.watching import opened

pytestmark = pytest.mark.anyio
LATER_S = 5.0
"""Longest time that an answer is on its way, in real seconds."""


@pytest.fixture
def hand(tmp_path: Path, bot: FakeBot, clock: FakeClock) -> Desk:
    bot.subject = SUBJECT
    return desk(tmp_path, bot, clock, None, by_mail())


async def test_subjects_of_both_sides_are_told_stored_and_graded(
    practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        assert (await page.turn(0))["subject"] == SUBJECT
        await page.conversation.say("m-1", "Guten Tag!", f" Re:\n {SUBJECT} ")
        agent = await page.turn(1)
        letter = {"id": "m-1", "text": "Guten Tag!", "subject": f"Re: {SUBJECT}"}
        assert (agent["subject"], agent["messages"]) == (f"Re: {SUBJECT}", [letter])
        await page.conversation.finish()
        await page.state(status="finished")
    told = [turn["subject"] for turn in bot.sent[-1][1]["transcript"]["turns"]]
    assert told == [SUBJECT, f"Re: {SUBJECT}", SUBJECT]
    assert [turn.subject for turn in hand.attempts.turns(page.attempt)] == told


async def test_an_over_long_subject_is_cut(practices: Practices) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!", "x" * 300)
        assert (await page.turn(1))["subject"] == "x" * 200


async def test_a_chat_has_neither_subjects_nor_an_office(practices: Practices, bot: FakeBot) -> None:
    bot.subject = None
    async with opened(practices) as page:
        assert {"subject", "sent"}.isdisjoint(await page.turn(0))
        assert "office" not in await page.state(opened=True)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        assert "subject" not in await page.turn(1)


async def test_it_begins_on_monday_at_nine_and_the_day_of_the_practice_is_that_monday(
    practices: Practices, bot: FakeBot
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        assert (await page.turn(0))["sent"] == "2027-01-11T09:00:00"
        office = (await page.state(opened=True))["office"]
        assert office == {"now": "2027-01-11T09:00:00", "due": "2027-01-12T09:00:00", "speed": 60.0}
        assert bot.sent[0][1]["date"] == "2027-01-11"


async def test_a_shop_that_promises_less_is_held_to_it(
    tmp_path: Path, bot: FakeBot, clock: FakeClock
) -> None:
    hand = desk(tmp_path, bot, clock, None, by_mail())
    practices = Practices(replace(hand, answers_within=lambda _shop, _case: 4.0))
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        assert (await page.state(opened=True))["office"]["due"] == "2027-01-11T13:00:00"
    await practices.close()


async def test_a_second_is_a_minute_and_each_letter_a_turn_at_once(
    practices: Practices, bot: FakeBot, clock: FakeClock, hand: Desk
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        clock.turn(90.0)
        await page.conversation.say("m-1", "Guten Tag!", "Re")
        await page.conversation.say("m-2", "Und noch etwas.", "Re")
        assert [m["id"] for m in (await page.turn(1))["messages"]] == ["m-1"]
        assert bot.said[0][1]["waited"] == 1.5 * HOUR
        clock.turn(LATER_S)
        await page.turn(2)
        assert [m["id"] for m in (await page.turn(3))["messages"]] == ["m-2"]
        assert hand.attempts.turns(page.attempt)[1].at == 1.5 * HOUR


async def test_the_clock_jumps_to_the_buyers_answer(
    practices: Practices, clock: FakeClock, hand: Desk
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        clock.turn(60.0)
        await page.conversation.say("m-1", "Guten Tag!", "Re")
        on_its_way = await page.state(typing=True)
        assert on_its_way["office"]["due"] is None
        reply = hand.attempts.turns(page.attempt)[2]
        assert 3 * HOUR <= reply.at < 4 * HOUR
        clock.turn(hand.pace.time_to_type(reply.text))
        assert (await page.turn(2))["sent"].startswith("2027-01-11T12:")
        state = await page.state(typing=False)
        assert state["office"]["now"].startswith("2027-01-11T12:")
        assert state["unanswered"] == pytest.approx(0.0, abs=1.0)


async def test_the_jump_is_stored(practices: Practices, clock: FakeClock, hand: Desk) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        clock.turn(60.0)
        await page.conversation.say("m-1", "Guten Tag!", "Re")
        before = (await page.state(typing=True))["office"]["now"]
    await practices.close()
    reborn = Practices(hand)
    async with opened(reborn, page.attempt, seen=1) as again:
        state = await again.state(typing=True)
        assert state["office"]["now"] == before
        clock.turn(LATER_S)
        assert (await again.turn(2))["text"] == "Antwort 1"
    await reborn.close()


async def test_a_letter_of_the_night_is_waited_for_from_the_morning(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        clock.turn(500.0)
        await page.conversation.say("m-1", "Guten Tag!", "Re")
        await page.turn(1)
        clock.turn(LATER_S)
        assert (await page.turn(2))["sent"].startswith("2027-01-11T19:")
        morning = await page.state(typing=False)
        assert morning["office"]["now"].startswith("2027-01-12T09:0")
        assert morning["office"]["due"] == "2027-01-13T09:00:00"
        clock.turn(60.0)
        await page.conversation.say("m-2", "Gern.", "Re")
        await page.turn(3)
        assert bot.said[1][1]["waited"] == pytest.approx(HOUR, abs=0.1 * HOUR)
        await page.conversation.finish()
        await page.state(status="finished")
    told = [turn["at"] for turn in bot.sent[-1][1]["transcript"]["turns"]]
    assert told[2] == DAY
    assert told[3] - told[2] == pytest.approx(HOUR, abs=0.1 * HOUR)


async def test_the_buyer_writes_again_when_the_deadline_is_over(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices, choice=BY_MAIL) as page:
        await page.turn(0)
        await page.state(opened=True)
        clock.turn(539.0)
        page.conversation.wake()
        assert [event for event, _ in bot.sent] == ["begin"]
        clock.turn(1.0)
        assert (await page.turn(1))["sent"] == "2027-01-12T09:00:00"
        assert bot.sent[1][1]["waited"] == DAY
        assert (await page.state(typing=False))["office"]["due"] == "2027-01-12T09:00:00"
