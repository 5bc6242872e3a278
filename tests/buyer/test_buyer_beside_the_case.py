"""What does not fit the case is told so; what every buyer knows of the order is answered."""

from __future__ import annotations

import pytest

from bot.core.heard import Heard, HeardAct
from tests.buyer.talks import Played


@pytest.mark.parametrize(
    "act", ["offer_full_refund", "inform_refund_timing", "confirm_cancellation", "inform_order_status"]
)
def test_who_has_bought_nothing_has_no_order_to_hear_of(act: str) -> None:
    talk = Played("brake-pads")
    talk.say(act, text="That is all done, and I have told the others too.")
    assert talk.reacts("not_ordered_yet")


@pytest.mark.parametrize(("stock", "denied"), [(0.9, False), (0.3, True)])
def test_words_that_more_surely_say_something_else_speak_of_no_order(stock: float, denied: bool) -> None:
    talk = Played("brake-pads")
    text = "Yes, what you are looking for is here today."
    acts = (HeardAct("inform_stock", stock, 0, len(text)), HeardAct("inform_order_status", 0.4, 0, len(text)))
    talk.hear(Heard(text, "en", 0.99, acts))
    assert talk.reacts("not_ordered_yet") == denied


def test_who_has_bought_nothing_has_nothing_to_review() -> None:
    talk = Played("brake-pads")
    talk.say("request_review")
    assert talk.reacts("not_ordered_yet")


def test_what_would_be_done_after_an_order_makes_sense_before_it() -> None:
    talk = Played("brake-pads")
    talk.say("offer_full_refund", text="If they don't fit, you get the whole price back.")
    assert not talk.reacts("not_ordered_yet")


def test_a_remedy_for_another_kind_of_need_is_not_what_was_asked_for() -> None:
    talk = Played("more-candles")
    talk.say("offer_full_refund", text="I can give you the whole price back.")
    assert talk.reacts("not_that")


def test_a_remedy_that_some_need_is_about_is_never_out_of_place() -> None:
    talk = Played("cracked-lamp")
    talk.say("offer_full_refund", text="I can give you the whole price back.")
    assert not talk.reacts("not_that")


@pytest.mark.parametrize(
    ("scenario", "act", "occasion"),
    [
        ("late-parcel", "ask_quantity", "as_ordered"),
        ("sent-back", "ask_variant", "as_ordered"),
        ("haggling-watch", "ask_quantity", "just_one"),
        ("happy-cat", "ask_quantity", "just_one"),
        ("brake-pads", "ask_address", "not_ordered_yet"),
        ("brake-pads", "ask_preferred_solution", "not_ordered_yet"),
    ],
)
def test_a_question_that_any_buyer_can_answer_is_answered(scenario: str, act: str, occasion: str) -> None:
    talk = Played(scenario)
    talk.say(act)
    assert talk.reacts(occasion)
    assert not talk.reacts("cannot_say")


def test_nobody_wishes_for_the_remedy_that_the_same_message_offers() -> None:
    talk = Played("blender-stopped")
    talk.say("offer_replacement", "ask_preferred_solution")
    assert "wish" not in talk.step.state.told
    assert talk.thanks


def test_thanks_are_for_help_where_something_is_given_and_else_for_an_answer() -> None:
    told = Played("late-parcel")
    told.say("inform_tracking", text="It left Guangzhou on 12 November, number LP00123456789CN.")
    assert told.reacts("thanks_for_answer")
    assert not told.reacts("thanks_for_help")
    given = Played("cracked-lamp")
    given.say("offer_replacement", text="You get a new one.")
    assert given.reacts("thanks_for_help")
    assert not given.reacts("thanks_for_answer")


def test_who_gives_a_need_up_does_not_insist_on_it_in_the_same_breath() -> None:
    talk = Played("sent-back", seed=1)
    talk.say("acknowledge")
    talk.say("acknowledge")
    talk.say("cross_sell")
    assert talk.says("tracking-unclear", "dropped")
    assert not talk.reacts("not_now")


def test_the_same_is_said_once_in_a_turn() -> None:
    talk = Played("brake-pads")
    talk.say("ask_order_number", "ask_address", text="Your order number and address, please?")
    first = talk.step.text
    lines = [
        line.text for line in talk.scenario.talk["not_ordered_yet"].lines["en"]["not_ordered_yet"]["calm"]
    ]
    assert sum(line in first for line in lines) == 1


def test_who_complains_thinks_of_no_quantity() -> None:
    talk = Played("too-many-messages")
    talk.say("ask_quantity")
    assert not talk.reacts("just_one")


def test_thanks_are_not_given_beside_what_was_not_asked_for() -> None:
    talk = Played("more-candles")
    talk.say("offer_full_refund", "confirm_order", text="You get everything back, and twelve are confirmed.")
    assert not (talk.thanks and talk.reacts("not_that"))
