"""What a trainee sees of a scenario, and what the bot gets to grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.buyer.scenario import Person
from bot.core.errors import BadRequest, ServiceDown
from bot.service import cards, wire
from bot.service.cards import Choice
from bot.store.records import Attempt, StoredTurn
from tests.service.fakes import DE, START, scenario

TODAY = date(2027, 1, 15)
ATTEMPT = Attempt(
    "a-1", "alice", "late-parcel", "de", "aliexpress", "DE", 7, "practice", created=START, opened=START
)


def test_the_briefing_names_buyer_and_dates_of_this_practice() -> None:
    casting = cards.cast(scenario(), DE, TODAY, 7)
    assert "Frau Weber 的包裹晚了5天" in cards.briefing(scenario(), casting, "zh")
    assert "Frau Weber is 5 days late" in cards.briefing(scenario(), casting, "en")
    assert cards.dates(scenario(), casting) == {"ordered": date(2026, 12, 16), "promised": date(2027, 1, 10)}


def test_the_day_of_an_attempt_stays_though_it_is_read_later() -> None:
    assert cards.casting_of(scenario(), ATTEMPT).today == TODAY


def test_who_plays_stays_though_others_come_to_the_place() -> None:
    weber = scenario().variants["de"][0]
    others = [replace(weber, buyer=Person(name, None, "f")) for name in ("Kurz", "Lang")]
    crowded = replace(scenario(), variants={"de": (*others, weber)})
    for seed in range(3):
        attempt = replace(ATTEMPT, seed=seed, buyer="Weber")
        assert cards.casting_of(crowded, attempt).variant == weber


def test_a_choice_that_is_not_offered_is_refused() -> None:
    with pytest.raises(BadRequest, match="not played in de on amazon"):
        cards.cast(scenario(), Choice("late-parcel", "de", "amazon", "GB"), TODAY, 7)


def test_the_transcript_follows_the_contract() -> None:
    turns = [
        StoredTurn(0, "buyer", 0.0, "Wo?", moves=({"move": "question", "need": "where"},)),
        StoredTurn(1, "agent", 21.54, "Guten Tag"),
    ]
    told = wire.transcript(ATTEMPT, scenario(), turns).to_json()
    assert told["turns"] == [
        {"from": "buyer", "at": 0.0, "text": "Wo?", "moves": [{"move": "question", "need": "where"}]},
        {"from": "agent", "at": 21.5, "text": "Guten Tag"},
    ]
    assert told["buyer"] == {"name": "Weber", "form": "Frau"}
    assert (told["date"], told["seed"], told["mode"]) == ("2027-01-15", 7, "practice")
    assert told["context"]["order_value"] == {"amount": 34.9, "currency": "EUR"}


@pytest.mark.parametrize(
    "answer", [{}, {"text": "x"}, {"text": "x", "state": 5}, {"text": "x", "state": {}, "mood": "?"}]
)
def test_an_answer_that_is_no_buyers_turn_is_a_bot_that_is_down(answer: dict[str, object]) -> None:
    with pytest.raises(ServiceDown):
        wire.buyer_turn(answer, 1, 0.0)
