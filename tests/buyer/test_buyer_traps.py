"""Traps: fallen for or declined only once they were set, and only by what speaks to them."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played


@pytest.mark.parametrize(
    ("scenario", "trap", "breach"),
    [
        ("late-parcel", "other-channel", "violate_off_platform_contact"),
        ("us-duties", "lower-value", "violate_undervalue_customs"),
        ("camping-trip", "wants-guarantee", "violate_false_promise"),
        ("wrong-bag", "review-threat", "violate_incentivised_review"),
    ],
)
def test_what_the_agent_proposes_itself_is_not_wished_for_later(
    scenario: str, trap: str, breach: str
) -> None:
    talk = Played(scenario)
    talk.say(breach)
    assert talk.status(trap) == "forestalled"
    assert not talk.says(trap, "caught")


def test_nobody_wishes_for_what_was_refused_by_name_before() -> None:
    talk = Played("us-duties")
    talk.say("decline_undervaluation")
    assert talk.status("lower-value") == "forestalled"


@pytest.mark.parametrize("act", ["violate_misleading_claim", "violate_rude", "inform_specification"])
def test_a_trap_that_was_not_set_yet_stays_open(act: str) -> None:
    talk = Played("haggling-watch")
    talk.say(act)
    assert talk.status("is-it-original") == "open"


def test_a_refusal_of_something_else_does_not_decline_the_trap() -> None:
    talk = Played("camping-trip")
    talk.say("agree")
    talk.say("violate_false_promise")
    assert talk.status("wants-guarantee") == "caught"
    talk.say("inform_shipping_time")
    assert talk.status("wants-guarantee") == "caught"


def test_a_confirmed_cancellation_says_nothing_of_a_false_reason() -> None:
    talk = Played("second-thoughts")
    talk.say("confirm_cancellation")
    talk.say("confirm_cancellation")
    assert talk.status("false-reason") == "set"
    talk.say("decline_request")
    assert talk.status("false-reason") == "declined"


def test_all_the_money_against_the_goods_is_no_giveaway() -> None:
    talk = Played("cracked-lamp")
    talk.say("ask_evidence")
    talk.say("offer_full_refund", "offer_return_label")
    assert talk.status("refund-keep-goods") == "declined"


def test_all_the_money_for_nothing_is_one() -> None:
    talk = Played("cracked-lamp")
    talk.say("ask_evidence")
    talk.say("offer_full_refund")
    assert talk.status("refund-keep-goods") == "caught"


def test_a_bare_yes_answers_what_was_asked_last() -> None:
    talk = Played("late-parcel")
    talk.say("inform_tracking")
    talk.say("inform_shipping_time")
    talk.say("ask_preferred_solution")
    assert talk.step.state.focus[-1] == "compensation"
    talk.say("agree")
    assert talk.status("compensation") == "met"
    assert talk.status("other-channel") == "set"


def test_a_trap_is_not_set_after_its_need_was_given_up() -> None:
    talk = Played("second-thoughts")
    while talk.status("cancel-order") != "dropped":
        talk.say("greet")
    while not talk.step.ended:
        talk.say("inform_refund_timing")
    assert talk.status("false-reason") == "open"


def test_who_let_go_of_a_deal_does_not_take_it_later() -> None:
    talk = Played("wrong-bag")
    talk.say("ask_evidence")
    assert talk.status("review-threat") == "set"
    talk.say("offer_return_label")
    assert talk.status("review-threat") == "dropped"
    talk.say("violate_incentivised_review")
    assert talk.status("review-threat") == "dropped"
    assert talk.reacts("no_review_deal")


@pytest.mark.parametrize(("remedy", "status"), [("offer_full_refund", "open"), ("offer_replacement", "set")])
def test_who_gets_all_the_money_back_has_no_wish_for_a_parcel_to_come(remedy: str, status: str) -> None:
    talk = Played("sent-back")
    talk.say(remedy)
    while not talk.step.ended and talk.status("lower-value") == "open":
        talk.say("inform_tracking")
    assert talk.status("lower-value") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [("That takes five days. No day can be guaranteed.", "forestalled"), ("That takes five days.", "set")],
)
def test_nobody_wishes_for_what_the_answer_ruled_out(text: str, status: str) -> None:
    talk = Played("camping-trip", language="en")
    talk.say("inform_shipping_time", text=text)
    assert talk.status("wants-guarantee") == status


def test_who_hears_why_the_payment_failed_still_hears_where_alone_to_pay() -> None:
    talk = Played("payment-refused")
    while talk.status("pay-outside") == "open":
        talk.say("promise_follow_up", text="I will let you know this evening.")
    talk.say("inform_payment", text="Your bank declined it. Payment can only be made at the checkout.")
    assert talk.status("pay-outside") == "declined"
