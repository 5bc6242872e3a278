"""What is an offer, and what is only a number."""

from __future__ import annotations

import pytest

from bot.buyer.bargain import offered_percent
from bot.buyer.scenario import Order
from bot.core.heard import HeardAct
from tests.buyer.talks import Played, heard

MUGS = Order("1", None, {"EUR": 640.0}, {}, {"piece": {"EUR": 3.2}})


@pytest.mark.parametrize(
    ("act", "text", "percent"),
    [
        ("offer_bulk_price", "Wir bieten 3,04 € je Stück.", 5.0),
        ("offer_bulk_price", "Für alle zusammen 576 €.", 10.0),
        ("inform_price", "Der Becher kostet 3,20 €.", 0.0),
        ("inform_price", "Ein Muster kostet 21 €.", None),
        ("offer_bulk_price", "Der Druck kostet 0,22 € mehr, dafür 8 % Rabatt.", 8.0),
        ("counter_offer", "10 % Rabatt bei 50 % Anzahlung.", 10.0),
        ("counter_offer", "5 %, ab 500 Stück 10 %.", 10.0),
        ("offer_discount", "8 %, also 588,80 €.", 8.0),
        ("offer_discount", "Ich gebe Ihnen 64 € Nachlass.", 10.0),
        ("counter_offer", "Ich gebe Ihnen sogar 30 %.", 30.0),
    ],
)
def test_prices_deposits_and_discounts_are_told_apart(act: str, text: str, percent: float | None) -> None:
    whole = [HeardAct(act, 0.9, 0, len(text))]
    offered = offered_percent(heard(text=text), whole, MUGS, "EUR", demand=20.0)
    assert offered is None if percent is None else offered == pytest.approx(percent)


@pytest.mark.parametrize("act", ["inform_specification", "ask_needs"])
def test_a_per_cent_of_a_fabric_is_no_offer(act: str) -> None:
    talk = Played("haggling-watch")
    talk.say_clauses((act, "It is 80% steel and 20% glass."))
    assert talk.status("small-discount") == "asked"
    assert talk.step.state.needs["small-discount"].offers == 0


def test_a_per_cent_beside_the_offer_belongs_to_it_unless_it_states_a_fact() -> None:
    talk = Played("haggling-watch")
    talk.say_clauses(("greet", "We can go 20% lower."), ("offer_discount", "A nice price for you."))
    assert talk.status("small-discount") == "met"
    talk = Played("haggling-watch")
    talk.say_clauses(
        ("inform_specification", "It is 20% lighter."), ("offer_discount", "A nice price for you.")
    )
    assert talk.says("small-discount", "how_much")


def test_the_demand_that_is_refused_is_no_offer() -> None:
    talk = Played("haggling-watch")
    talk.say_clauses(("decline_discount", "20% is not possible."))
    assert talk.step.state.needs["small-discount"].refused == 1


def test_a_number_beside_the_refusal_is_an_offer_whatever_it_was_heard_as() -> None:
    talk = Played("haggling-watch")
    talk.say_clauses(
        ("decline_discount", "20% is not possible."), ("close_sale", "Let us make it 20% today.")
    )
    assert talk.status("small-discount") == "met"


@pytest.mark.parametrize(
    ("text", "status"),
    [("New customers get 15 % off.", "asked"), ("You get 15 % off as a regular customer.", "met")],
)
def test_a_regular_customer_takes_no_offer_to_new_ones(text: str, status: str) -> None:
    talk = Played("tea-again")
    talk.say("confirm_order", "inform_price", "inform_stock")
    assert talk.status("regular-discount") == "asked"
    talk.say("offer_discount", text=text)
    assert talk.status("regular-discount") == status


@pytest.mark.parametrize("words", ["We can give you 5 % back.", "We can give you $2 back."])
def test_an_offer_of_money_that_nobody_asked_for_opens_the_bargain(words: str) -> None:
    talk = Played("late-parcel", "en")
    talk.say("offer_partial_refund", text=words)
    assert talk.status("compensation") == "asked"
    assert talk.says("compensation", "too_little")


def test_an_offer_without_a_number_opens_none() -> None:
    talk = Played("late-parcel", "en")
    talk.say("offer_partial_refund", text="We can give you some money back.")
    assert talk.status("compensation") == "open"


def test_who_takes_what_was_refused_before_gives_in_and_is_not_delighted() -> None:
    talk = Played("two-hundred-mugs")
    words = ("I can give you 8 percent.", "Well, 8 percent it would be.", "It is 8 percent, as I said.")
    for text in words:
        talk.say("offer_bulk_price", text=text)
        if talk.status("bulk-price") == "met":
            break
    assert talk.reacts("gives_in")
    assert not talk.says("bulk-price", "met")


def test_who_takes_a_better_offer_says_so_in_the_words_of_the_bargain() -> None:
    talk = Played("two-hundred-mugs")
    for share in (5, 9, 14):
        talk.say("offer_bulk_price", text=f"I can give you {share} percent.")
    assert talk.status("bulk-price") == "met"
    assert not talk.reacts("gives_in")
