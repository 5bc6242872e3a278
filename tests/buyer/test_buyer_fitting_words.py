"""A reaction that names a thing is said only where that thing was said."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played


@pytest.mark.parametrize(
    "act", ["apologise", "ask_evidence", "ask_problem_details", "empathise", "acknowledge"]
)
def test_nobody_is_asked_for_a_date_who_announced_nothing(act: str) -> None:
    for scenario in ("answered-in-public", "cracked-lamp", "too-many-messages"):
        talk = Played(scenario)
        talk.say(act)
        assert not talk.reacts("asks_date")
        assert not talk.reacts("waiting")


@pytest.mark.parametrize("act", ["promise_follow_up", "escalate"])
def test_who_will_be_back_some_time_is_asked_for_a_date(act: str) -> None:
    talk = Played("late-parcel")
    talk.say(act)
    assert talk.reacts("asks_date")


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("I'll be back in ten minutes, 10 minutes at most.", "waiting"),
        ("You will hear from me by November 30.", "until_then"),
        ("I will answer in 2 days.", "until_then"),
    ],
)
def test_the_buyer_waits_as_long_as_was_announced(text: str, occasion: str) -> None:
    talk = Played("late-parcel")
    talk.say("promise_follow_up", text=text)
    assert talk.reacts(occasion)


def test_a_day_in_the_greeting_is_nothing_to_wait_for() -> None:
    talk = Played("late-parcel")
    talk.say_clauses(("greet", "Nice to see you on November 20."), ("promise_follow_up", "I will be back."))
    assert talk.reacts("asks_date")


def test_a_buyer_who_is_asked_something_does_not_ask_for_a_date() -> None:
    talk = Played("cracked-lamp")
    talk.say("ask_evidence", "promise_follow_up")
    assert not talk.reacts("asks_date")


def test_three_points_put_off_are_waited_for_once() -> None:
    talk = Played("hotel-slippers")
    talk.say("ask_patience", text="Give me two minutes, please.")
    bands = talk.scenario.talk["waiting"].lines["en"]["waiting"].values()
    assert len({line.text for band in bands for line in band if line.text in talk.step.text}) == 1


def test_what_is_no_answer_is_asked_again() -> None:
    talk = Played("never-arrived")
    talk.say("inform_tracking")
    assert talk.says("delivered-not-received", "again")


@pytest.mark.parametrize(
    ("act", "occasion"),
    [
        ("violate_rude", "offended"),
        ("violate_blame_buyer", "blamed"),
        ("violate_deny_legal_right", "insists_on_rights"),
        ("violate_pressure_cancel", "wont_cancel"),
        ("violate_extra_charge", "wont_pay_more"),
        ("violate_misleading_claim", "doubts_claim"),
        ("violate_ask_sensitive_data", "keeps_data"),
        ("violate_data_misuse", "my_data"),
        ("violate_off_platform_payment", "suspicious"),
        ("violate_unsolicited_marketing", "no_ads"),
    ],
)
def test_each_breach_is_answered_by_its_name(act: str, occasion: str) -> None:
    talk = Played("late-parcel")
    talk.say(act)
    assert talk.reacts(occasion)


def test_who_wants_to_cancel_does_not_refuse_to_cancel() -> None:
    talk = Played("second-thoughts")
    talk.say("violate_pressure_cancel")
    assert talk.reacts("suspicious")


@pytest.mark.parametrize(
    ("scenario", "act"),
    [
        ("summer-outfit", "recommend_product"),
        ("summer-outfit", "cross_sell"),
        ("two-hundred-mugs", "close_sale"),
        ("ski-jacket", "close_sale"),
        ("tea-again", "close_sale"),
        ("happy-cat", "recommend_product"),
    ],
)
def test_selling_is_welcome_before_the_sale_and_where_it_was_asked_for(scenario: str, act: str) -> None:
    talk = Played(scenario)
    mood = talk.step.state.mood
    talk.say(act)
    assert not talk.reacts("not_now")
    assert talk.step.state.mood >= mood - 0.1


def test_selling_is_brushed_off_only_while_something_is_open() -> None:
    talk = Played("order-check")
    talk.say("cross_sell")
    assert talk.reacts("not_now")
    for act in ("confirm_order", "confirm_change"):
        talk.say(act)
    talk.say("promise_dispatch", "cross_sell")
    assert not talk.reacts("not_now")


def test_a_review_is_asked_for_too_early_only_while_something_is_open() -> None:
    talk = Played("cracked-lamp")
    talk.say("request_review")
    assert talk.reacts("review_too_early")


def test_what_the_buyer_tells_it_does_not_refuse_in_the_same_turn() -> None:
    talk = Played("two-coffee-makers")
    talk.say("ask_quantity", "ask_needs")
    assert talk.step.state.told == ("use",)
    assert not talk.reacts("cannot_say")


def test_one_fact_asked_for_twice_in_a_message_was_not_told_before() -> None:
    talk = Played("bike-part")
    talk.say("ask_problem_details", "ask_needs")
    assert not talk.reacts("told_already")


def test_every_buyer_knows_the_number_of_its_order() -> None:
    talk = Played("too-many-messages")
    talk.say("ask_order_number")
    assert talk.scenario.order.number in talk.step.text


def test_two_things_may_come_on_two_days() -> None:
    talk = Played("black-friday")
    talk.say("inform_shipping_time", "offer_alternative", text="Maple by December 10, walnut by December 1.")
    talk.say("inform_shipping_time", text="The walnut box comes on December 3.")
    assert not talk.reacts("contradiction")


def test_a_day_within_the_span_named_before_contradicts_nothing() -> None:
    talk = Played("late-parcel")
    talk.say("inform_shipping_time", text="Between December 1 and December 9.")
    talk.say("inform_shipping_time", text="It may be December 5.")
    assert not talk.reacts("contradiction")


def test_who_wants_no_end_of_the_order_says_so_where_it_is_cancelled() -> None:
    talk = Played("moved-house")
    talk.say("confirm_cancellation")
    assert talk.reacts("not_cancelled")


@pytest.mark.parametrize("scenario", ["second-thoughts", "cracked-lamp"])
def test_who_wants_to_cancel_or_takes_the_money_back_does_not(scenario: str) -> None:
    talk = Played(scenario)
    talk.say("confirm_cancellation")
    assert not talk.reacts("not_cancelled")


def test_who_agreed_to_pay_elsewhere_does_not_cling_to_the_order() -> None:
    talk = Played("payment-refused")
    talk.say("ask_problem_details")
    assert talk.status("pay-outside") == "set"
    talk.say("agree")
    assert talk.status("pay-outside") == "caught"
    talk.say("violate_pressure_cancel")
    assert not talk.reacts("wont_cancel")
