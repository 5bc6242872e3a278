"""Which sentences simulated agents choose, without a model that hears them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.content.agent_lines import AgentLines, Sentences
from bot.service.agents import Agent, Kind
from tests.buyer.talks import Played
from tests.shipped import scenarios

ACTS = {
    "greet": ("Hello.",),
    "promise_follow_up": ("You will hear from us.",),
    "confirm_order": ("Confirmed.",),
    "confirm_change": ("Changed.",),
    "ask_address": ("The address?",),
    "ask_variant": ("The colour?",),
    "violate_rude": ("Go away.",),
}
ANSWERS = {
    "order-right": {"confirm_order": ("Order {order_number} is right.",)},
    "change-variant": {"confirm_change": ("Now it is {wanted}.",)},
}
BOTH = ("change-address", "delivery-wish")
"""Needs of one scenario that one act meets."""
NUMBER = scenarios()["order-check"].order.number


def opening(kind: Kind, lines: AgentLines) -> str | None:
    """What such an agent says to a buyer who asks whether the order is right."""
    played = Played("order-check")
    assert "order-right" in played.step.state.focus
    return Agent(kind, lines, played.scenario, seed=1).say(played.step.state)


def test_a_good_agent_answers_the_need_in_words_of_its_own_and_fills_their_places() -> None:
    said = opening("good", AgentLines(ACTS, ANSWERS))
    assert said == f"Hello. The address? The colour? Order {NUMBER} is right."


def test_without_an_answer_the_act_is_done_in_words_for_every_case() -> None:
    said = opening("good", AgentLines(ACTS, {}))
    assert said == "Hello. The address? The colour? Confirmed."


def test_the_fair_agent_answers_once_it_no_longer_puts_off() -> None:
    played = Played("order-check")
    agent = Agent("fair", AgentLines(ACTS, ANSWERS), played.scenario, seed=1)
    assert agent.say(played.step.state) == "Hello. You will hear from us."
    assert agent.say(played.step.state) == f"Order {NUMBER} is right."


def test_a_rude_agent_has_no_answers() -> None:
    assert opening("rude", AgentLines(ACTS, ANSWERS)) == "Go away."


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Changed."),
        ({id: {"confirm_change": ("It is done.",)} for id in BOTH}, "It is done. It is done."),
    ],
)
def test_an_act_is_done_for_each_need_that_has_words_of_its_own(
    answers: Mapping[str, Sentences], said: str
) -> None:
    played = Played("moved-house")
    agent = Agent("fair", AgentLines(ACTS, answers), played.scenario, seed=1)
    agent.say(played.step.state)
    assert agent.say(replace(played.step.state, focus=BOTH)) == said


@pytest.mark.parametrize(("allowed", "act"), [(True, "offer_full_refund"), (False, "offer_replacement")])
def test_a_good_agent_gives_what_the_sheet_lets_agents_give(allowed: bool, act: str) -> None:
    scenario = scenarios()["blender-stopped"]
    free = replace(scenario, authority={"full_refund": allowed, "replacement": True})
    agent = Agent("good", AgentLines(ACTS, {}), free, seed=1)
    assert [deed for deed, _ in agent.dealing_with("defect-guarantee")] == [act]


@pytest.mark.parametrize(("allowed", "act"), [(True, "offer_full_refund"), (False, "offer_partial_refund")])
def test_a_good_agent_bargains_with_what_the_sheet_lets_agents_give(allowed: bool, act: str) -> None:
    scenario = scenarios()["late-parcel"]
    (bargained,) = (use for use in scenario.needs if use.bargain)
    need = replace(bargained.need, offered_by=frozenset({"offer_full_refund", "offer_partial_refund"}))
    free = replace(scenario, needs=(replace(bargained, need=need),), authority={"full_refund": allowed})
    agent = Agent("good", AgentLines(ACTS, {}), free, seed=1)
    assert [deed for deed, _ in agent.dealing_with(need.id)] == [act]
