"""What the bot says of a buyer's turn, and what web reads from it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.buyer.draft import Step
from bot.buyer.state import BuyerState
from bot.core.errors import ServiceDown
from bot.core.heard import Heard
from bot.service.buyer_desk import answer, spoken
from bot.service.cards import casting_of
from bot.service.wire import buyer_turn, turn_metadata
from bot.store.records import Attempt
from tests.shipped import scenarios as shipped

STATE = BuyerState("de", "ebay", "DE", 1, "2026-11-26", 0.5, 0.5, {}, {})


@pytest.mark.parametrize(("gloss", "subject"), [("您好！", None), (None, "Bestellung 8190")])
def test_text_gloss_and_subject_come_over_as_they_were_said(gloss: str | None, subject: str | None) -> None:
    step = Step(STATE, "Guten Tag!", (), None, (), subject, gloss)
    answer = json.loads(json.dumps(spoken(step)))
    turn = buyer_turn(answer, 3, 20.0)
    assert (turn.text, turn.subject, turn.gloss) == ("Guten Tag!", subject, gloss)


@pytest.mark.parametrize("key", ["gloss", "subject"])
def test_an_answer_of_a_bot_that_knows_no_such_key_is_read(key: str) -> None:
    answer = spoken(Step(STATE, "Guten Tag!", (), None, (), "Bestellung", "您好！"))
    del answer[key]
    assert getattr(buyer_turn(answer, 0, 0.0), key) is None


def test_an_answer_that_is_no_turn_of_the_buyer_is_no_answer() -> None:
    with pytest.raises(ServiceDown):
        buyer_turn({"text": "Guten Tag!"}, 0, 0.0)


@pytest.mark.parametrize("seed", [0, 1])
def test_who_opens_is_the_buyer_that_the_page_names(seed: int) -> None:
    scenario = shipped()["mx-marketplace"]
    for variant in scenario.variants["es"]:
        place = (variant.platform, variant.country)
        known = Attempt("a-1", "alice", scenario.id, "es", *place, seed, "practice", created=1.0)
        known = replace(known, buyer=variant.buyer.name)
        told = turn_metadata(known, scenario, 0, None, 0.0)
        opened = answer({scenario.id: scenario}, "begin", Heard("", None, 0.0), told)
        assert opened["state"]["buyer"] == casting_of(scenario, known).variant.buyer.name == known.buyer
