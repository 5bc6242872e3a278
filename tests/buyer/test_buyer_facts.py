"""Facts are told to the questions that are about them, and raise the need that they tell of."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played


@pytest.mark.parametrize(
    ("scenario", "act", "question"),
    [
        ("order-check", "ask_variant", "Should we add the EU plug or the UK plug?"),
        ("too-many-messages", "ask_problem_details", "Which part is damaged, and how badly?"),
        ("drone-abroad", "ask_variant", "Which colour may I put aside for you?"),
    ],
)
def test_a_question_about_something_else_gets_no_fact(scenario: str, act: str, question: str) -> None:
    talk = Played(scenario)
    talk.say(act, text=question)
    assert not set(talk.step.state.told) - {"order_number"}


@pytest.mark.parametrize(
    ("scenario", "act", "question", "fact"),
    [
        ("order-check", "ask_variant", "Which colour and size should it be?", "colour"),
        ("drone-abroad", "ask_variant", "Which plug do you need?", "plug"),
        ("too-many-messages", "ask_problem_details", "What exactly is the trouble?", "channels"),
    ],
)
def test_a_question_on_the_matter_or_on_none_gets_it(
    scenario: str, act: str, question: str, fact: str
) -> None:
    talk = Played(scenario)
    talk.say(act, text=question)
    assert fact in talk.step.state.told


def test_a_fact_that_tells_of_a_need_raises_it() -> None:
    talk = Played("order-check")
    talk.say("ask_variant", text="Which colour should it be?")
    assert talk.status("change-variant") == "asked"
    assert not talk.says("change-variant", "raise")
    talk.say("confirm_change", text="I have changed the colour for you.")
    assert talk.status("change-variant") == "met"


def test_a_fact_raises_no_need_that_is_settled() -> None:
    talk = Played("necklace-in-time")
    while talk.status("material-and-allergy") != "met":
        talk.say("inform_specification", "inform_shipping_time", text="Steel without nickel, 5 days.")
    talk.say("ask_problem_details", text="Do you react to nickel?")
    assert talk.status("material-and-allergy") == "met"


def test_who_haggles_tells_no_budget() -> None:
    for scenario, told in (("two-hundred-mugs", False), ("two-coffee-makers", True)):
        talk = Played(scenario)
        talk.say("ask_needs", text="Do you have a particular budget in mind?")
        assert talk.reacts("no_budget") == told


@pytest.mark.parametrize(
    ("scenario", "reaction", "told"),
    [
        ("blender-stopped", True, set()),
        ("boots-too-tight", False, {"order_number", "trip"}),
        ("necklace-in-time", False, set()),
    ],
)
def test_a_date_is_told_where_there_is_one(scenario: str, reaction: bool, told: set[str]) -> None:
    talk = Played(scenario)
    talk.say("ask_needs", text="Is there a date by which you need it?")
    assert talk.reacts("no_date") == reaction
    assert set(talk.step.state.told) == told
    assert not talk.reacts("cannot_say")


def test_a_day_in_another_question_hides_no_fact() -> None:
    talk = Played("cracked-lamp")
    talk.say("ask_variant", text="By when do you need it, and which shade was it?")
    assert "shade" in talk.step.state.told


def test_who_is_asked_for_the_day_again_has_told_it_already() -> None:
    talk = Played("boots-too-tight")
    talk.say("ask_needs", text="By when do you need them?")
    talk.say("ask_needs", text="Is there a date by which you need them?")
    assert talk.reacts("told_already")


def test_a_question_for_the_day_brings_up_what_has_to_come_by_then() -> None:
    talk = Played("necklace-in-time")
    talk.say("ask_needs", text="By when do you need it?")
    assert talk.status("gift-by-date") == "asked"


def test_a_budget_spoken_of_beside_a_question_is_not_asked_for() -> None:
    talk = Played("two-coffee-makers")
    question, advice = "What will you use it for?", "Given your budget, the basic model is the best choice."
    talk.say_clauses(("ask_needs", question), ("recommend_product", advice))
    assert not talk.reacts("no_budget")
