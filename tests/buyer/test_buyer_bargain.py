"""Negotiating over per cents and days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buyer.bargain import Answer, haggle, offered_days, offered_percent
from bot.buyer.scenario import BANDS, Band, Bargain, Order
from bot.core.heard import HeardAct
from bot.core.words import Language
from tests.buyer.talks import DAY, Played, heard

LIMITS = Bargain(ask=25, floor=10, rounds=3)
ORDER = Order("1", None, {"EUR": 40.0, "MXN": 800.0}, {})


@given(st.floats(0, 100), st.sampled_from(BANDS))
def test_below_the_floor_nothing_is_given(offered: float, band: Band) -> None:
    answer = haggle(LIMITS, 25, 0, offered, band)
    if offered < LIMITS.floor:
        assert answer.verdict == "too_little"
        assert answer.demand == 25


@given(st.floats(10, 100), st.sampled_from(BANDS), st.sampled_from([10.0, 15.0, 20.0, 25.0]))
def test_a_concession_comes_down_and_never_below_the_floor(offered: float, band: Band, demand: float) -> None:
    answer = haggle(LIMITS, demand, 0, offered, band)
    assert LIMITS.floor <= answer.demand <= demand
    if answer.verdict == "conceded":
        assert answer.demand < demand


@given(st.floats(10, 100), st.sampled_from(BANDS))
def test_in_the_last_round_a_fair_offer_is_taken(offered: float, band: Band) -> None:
    assert haggle(LIMITS, 25, LIMITS.rounds - 1, offered, band).verdict == "met"


@given(st.floats(10, 22), st.sampled_from(BANDS))
def test_who_only_repeats_an_offer_moves_nobody(offered: float, band: Band) -> None:
    first = haggle(LIMITS, 25, 0, offered, band)
    if first.verdict == "conceded":
        assert haggle(LIMITS, first.demand, 1, offered, band, before=offered) == Answer(
            "too_little", first.demand
        )


@pytest.mark.parametrize(
    ("text", "currency", "percent"),
    [
        ("Ich erstatte Ihnen 15 %.", "EUR", 15.0),
        ("Ich erstatte Ihnen 6 €.", "EUR", 15.0),
        ("10 % oder 8 €, wie Sie möchten.", "EUR", 20.0),
        ("Le devolvemos $80.", "MXN", 10.0),
        ("Ich erstatte Ihnen 6 $.", "EUR", None),
        ("Ich erstatte Ihnen etwas.", "EUR", None),
    ],
)
def test_offers_are_read_in_per_cent_and_money(text: str, currency: str, percent: float | None) -> None:
    whole = [HeardAct("offer_partial_refund", 0.9, 0, len(text))]
    assert offered_percent(heard(text=text), whole, ORDER, currency) == percent


@pytest.mark.parametrize(
    ("offered", "verdict", "demand"),
    [(5, "met", 5), (4, "met", 5), (12, "too_little", 5), (9, "conceded", 7)],
)
def test_of_days_the_fewer_are_the_better(offered: float, verdict: str, demand: float) -> None:
    limits = Bargain(ask=5, floor=9, rounds=3)
    assert haggle(limits, 5, 0, offered, "calm", "days") == Answer(verdict, demand)  # type: ignore[arg-type]


def test_days_are_read_from_the_text_at_their_most() -> None:
    said = heard("inform_shipping_time", text="Das dauert 1 bis 2 Wochen.")
    assert offered_days(said, said.acts, DAY) == 14


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Express kommt am 2. Dezember an, Standard am 9. Dezember.", 6),
        ("Wir versenden in 1 Tag, die Post braucht 8 Tage.", 8),
        ("Das sind 3 Tage.", 3),
        ("Es kommt zwischen dem 2. und 4. Dezember an.", 8),
        ("Sehr bald.", None),
    ],
)
def test_the_best_time_that_answers_the_demand_is_the_offer(text: str, days: float | None) -> None:
    said = heard("inform_shipping_time", text=text)
    assert offered_days(said, said.acts, DAY, demand=5) == days


@pytest.mark.parametrize("language", ["en", "de", "ru", "es"])
def test_a_faster_delivery_is_bargained_for_in_days(language: Language) -> None:
    talk = Played("camping-trip", language)
    talk.say("inform_shipping_cost", text="18 USD.")
    assert talk.says("faster-delivery", "how_much")
    talk.say("inform_shipping_time", text="12 days, 12 Tage, 12 дней, 12 días.")
    assert talk.says("faster-delivery", "too_little")
    talk.say("inform_shipping_time", text="8 days, 8 Tage, 8 дней, 8 días.")
    assert talk.status("faster-delivery") == "met"


def test_all_the_money_back_leaves_nothing_to_haggle_over() -> None:
    talk = Played("cracked-lamp")
    talk.say("offer_full_refund")
    assert talk.status("compensation") == "met"
    assert not talk.says("compensation", "raise")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "You get 12% off your next order."),
        ("de", "Für den nächsten Einkauf bekommen Sie 12 %."),
        ("ru", "На следующий заказ дадим скидку 12 %."),
        ("es", "Le damos un 12 % en su próxima compra."),
    ],
)
def test_what_the_next_order_may_cost_is_no_price_for_this_one(language: Language, words: str) -> None:
    talk = Played("haggling-watch", language)
    talk.say("offer_discount", text=words)
    assert talk.status("small-discount") == "asked"
    assert talk.says("small-discount", "too_little")
