"""What a trainee does, and who may see it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.buyer.scenario import Person
from bot.core.errors import BadRequest, NotFound, ServiceDown
from bot.service.cards import Choice
from bot.service.desk import Desk
from bot.service.news import Listener
from bot.service.practice import Practices
from bot.service.wire import turn_metadata
from tests.service.fakes import DE, FakeBot

pytestmark = pytest.mark.anyio
ALICE, CHARLIE = "alice", "charlie"


async def test_a_practice_starts_as_it_was_chosen(practices: Practices) -> None:
    attempt = await practices.start(ALICE, DE, seed=5)
    assert await practices.attempt(ALICE, attempt.id) == attempt
    assert (attempt.language, attempt.platform, attempt.country, attempt.seed) == (
        "de",
        "aliexpress",
        "DE",
        5,
    )


@pytest.mark.parametrize(("seed", "name"), [(2, "Weber"), (3, "Kurz")])
async def test_the_name_of_who_plays_is_kept(hand: Desk, seed: int, name: str) -> None:
    one = hand.scenarios["late-parcel"]
    weber = one.variants["de"][0]
    both = replace(one, variants={"de": (weber, replace(weber, buyer=Person("Kurz", None, "f")))})
    practices = Practices(replace(hand, scenarios={one.id: both}))
    attempt = await practices.start(ALICE, DE, seed=seed)
    assert (await practices.attempt(ALICE, attempt.id)).buyer == name


async def test_the_level_of_text_that_was_chosen_is_kept_and_told_to_the_bot(practices: Practices) -> None:
    attempt = await practices.start(ALICE, replace(DE, cefr="A2"))
    assert (await practices.attempt(ALICE, attempt.id)).cefr == "A2"
    assert turn_metadata(attempt, practices.scenario(DE.scenario), 0, None, 0.0)["cefr"] == "A2"


@pytest.mark.parametrize(
    ("choice", "error"),
    [
        (Choice("nothing", "de", "aliexpress", "DE"), NotFound),
        (Choice("late-parcel", "de", "amazon", "DE"), BadRequest),
        (Choice("late-parcel", "xx", "aliexpress", "DE"), BadRequest),
    ],
)
async def test_it_starts_nothing_that_is_not_offered(
    practices: Practices, choice: Choice, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await practices.start(ALICE, choice)


async def test_strangers_see_nothing(practices: Practices, bot: FakeBot) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    with pytest.raises(NotFound):
        await practices.attempt(CHARLIE, attempt)
    with pytest.raises(NotFound):
        await practices.report(CHARLIE, attempt)
    with pytest.raises(NotFound):
        await practices.look_up(CHARLIE, attempt, "WhatsApp?")
    with pytest.raises(NotFound):
        await practices.hint(CHARLIE, attempt)
    with pytest.raises(NotFound):
        await practices.exchange(CHARLIE, attempt, 1)
    with pytest.raises(NotFound):
        async with practices.live(CHARLIE, attempt):
            pass
    assert await practices.recent(CHARLIE) == []
    assert bot.senders == set()


async def test_a_rule_is_looked_up_for_the_case_at_hand(practices: Practices, bot: FakeBot) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    asked = await practices.look_up(ALICE, attempt, " WhatsApp? ")
    event, metadata = bot.sent[0]
    assert event == "ask_rule"
    assert metadata == {
        "scenario": "late-parcel",
        "language": "de",
        "attempt": attempt,
        "question": "WhatsApp?",
        "platform": "aliexpress",
        "country": "DE",
        "stage": "after_sales",
        "date": "2027-01-15",
    }
    assert await practices.exchange(ALICE, attempt, asked.id) == asked


@pytest.mark.parametrize("question", ["", "  ", "x" * 301])
async def test_it_asks_no_empty_or_endless_question(
    practices: Practices, bot: FakeBot, question: str
) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    with pytest.raises(BadRequest):
        await practices.look_up(ALICE, attempt, question)
    assert bot.sent == []


async def test_hints_become_clearer_and_begin_anew_with_the_next_turn(
    practices: Practices, bot: FakeBot
) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    async with practices.live(ALICE, attempt) as conversation:
        listener = Listener()
        conversation.listen(listener, -1)
        await _turn(listener, 0)
        steps = [(await practices.hint(ALICE, attempt)).answer["step"] for _ in range(4)]
        assert steps == [0, 1, 2, 2]
        assert bot.sent[-1][1]["state"] == {"turns": 0}
        assert bot.sent[-1][1]["attempt"] == attempt
        await conversation.say("m-1", "Guten Tag!")
        conversation.send_all()
        await _turn(listener, 1)
        assert (await practices.hint(ALICE, attempt)).answer["step"] == 0
        conversation.leave(listener)


async def test_a_coach_that_is_down_says_so_and_leaves_no_trace(practices: Practices, bot: FakeBot) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    bot.down = True
    with pytest.raises(ServiceDown):
        await practices.hint(ALICE, attempt)
    assert (await practices.report(ALICE, attempt)).exchanges == []


async def test_an_attempt_at_a_scenario_that_is_gone_is_not_shown(practices: Practices, hand: Desk) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    without = Practices(Desk(hand.bot, hand.attempts, hand.clock, {}, hand.pace))
    assert await without.recent(ALICE) == []
    with pytest.raises(NotFound):
        await without.attempt(ALICE, attempt)


async def test_an_attempt_in_a_language_that_is_gone_is_not_shown(practices: Practices, hand: Desk) -> None:
    attempt = (await practices.start(ALICE, DE)).id
    one = hand.scenarios["late-parcel"]
    less = {one.id: replace(one, variants={"en": one.variants["en"]})}
    without = Practices(replace(hand, scenarios=less))
    assert await without.recent(ALICE) == []
    with pytest.raises(NotFound):
        await without.attempt(ALICE, attempt)


async def test_close_lets_the_bot_go(practices: Practices, bot: FakeBot) -> None:
    await practices.close()
    assert bot.closed


async def _turn(listener: Listener, index: int) -> None:
    async with asyncio.timeout(10):
        while (await listener.next()).get("index") != index:
            pass
