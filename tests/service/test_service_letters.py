"""Letters on their way: subjects from page to transcript and back."""

from __future__ import annotations

import pytest

from bot.service.desk import Desk
from bot.service.practice import Practices
from tests.service.fakes import FakeBot
from tests.service.watching import opened

pytestmark = pytest.mark.anyio
SUBJECT = "Bestellung 8190"


async def test_subjects_of_both_sides_are_told_stored_and_graded(
    practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    bot.subject = SUBJECT
    async with opened(practices) as page:
        assert (await page.turn(0))["subject"] == SUBJECT
        await page.conversation.say("m-1", "Guten Tag!", f" Re:\n {SUBJECT} ")
        letter = {"id": "m-1", "text": "Guten Tag!", "subject": f"Re: {SUBJECT}"}
        await page.state(waiting=[letter])
        page.conversation.send_all()
        agent = await page.turn(1)
        assert (agent["subject"], agent["messages"]) == (f"Re: {SUBJECT}", [letter])
        await page.conversation.finish()
        await page.state(status="finished")
    told = [turn["subject"] for turn in bot.sent[-1][1]["transcript"]["turns"]]
    assert told == [SUBJECT, f"Re: {SUBJECT}", SUBJECT]
    assert [turn.subject for turn in hand.attempts.turns(page.attempt)] == told


async def test_an_over_long_subject_is_cut(practices: Practices) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!", "x" * 300)
        page.conversation.send_all()
        assert (await page.turn(1))["subject"] == "x" * 200


async def test_a_chat_has_no_subjects(practices: Practices) -> None:
    async with opened(practices) as page:
        assert "subject" not in await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        assert "subject" not in await page.turn(1)
