"""Indices over many talks: what is added up how, what is kept apart, and what stays empty."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from bot.core.bill import Bill, Charge
from bot.core.grade import Grade, Index
from bot.grading.grader import grade
from bot.grading.indices import MEASURES
from bot.grading.period import Figure, Period
from tests.grading.talks import agent, buyer, rubric, talk


@cache
def given() -> Grade:
    return grade(talk(buyer("Wo?", "question"), agent("Im Zoll.")), rubric(), {}, "heard", "rules")


def graded(*indices: Index, bill: Bill | None = None) -> Grade:
    """A grade with these indices alone."""
    return replace(given(), indices=indices, bill=bill or Bill())


def figure(*indices: Index) -> Figure:
    """The figure of the one index that all these talks show."""
    period = Period()
    for index in indices:
        period.add(graded(index))
    return next(found for found in period.figures if found.id == indices[0].id)


def test_all_fourteen_are_there_in_the_contracts_order_and_empty_with_a_reason_where_nobody_talked() -> None:
    figures = Period().figures
    assert [found.id for found in figures] == list(MEASURES)
    for found in figures:
        assert (found.value, found.n) == (None, 0)
        assert found.reason


def test_waits_are_weighed_by_their_number_not_by_talk() -> None:
    found = figure(
        Index("average_response_time", 10.0, "s", of=1), Index("average_response_time", 40.0, "s", of=2)
    )
    assert (found.value, found.n) == (30, 2)


def test_a_conversation_counts_as_answered_once_it_has_a_reply() -> None:
    talks = (Index("response_rate", share, "ratio", of=4) for share in (1.0, 0.25, 0.0))
    assert figure(*talks).value == pytest.approx(2 / 3, abs=1e-4)


def test_counts_are_added() -> None:
    assert figure(Index("praises", 2.0, "count"), Index("praises", 1.0, "count")).value == 3


def test_talks_that_do_not_show_an_index_are_left_out() -> None:
    unknown = Index("question_answering_ratio", None, "ratio", {"zh": "无", "en": "none"})
    found = figure(Index("question_answering_ratio", 0.5, "ratio", of=2), unknown)
    assert (found.value, found.n, found.reason) == (0.5, 1, None)
    assert figure(unknown).reason == {"zh": "无", "en": "none"}


def price(amount: float, currency: str, mark: float | None = None) -> Index:
    return Index("customer_unit_price", amount, "money", currency=currency, mark=mark)


def test_money_of_one_currency_is_averaged_with_the_shops_mark() -> None:
    told = figure(price(40, "EUR", 30), price(60, "EUR", 50)).to_json()
    assert (told["value"], told["mark"], told["n"]) == (50, 40, 2)
    assert list(told["by_currency"]) == ["EUR"]


def test_money_of_several_currencies_is_not_added() -> None:
    told = figure(price(40, "EUR"), price(3000, "RUB"), price(60, "EUR")).to_json()
    assert (told["value"], told["n"]) == (None, 3)
    assert told["reason"]
    assert {c: part["value"] for c, part in told["by_currency"].items()} == {"EUR": 50, "RUB": 3000}


def test_refunds_are_weighed_by_what_was_sold() -> None:
    ratio: dict[str, Any] = {"unit": "ratio", "currency": "EUR"}
    found = figure(
        Index("withdrawal_amount_ratio", 1.0, of=10, **ratio),
        Index("withdrawal_amount_ratio", 0.0, of=90, **ratio),
    )
    assert found.value == 0.1


def test_bills_are_added_by_currency() -> None:
    charge = Charge(None, 1, 2.5, "EUR", False, {"zh": "一", "en": "one"}, None, "law")
    period = Period()
    for bill in (
        Bill((charge,)),
        Bill(),
        Bill((charge, replace(charge, amount=9, currency="USD", most=True))),
    ):
        period.add(graded(bill=bill))
    assert period.bill == {"talks": 2, "total": {"EUR": 5}, "at_most": {"USD": 9}}
