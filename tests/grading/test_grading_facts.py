"""What was said agrees with the order sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.grading.checks import facts as check
from tests.grading.talks import SHEET, agent, buyer, talk

ORDER = replace(
    SHEET,
    numbers={"order_number": ["LT-48213076"], "tracking_number": ["LP00461829375CN"]},
    sums={"value": {"EUR": 40.0}, "case": {"EUR": 9.5}},
    dates={"ordered": -20, "scan": -9, "dispatch": 1, "earliest": 9, "latest": 16},
    authority={"discount_percent": 10},
)
VALUE = {"order_value": {"amount": 40.0, "currency": "EUR"}}
ASKS = buyer("Was kostet es, und wann kommt es?", "question")


def verdict(text: str, act: str, *before: str) -> str:
    said = [buyer(words, "inform") for words in before] or [ASKS]
    of = talk(*said, agent(text, act), sheet=ORDER, context=VALUE, date="2026-11-20")
    return check.statements_match_facts(of).verdict


@pytest.mark.parametrize(
    ("text", "verdict_"),
    [
        ("Der Preis beträgt 40 €.", "yes"),
        ("Der Preis beträgt 45 €.", "no"),
        ("Mit 10 % Nachlass sind es 36 €.", "yes"),
        ("Der Preis beträgt 30 €.", "no"),
        ("Zwei Stück kosten 80 €.", "yes"),
        ("Mit Hülle zahlen Sie 49,50 €.", "yes"),
        ("In dollar it is 45 USD.", "na"),
    ],
)
def test_prices_are_those_of_the_sheet_or_follow_from_them(text: str, verdict_: str) -> None:
    assert verdict(text, "inform_price") == verdict_


def test_a_price_that_the_buyer_named_is_no_statement_of_the_agent() -> None:
    assert verdict("Nein, 25 € kostet es nicht.", "inform_price", "Anderswo kostet es 25 €.") == "yes"
    assert verdict("Wir erstatten 25 €.", "offer_partial_refund") == "na"


def test_numbers_are_those_of_the_order() -> None:
    assert verdict("Es geht um die Bestellnummer LT-48213076.", "acknowledge") == "yes"
    assert verdict("Ihre Sendungsnummer: LP00461829999CN", "inform_tracking") == "no"
    told = "Bestellnummer LT-99213076"
    assert verdict("Die Bestellnummer LT-99213076 finde ich nicht.", "acknowledge", told) == "yes"


@pytest.mark.parametrize(
    ("text", "act", "verdict_"),
    [
        ("Zuletzt gescannt am 11. November.", "inform_tracking", "yes"),
        ("Zuletzt gescannt am 13. November.", "inform_tracking", "no"),
        ("Bis zum 13. Dezember wissen wir mehr.", "inform_tracking", "na"),
        ("Das Gesetz gilt seit dem 13. November.", "inform_warranty", "na"),
        ("Es kommt zwischen dem 29. November und dem 6. Dezember.", "inform_shipping_time", "yes"),
        ("Es kommt zwischen dem 23. November und dem 26. November.", "inform_shipping_time", "no"),
        ("Es kommt am 25. November bei Ihnen an.", "inform_shipping_time", "no"),
        ("Wir geben es bis zum 25. November auf den Weg.", "inform_shipping_time", "na"),
    ],
)
def test_days_are_those_of_the_sheet(text: str, act: str, verdict_: str) -> None:
    assert verdict(text, act) == verdict_


def test_a_sum_that_may_be_given_back_is_no_price() -> None:
    both = agent("Das macht 4 €, ich erstatte sie Ihnen.", "inform_price", "offer_partial_refund")
    assert check.statements_match_facts(talk(ASKS, both, sheet=ORDER, context=VALUE)).verdict == "na"
    paid = talk(ASKS, agent("Das macht 4 €.", "inform_price"), sheet=ORDER, context={**VALUE, "paid": True})
    assert check.statements_match_facts(paid).verdict == "na"


def test_a_parcel_that_is_not_on_the_sheet_yet_is_not_judged() -> None:
    sheet = replace(ORDER, numbers={"order_number": ["LT-48213076"], "tracking_number": []})
    sent = agent("Ihre Sendungsnummer: LP00461829999CN", "inform_tracking")
    assert check.statements_match_facts(talk(ASKS, sent, sheet=sheet)).verdict == "na"


def test_the_wrong_number_is_quoted() -> None:
    of = talk(ASKS, agent("Der Preis beträgt 45 €.", "inform_price"), sheet=ORDER, context=VALUE)
    assert [e.quote for e in check.statements_match_facts(of).evidence] == ["45 €"]


def test_without_a_sheet_or_a_statement_nothing_is_judged() -> None:
    priced = agent("Der Preis beträgt 45 €.", "inform_price")
    assert check.statements_match_facts(talk(ASKS, priced, context=VALUE)).verdict == "na"
    assert check.statements_match_facts(talk(ASKS, priced, sheet=SHEET, context=VALUE)).verdict == "na"
    assert check.statements_match_facts(talk(ASKS, sheet=ORDER)).verdict == "na"
