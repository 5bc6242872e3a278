"""What answers one question is no answer to another; what was told beforehand is not asked."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played, fixed


@pytest.mark.parametrize(
    ("scenario", "answer", "answered", "later"),
    [
        ("drone-abroad", ["inform_specification"], "plug-and-voltage", ["certificate"]),
        (
            "camping-trip",
            ["inform_order_status", "confirm_change", "agree"],
            "faster-delivery",
            ["combine-orders", "delivery-wish"],
        ),
        ("moved-house", ["confirm_change", "inform_order_status"], "change-address", ["delivery-wish"]),
        ("summer-outfit", ["recommend_product"], "what-goes-with-it", ["which-size"]),
        ("cracked-lamp", ["offer_replacement"], "damaged", ["compensation"]),
        ("too-many-messages", ["confirm_change"], "stop-messages", []),
        ("uk-reject", ["offer_full_refund", "inform_refund_timing"], "damaged", ["where-is-refund"]),
    ],
)
def test_an_answer_settles_only_what_was_asked(
    scenario: str, answer: list[str], answered: str, later: list[str]
) -> None:
    talk = Played(scenario)
    talk.say(*answer)
    assert talk.status(answered) == "met"
    for need in later:
        assert talk.status(need) != "met"
        assert not talk.says(need, "met")


def test_a_price_says_nothing_of_a_sample_that_was_not_asked_for() -> None:
    talk = Played("two-hundred-mugs")
    talk.say("inform_price")
    assert talk.status("sample") == "open"


def test_what_is_told_beside_the_answer_is_not_asked_and_gets_no_thanks() -> None:
    talk = Played("ski-jacket")
    talk.say("inform_size_advice", "inform_shipping_time")
    assert talk.status("delivery-time") == "met"
    slots = [talk.scenario.talk[name].lines["en"][name] for name in ("thanks_for_answer", "thanks_for_help")]
    lines = [line for slot in slots for band in slot.values() for line in band]
    assert sum(fixed(line.text) in talk.step.text for line in lines) == 1
    talk.say("inform_specification")
    assert not talk.says("delivery-time", "raise")
    assert talk.step.state.closing


def test_a_promise_misleads_only_a_buyer_who_asked() -> None:
    talk = Played("late-parcel")
    talk.say("violate_false_promise")
    assert talk.status("arrives-by-date") == "open"
    assert not talk.says("arrives-by-date", "misled")


def test_a_need_that_was_given_up_is_met_only_by_what_nothing_else_took() -> None:
    talk = Played("late-parcel")
    while talk.status("where-is-parcel") != "dropped":
        talk.say("greet")
    assert talk.status("arrives-by-date") == "asked"
    talk.say("inform_shipping_time", "inform_tracking")
    assert talk.status("where-is-parcel") == "met"


def test_in_progress_is_no_day_of_dispatch() -> None:
    vague, dated = Played("mx-marketplace", "es"), Played("mx-marketplace", "es")
    vague.say("inform_order_status", text="El pedido está en proceso.")
    dated.say("inform_order_status", text="El pedido sale el 28 de noviembre.")
    assert vague.status("when-dispatched") == "asked"
    assert dated.status("when-dispatched") == "met"


def test_days_of_arrival_are_no_answer_to_a_wish_for_the_delivery() -> None:
    talk = Played("camping-trip")
    while talk.status("delivery-wish") == "open":
        talk.say("confirm_order", "confirm_change", "inform_stock", "promise_dispatch", text="28 November.")
    talk.say("inform_shipping_time", text="It takes 5 days.")
    assert talk.says("delivery-wish", "again")
    talk.say("confirm_change")
    assert talk.status("delivery-wish") == "met"


def test_a_heap_of_other_goods_is_no_advice() -> None:
    talk = Played("summer-outfit")
    talk.say("cross_sell", text="Take a hat and trousers as well.")
    assert talk.status("what-goes-with-it") == "asked"
    talk.say("recommend_product", text="The straw hat goes with it.")
    assert talk.status("what-goes-with-it") == "met"


def test_an_order_number_that_stands_in_the_talk_is_not_told_as_news() -> None:
    for seed in range(20):
        talk = Played("late-parcel", "en", seed)
        named = talk.scenario.order.number in talk.step.text
        talk.say("ask_order_number")
        assert talk.reacts("told_already") == named


def test_an_order_number_is_no_ground_for_advice() -> None:
    talk = Played("mx-marketplace", "es")
    talk.say("ask_order_number")
    talk.say("inform_order_status", text="El pedido está en proceso.")
    assert talk.status("when-dispatched") == "asked"


@pytest.mark.parametrize("text", ["Huh?", "What??", "?? eh?"])
def test_a_bare_question_is_answered_with_the_question(text: str) -> None:
    talk = Played("late-parcel")
    before = talk.step.state
    talk.say("out_of_scope", text=text)
    assert talk.says("where-is-parcel", "again")
    assert not talk.reacts("not_understood")
    assert talk.step.state.needs["where-is-parcel"].pressed == 0
    assert talk.step.state.patience < before.patience


def test_a_yes_is_not_had_for_what_nobody_has_dealt_with() -> None:
    talk = Played("late-parcel")
    talk.say("ask_confirmation", text="Is everything settled for you now?")
    assert not talk.reacts("confirms")
    assert talk.says("where-is-parcel", "again")


def test_a_summary_is_confirmed() -> None:
    talk = Played("late-parcel")
    talk.say(
        "ask_confirmation", text="So it is order 4711, sent to your office in Leeds and not home, correct?"
    )
    assert talk.reacts("confirms")


def test_who_has_ordered_knows_the_address() -> None:
    talk = Played("happy-cat")
    talk.say("ask_address", text="Is the address in the order still right?")
    assert talk.reacts("address_stands")
    assert not talk.reacts("cannot_say")


def test_who_has_not_ordered_has_no_order_number() -> None:
    talk = Played("brake-pads")
    talk.say("ask_order_number", text="May I have your order number?")
    assert talk.reacts("not_ordered_yet")
    assert not talk.reacts("cannot_say")


@pytest.mark.parametrize("scenario", ["two-coffee-makers", "brake-pads"])
def test_a_question_for_the_budget_is_answered_with_the_use_once_and_never_as_told_already(
    scenario: str,
) -> None:
    talk = Played(scenario)
    talk.say("ask_needs", text="What will you use it for, and what is your budget?")
    assert talk.reacts("no_budget")
    talk.say("ask_needs", text="And have you a budget in mind?")
    assert talk.reacts("no_budget")
    assert not talk.reacts("told_already")
