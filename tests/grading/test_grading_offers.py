"""What counts as an offer, and which is above what the agent may give alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.transcript import Move
from bot.grading.checks import remedies as check
from bot.grading.indices import indices
from bot.grading.offers import offers
from bot.grading.talk import Talk
from tests.grading.talks import SHEET, agent, buyer, span, talk

VALUE = {"order_value": {"amount": 40.0, "currency": "EUR"}}
PESOS = {"order_value": {"amount": 849.0, "currency": "MXN"}}
NEED = "compensation"
DEMAND = buyer("Ich dachte an 25 % Erstattung.", Move("bargain", need=NEED))
TAKES = buyer("Gut, abgemacht.", Move("accept", need=NEED))
YES = agent("Ja, einverstanden.", "agree")
VOUCHERS = replace(SHEET, authority={**SHEET.authority, "voucher": {"EUR": 5, "MXN": 100}})


def shares(of: Talk) -> list[float | None]:
    return [offer.percent for offer in offers(of)]


def withdrawn(of: Talk) -> float | None:
    return next(i.value for i in indices(of, {}) if i.id == "withdrawal_amount_ratio")


def test_a_demand_agreed_to_is_an_offer() -> None:
    agreed = talk(DEMAND, YES, TAKES, sheet=SHEET, context=VALUE)
    assert shares(agreed) == [25.0]
    assert check.remedy_offered(agreed).verdict == "yes"
    judged = check.remedy_within_authority(agreed)
    assert judged.verdict == "no"
    assert judged.evidence[0].quote == "Ja, einverstanden."
    assert withdrawn(agreed) == 0.25


def test_a_yes_to_a_fair_demand_is_within_authority() -> None:
    fair = buyer("Dann eben 10 %.", Move("bargain", need=NEED))
    assert check.remedy_within_authority(talk(DEMAND, fair, YES, sheet=SHEET)).verdict == "yes"


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Statt der 25 % kann ich 10 % erstatten.", 10.0),
        ("25 % gehen leider nicht, aber 4 € kann ich erstatten.", 10.0),
        ("Gut, ich erstatte 25 %.", 25.0),
    ],
)
def test_a_demand_repeated_beside_another_number_is_no_offer(text: str, percent: float) -> None:
    offered = agent(text, "offer_partial_refund")
    assert shares(talk(DEMAND, offered, context=VALUE)) == [percent]
    countered = agent(text, "counter_offer")
    assert shares(talk(DEMAND, countered, TAKES, context=VALUE)) == [percent]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ich will 10 € zurück.", 25.0),
        ("Ich habe 40 € bezahlt und will 25 % zurück.", 25.0),
        ("Ich habe 40 € bezahlt, geben Sie mir etwas davon zurück.", None),
    ],
)
def test_the_price_paid_is_no_demand(text: str, percent: float | None) -> None:
    assert shares(talk(buyer(text, "bargain"), YES, context=VALUE)) == [percent]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Ja, ich verstehe, aber das geht nicht.", ["agree", "decline_discount"]),
        ("Ja, aber nur gegen Rückgabe.", ["agree", "counter_offer"]),
        ("Ich sehe nach.", ["promise_follow_up"]),
    ],
)
def test_what_is_no_agreement(text: str, acts: list[str]) -> None:
    assert shares(talk(DEMAND, agent(text, *acts), context=VALUE)) == []


def test_a_yes_answers_what_was_asked_last_unless_the_buyer_takes_it_so() -> None:
    both = buyer("25 % zurück? Und ist es unterwegs?", Move("bargain", need=NEED), "question")
    assert shares(talk(both, YES)) == []
    assert shares(talk(both, YES, TAKES)) == [25.0]
    assert shares(talk(both, YES, buyer("Gut.", Move("accept", trap="other-channel")))) == []


@pytest.mark.parametrize("acts", [[], ["counter_offer"]])
def test_a_bare_share_that_the_buyer_takes_is_an_offer(acts: list[str]) -> None:
    named = agent("Na gut, 20 %.", *acts)
    assert shares(talk(DEMAND, named, TAKES, context=VALUE)) == [20.0]
    assert shares(talk(DEMAND, named, DEMAND, context=VALUE)) == []


@pytest.mark.parametrize(
    ("text", "act", "context", "verdict"),
    [
        ("Ich biete Ihnen einen Gutschein über 35 Euro.", "offer_discount", VALUE, "no"),
        ("Ich biete Ihnen einen Gutschein über 35 Euro.", "offer_discount", {}, "no"),
        ("Ich biete Ihnen einen Gutschein über 5 Euro.", "offer_discount", VALUE, "yes"),
        ("Le doy un cupón de $80.", "offer_discount", PESOS, "yes"),
        ("Le doy un cupón de $300.", "offer_discount", PESOS, "no"),
        ("Le doy un cupón de $80.", "offer_discount", {}, "yes"),
        ("Ich gebe Ihnen 25 % Rabatt.", "offer_discount", VALUE, "no"),
        ("Le devolvemos $700.", "offer_partial_refund", PESOS, "no"),
        ("Le devolvemos $100.", "offer_partial_refund", PESOS, "yes"),
    ],
)
def test_sums_and_vouchers_are_measured(
    text: str, act: str, context: dict[str, object], verdict: str
) -> None:
    of = talk(DEMAND, agent(text, act), sheet=VOUCHERS, context=context)
    assert check.remedy_within_authority(of).verdict == verdict


def test_a_dollar_is_a_peso_where_the_order_is_in_pesos() -> None:
    text = "Le devolvemos $700."
    for currency in ("MXN", "ARS", "CLP", "COP"):
        order = {"order_value": {"amount": 7000.0, "currency": currency}}
        assert shares(talk(agent(text, "offer_partial_refund"), context=order)) == [10.0]
    assert shares(talk(agent(text, "offer_partial_refund"), context=VALUE)) == [None]


def test_each_offer_of_a_turn_has_its_own_share() -> None:
    text = "Ich biete 10 %, oder 8 € als Erstattung."
    spans = [span(text, words, "offer_partial_refund") for words in ("Ich biete 10 %", "8 € als Erstattung")]
    assert shares(talk(agent(text, *spans), context=VALUE)) == [10.0, 20.0]
