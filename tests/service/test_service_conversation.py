"""A conversation while it is live: gathering, answers, a bot that is down, death and return."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.buyer.scenario import Scenario
from bot.core.errors import NotFound
from bot.service.desk import Desk
from bot.service.intake import MOST_WAITING
from bot.service.practice import Practices
from bot.store.records import StoredTurn
from tests.service.fakes import DE, OPENING, START, FakeBot, FakeClock, scenario
from tests.service.watching import ALICE, opened

pytestmark = pytest.mark.anyio


async def test_the_buyer_opens_and_the_clock_starts(practices: Practices, hand: Desk) -> None:
    async with opened(practices) as page:
        assert (await page.turn(0))["text"] == OPENING
        state = await page.state(opened=True)
        assert (state["unanswered"], state["bot"]) == (0.0, "ok")
        found = hand.attempts.get(page.attempt)
        assert found is not None
        assert found.opened == START


@pytest.mark.parametrize("gloss", ["您好，包裹在哪里？", None])
async def test_a_buyers_turn_is_told_with_its_gloss_if_it_has_one(
    practices: Practices, bot: FakeBot, hand: Desk, gloss: str | None
) -> None:
    bot.gloss = gloss
    async with opened(practices) as page:
        assert (await page.turn(0)).get("gloss") == gloss
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        assert "gloss" not in await page.turn(1)
        assert [turn.gloss for turn in hand.attempts.turns(page.attempt)] == [gloss, None, gloss]
    async with opened(practices, page.attempt) as again:
        assert (await again.turn(0)).get("gloss") == gloss


async def test_in_an_exam_no_gloss_is_told(practices: Practices, bot: FakeBot, hand: Desk) -> None:
    bot.gloss = "您好，包裹在哪里？"
    known = await practices.start(ALICE, DE, seed=1)
    hand.attempts.add(replace(known, id="exam", mode="exam"))
    async with opened(practices, "exam") as page:
        assert "gloss" not in await page.turn(0)


async def test_several_messages_are_one_turn_after_a_pause(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        clock.turn(1.0)
        await page.conversation.say("m-2", "  Ich sehe nach. ")
        await page.state(
            waiting=[{"id": "m-1", "text": "Guten Tag!"}, {"id": "m-2", "text": "Ich sehe nach."}]
        )
        assert bot.said == []
        clock.turn(2.5)
        agent = await page.turn(1)
        assert agent["text"] == "Guten Tag!\nIch sehe nach."
        assert [m["id"] for m in agent["messages"]] == ["m-1", "m-2"]
        assert [text for text, _ in bot.said] == ["Guten Tag!\nIch sehe nach."]


async def test_typing_keeps_the_turn_open(practices: Practices, bot: FakeBot, clock: FakeClock) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        clock.turn(2.0)
        page.conversation.typing()
        clock.turn(2.0)
        await page.conversation.say("m-2", "Moment.")
        page.conversation.send_all()
        assert (await page.turn(1))["text"] == "Guten Tag!\nMoment."
        assert len(bot.said) == 1


async def test_the_answer_is_stored_at_once_but_readable_when_it_is_typed(
    practices: Practices, hand: Desk, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        clock.turn(20.0)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.state(typing=True)
        agent, buyer = hand.attempts.turns(page.attempt)[1:]
        delay = hand.pace.time_to_type(buyer.text)
        assert (agent.at, buyer.at) == (20.0, 20.0 + delay)
        clock.turn(delay)
        assert (await page.turn(2))["text"] == "Antwort 1"
        assert (await page.state(typing=False))["unanswered"] == 0.0


async def test_the_bot_gets_state_and_waiting_time(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        clock.turn(42.0)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.turn(1)
        _, metadata = bot.said[0]
        assert metadata["state"] == {"turns": 0}
        assert metadata["waited"] == 42.0
        assert (metadata["language"], metadata["platform"], metadata["country"]) == ("de", "aliexpress", "DE")
        assert metadata["turn"] == 1
        assert (metadata["seed"], metadata["mode"], metadata["scenario"]) == (1, "practice", "late-parcel")
        assert bot.senders == {page.attempt}


async def test_a_repeated_message_is_neither_doubled_nor_asked_again(
    practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        assert await page.conversation.say("m-1", "Guten Tag!") == {"type": "kept", "id": "m-1"}
        page.conversation.send_all()
        await page.turn(1)
        assert await page.conversation.say("m-1", "Guten Tag!") == {"type": "kept", "id": "m-1"}
        assert len(bot.said) == 1
        assert len(hand.attempts.messages(page.attempt)) == 1


async def test_a_message_that_comes_while_the_bot_is_asked_becomes_the_next_turn(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.release, bot.asked = asyncio.Event(), asyncio.Event()
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await bot.asked.wait()
        await page.conversation.say("m-2", "Noch etwas.")
        bot.release.set()
        assert (await page.turn(1))["text"] == "Guten Tag!"
        clock.turn(10.0)
        await page.turn(2)
        assert (await page.turn(3))["text"] == "Noch etwas."


async def test_a_bot_that_is_down_is_asked_again_and_the_message_kept(
    practices: Practices, bot: FakeBot, clock: FakeClock, hand: Desk
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.down = True
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.state(bot="retrying")
        clock.turn(1.0)
        await page.state(bot="retrying")
        assert [(m.text, m.fate) for m in hand.attempts.messages(page.attempt)] == [("Guten Tag!", "waiting")]
        bot.down = False
        clock.turn(2.0)
        assert (await page.turn(1))["text"] == "Guten Tag!"
        await page.state(bot="ok", waiting=[])


async def test_a_bot_that_opens_without_a_word_is_asked_again(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    bot.empty = True
    async with opened(practices) as page:
        await page.state(bot="retrying", opened=False)
        bot.empty = False
        clock.turn(1.0)
        assert (await page.turn(0))["text"] == OPENING


async def test_pending_messages_are_found_after_web_died(
    practices: Practices, bot: FakeBot, hand: Desk, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.down = True
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.state(bot="retrying")
        attempt = page.attempt
    await practices.close()
    bot.down = False
    reborn = Practices(hand)
    assert await reborn.resume() == 1
    clock.turn(8.0)
    async with opened(reborn, attempt, seen=0) as page:
        assert (await page.turn(1))["messages"] == [{"id": "m-1", "text": "Guten Tag!"}]
    await reborn.close()


async def test_a_page_that_returns_gets_what_it_missed_and_no_more(
    practices: Practices, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.turn(1)
        clock.turn(10.0)
        await page.turn(2)
        attempt = page.attempt
    async with opened(practices, attempt, seen=1) as page:
        first = await page.news(lambda n: n["type"] == "turn")
        assert first["index"] == 2


async def test_a_turn_that_is_still_being_typed_stays_hidden_from_a_new_page(
    practices: Practices, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.turn(1)
        async with opened(practices, page.attempt) as second:
            told = [await second.listener.next() for _ in range(3)]
            assert [n.get("index") for n in told] == [0, 1, None]
            assert (told[2]["typing"], told[2]["mood"]) == (True, None)
            clock.turn(10.0)
            assert (await second.turn(2))["text"] == "Antwort 1"


async def test_the_buyer_speaks_up_twice_and_then_just_waits(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.state(opened=True)
        for index in (1, 2):
            clock.turn(180.0)
            assert (await page.turn(index))["text"] == "Sind Sie noch da?"
            await page.state(typing=False)
        clock.turn(10_000.0)
        page.conversation.wake()
        await page.conversation.say("m-1", "Ja.")
        page.conversation.send_all()
        assert (await page.turn(3))["text"] == "Ja."
        assert [event for event, _ in bot.sent] == ["begin", "silence", "silence"]
        assert bot.sent[2][1]["waited"] == 360.0
        assert bot.said[0][1]["waited"] == 10_360.0


async def test_a_silence_that_the_bot_could_not_answer_does_not_count(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.state(opened=True)
        bot.garbled = True
        clock.turn(180.0)
        for delay in (1.0, 2.0):
            await page.state(bot="retrying")
            clock.turn(delay)
        await page.state(bot="retrying")
        bot.garbled = False
        for index in (1, 2):
            clock.turn(180.0)
            assert (await page.turn(index))["text"] == "Sind Sie noch da?"
            await page.state(typing=False)


async def test_an_answer_without_words_keeps_the_state_with_the_agents_turn(
    practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "[mute]")
        page.conversation.send_all()
        await page.turn(1)
        last: StoredTurn = hand.attempts.turns(page.attempt)[-1]
        assert (last.side, last.state) == ("agent", {"turns": 1})
        await page.conversation.say("m-2", "Noch da?")
        page.conversation.send_all()
        await page.turn(2)
        assert bot.said[1][1]["state"] == {"turns": 1}


async def test_after_the_buyer_has_left_nothing_more_is_taken(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    bot.ends_after = 1
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Auf Wiedersehen!")
        page.conversation.send_all()
        await page.state(typing=True, ending=None)
        clock.turn(10.0)
        await page.state(ending="satisfied")
        late = await page.conversation.say("m-2", "Halt!")
        assert late == {"type": "refused", "id": "m-2", "reason": "closed"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  \n\u3000 ", "empty"),
        ("\ud800", "empty"),
        ("\u200b\u200b", "empty"),
        ("\u202e\u2066 \u200f", "empty"),
        ("\ufe0f\U000e0100", "empty"),
        ("\u2800", "empty"),
        ("\u3164", "empty"),
        ("x" * 2001, "too_long"),
    ],
)
async def test_it_refuses_what_is_no_message(practices: Practices, text: str, reason: str) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        told = await page.conversation.say("m-1", text)
        assert told == {"type": "refused", "id": "m-1", "reason": reason}


@pytest.mark.parametrize(
    "text", ["/restart", "\u2003/restart", "😀", "❤\ufe0f", "\u200f.", "x" * 2000, "a\x00b"]
)
async def test_it_takes_odd_messages_as_ordinary_text(practices: Practices, bot: FakeBot, text: str) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", text)
        page.conversation.send_all()
        assert (await page.turn(1))["text"] == text.strip().replace("\x00", "")
        assert bot.said[0][0] == text.strip().replace("\x00", "")


async def test_it_takes_only_so_many_messages_at_once(practices: Practices, bot: FakeBot) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.down = True
        for number in range(MOST_WAITING):
            assert (await page.conversation.say(f"m-{number}", "Hallo"))["type"] == "kept"
        refused = await page.conversation.say("m-last", "Hallo")
        assert refused["reason"] == "too_many"


async def test_a_question_to_the_coach_is_no_turn(practices: Practices, hand: Desk) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "[rule]")
        page.conversation.send_all()
        told = await page.news(lambda n: n["type"] == "coach")
        assert told["messages"] == ["m-1"]
        asked = await practices.exchange(ALICE, page.attempt, told["exchange"])
        assert (asked.kind, asked.question, asked.turn) == ("rule_lookup", "[rule]", 0)
        assert len(hand.attempts.turns(page.attempt)) == 1


async def test_a_written_wish_to_finish_asks_the_page(practices: Practices, hand: Desk) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "[finish]")
        page.conversation.send_all()
        told = await page.news(lambda n: n["type"] == "coach")
        assert told == {"type": "coach", "exchange": None, "messages": ["m-1"]}
        assert hand.attempts.messages(page.attempt)[0].fate == "coach"


async def test_finish_takes_along_what_still_waits(practices: Practices, bot: FakeBot, hand: Desk) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        await page.conversation.say("m-1", "Guten Tag!")
        await page.conversation.finish()
        await page.state(status="finished")
        assert bot.sent[-1][1]["attempt"] == page.attempt
        transcript = bot.sent[-1][1]["transcript"]
        assert [t["from"] for t in transcript["turns"]] == ["buyer", "agent", "buyer"]
        assert transcript["turns"][0]["moves"] == [{"move": "question", "need": "where"}]
        assert transcript["context"]["order_value"] == {"amount": 34.9, "currency": "EUR"}
        assert hand.attempts.grades(page.attempt)[0].grade["score"] == 40.0


async def test_finish_while_the_buyer_opens_is_not_lost(practices: Practices, bot: FakeBot) -> None:
    bot.release = asyncio.Event()
    async with opened(practices) as page:
        await bot.asked.wait()
        await page.conversation.finish()
        bot.release.set()
        await page.state(status="finished")
        assert (await practices.report(ALICE, page.attempt)).grading is not None


async def test_a_grade_is_made_after_the_grader_was_down(
    practices: Practices, bot: FakeBot, hand: Desk
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.down = True
        await page.conversation.finish()
        await page.state(status="finishing", bot="retrying")
        attempt = page.attempt
    await practices.close()
    bot.down = False
    reborn = Practices(hand)
    assert await reborn.resume() == 1
    async with opened(reborn, attempt) as page:
        await page.state(status="finished")
    await reborn.close()


async def test_a_grade_that_cannot_be_made_is_told_and_made_once_that_is_mended(
    practices: Practices, bot: FakeBot, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        bot.ungradable = True
        await page.conversation.finish()
        await page.state(status="finishing", bot="retrying")
        told = await practices.report(ALICE, page.attempt)
        assert (told.failed, told.grading) == (True, None)
        bot.ungradable = False
        clock.turn(1.0)
        await page.state(status="finished")
        assert (await practices.report(ALICE, page.attempt)).grading is not None


async def test_a_fault_in_the_store_is_survived(
    practices: Practices, bot: FakeBot, hand: Desk, clock: FakeClock
) -> None:
    async with opened(practices) as page:
        await page.turn(0)
        stolen = StoredTurn(1, "agent", 1.0, "from another process", state={"turns": 5})
        hand.attempts.add_turns(page.attempt, [stolen])
        await page.conversation.say("m-1", "Guten Tag!")
        page.conversation.send_all()
        await page.state(bot="retrying")
        clock.turn(1.0)
        assert (await page.turn(1))["text"] == "from another process"
        clock.turn(8.0)
        assert (await page.turn(2))["text"] == "Guten Tag!"
        assert bot.said[-1][1]["state"] == {"turns": 5}


@pytest.mark.parametrize("left", [{}, {"late-parcel": replace(scenario(), variants={})}])
async def test_a_conversation_rests_while_its_scenario_or_language_is_gone(
    hand: Desk, left: dict[str, Scenario]
) -> None:
    shelf = dict(hand.scenarios)
    practices = Practices(replace(hand, scenarios=shelf))
    with capture_logs() as logged:
        async with opened(practices) as page:
            await page.turn(0)
            shelf.clear()
            shelf |= left
            await page.conversation.say("m-1", "Guten Tag!")
            page.conversation.send_all()
        with pytest.raises(NotFound):
            await practices.attempt(ALICE, page.attempt)
    assert [line for line in logged if line["log_level"] == "error"] == []
    assert len(hand.attempts.turns(page.attempt)) == 1
    shelf |= hand.scenarios
    async with opened(practices, page.attempt) as again:
        again.conversation.send_all()
        assert (await again.turn(1))["text"] == "Guten Tag!"
    await practices.close()
