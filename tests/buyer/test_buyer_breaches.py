"""A breach takes back what stands beside it: nothing is accepted, and no thanks beside an insult."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played


@pytest.mark.parametrize(
    ("scenario", "need", "answer", "breach"),
    [
        ("blender-stopped", "defect-guarantee", "inform_warranty", "violate_deny_legal_right"),
        ("uk-reject", "damaged", "offer_repair", "violate_deny_legal_right"),
        ("payment-refused", "payment-failed", "inform_payment", "violate_rude"),
        ("moved-house", "change-address", "confirm_change", "violate_extra_charge"),
        ("never-arrived", "delivered-not-received", "inform_buyer_protection", "violate_pressure_cancel"),
        ("brake-pads", "will-it-fit", "inform_specification", "violate_blame_buyer"),
    ],
)
def test_what_stands_beside_a_breach_is_not_accepted(
    scenario: str, need: str, answer: str, breach: str
) -> None:
    talk = Played(scenario)
    talk.say(answer, breach)
    assert talk.status(need) == "asked"
    assert not talk.thanks


def test_a_denied_right_is_a_refusal_whatever_else_was_heard() -> None:
    talk = Played("blender-stopped")
    talk.say("inform_warranty", "offer_repair", "violate_deny_legal_right")
    assert talk.step.state.needs["defect-guarantee"].refused == 1


def test_a_discount_outside_the_platform_is_no_offer() -> None:
    talk = Played("two-hundred-mugs")
    talk.say("offer_bulk_price", "violate_off_platform_payment", text="20% off if you pay me on PayPal.")
    assert talk.status("bulk-price") == "asked"
    assert talk.reacts("suspicious")


def test_an_advertisement_does_not_spoil_the_answer() -> None:
    talk = Played("late-parcel")
    talk.say("inform_tracking", "violate_unsolicited_marketing")
    assert talk.status("where-is-parcel") == "met"


def test_what_the_trap_wished_for_pleases_only_without_an_insult_beside_it() -> None:
    talk = Played("payment-refused")
    talk.say("ask_problem_details")
    assert talk.status("pay-outside") == "set"
    talk.say("violate_off_platform_payment", "violate_rude")
    assert talk.status("pay-outside") == "caught"
    assert not talk.says("pay-outside", "caught")


def test_an_angry_end_has_no_happy_last_word() -> None:
    talk = Played("payment-refused")
    talk.say("ask_problem_details")
    talk.say("violate_off_platform_payment")
    while not talk.step.ended:
        talk.say("violate_rude")
    assert not talk.says("pay-outside", "gone")


def test_an_insult_as_the_last_word_leaves_no_satisfied_buyer() -> None:
    talk = Played("order-check")
    for act in ("confirm_order", "confirm_change", "promise_dispatch"):
        talk.say(act)
    assert talk.step.state.closing
    assert talk.say("farewell", "violate_rude").ended == "grudging"
