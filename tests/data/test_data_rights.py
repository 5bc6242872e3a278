"""Which right may be denied where and when, by the shipped rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.rules.case import Case
from tests.grading.talks import rules

DAY = date(2026, 11, 26)


def forbidden(platform: str, country: str | None, **facts: Any) -> bool:
    case = Case(platform, country, "after_sales", DAY, facts)
    return rules().forbids("violate_deny_legal_right", case) is not None


@pytest.mark.parametrize("platform", ["own_shop", "aliexpress"])
@pytest.mark.parametrize(
    ("country", "last_day"),
    [
        ("DE", 14),
        ("AT", 14),
        ("ES", 14),
        ("PL", 14),
        ("GB", 14),
        ("RU", 7),
        ("KZ", 14),
        ("BY", 14),
        ("CL", 10),
        ("AR", 10),
        ("BR", 7),
    ],
)
def test_a_withdrawal_stands_to_its_last_day(platform: str, country: str, last_day: int) -> None:
    assert forbidden(platform, country, right="withdrawal")
    assert forbidden(platform, country, right="withdrawal", days_since_delivery=last_day)
    assert not forbidden(platform, country, right="withdrawal", days_since_delivery=last_day + 1)


@pytest.mark.parametrize("country", ["MX", "CO"])
def test_five_business_days_are_over_only_when_no_holiday_can_lengthen_them(country: str) -> None:
    def decided(days: int) -> str | None:
        facts = {"right": "withdrawal", "days_since_delivery": days}
        rule = rules().decide(
            "violate_deny_legal_right", Case("own_shop", country, "after_sales", DAY, facts)
        )
        return None if rule is None else rule.id.removeprefix(f"{country.lower()}-")

    assert forbidden("own_shop", country, right="withdrawal", days_since_delivery=7)
    assert [decided(days) for days in (8, 12, 13)] == [
        "withdrawal-holidays",
        "withdrawal-holidays",
        "withdrawal-over",
    ]


@pytest.mark.parametrize("country", ["DE", "ES", "GB", "RU", "CO"])
def test_what_was_made_to_order_is_not_withdrawn_from(country: str) -> None:
    assert not forbidden("own_shop", country, right="withdrawal", made_to_order=True)
    assert forbidden("own_shop", country, right="guarantee", made_to_order=True)


@pytest.mark.parametrize("country", ["DE", "ES", "AT", "GB", "KZ"])
def test_what_has_lost_its_seal_is_not_withdrawn_from(country: str) -> None:
    assert not forbidden("amazon", country, right="withdrawal", sealed=False)
    assert forbidden("amazon", country, right="withdrawal", sealed=True)
    assert forbidden("amazon", country, right="guarantee", sealed=False)


@pytest.mark.parametrize("country", ["RU", "BY", "CO", "BR"])
def test_elsewhere_a_broken_seal_ends_no_withdrawal(country: str) -> None:
    assert forbidden("amazon", country, right="withdrawal", sealed=False)


@pytest.mark.parametrize(("country", "years"), [("DE", 2), ("ES", 3)])
def test_the_guarantee_stands_for_its_years(country: str, years: int) -> None:
    assert forbidden("own_shop", country, right="guarantee", days_since_delivery=years * 365)
    assert not forbidden("own_shop", country, right="guarantee", days_since_delivery=years * 365 + 2)


def test_where_no_law_is_known_only_the_platform_grants_rights() -> None:
    for country in ("JP", "AM", None):
        assert not forbidden("own_shop", country, right="withdrawal")
        assert forbidden("amazon", country, right="withdrawal")


def test_no_withdrawal_by_law_in_the_united_states_and_switzerland_yet_faults_are_answered_for() -> None:
    for country in ("US", "CH"):
        assert not forbidden("own_shop", country, right="withdrawal")
        assert forbidden("own_shop", country, right="guarantee")
    assert not forbidden("ebay", "US", right="withdrawal")
    assert forbidden("amazon", "US", right="withdrawal", days_since_delivery=30)
    assert not forbidden("amazon", "US", right="withdrawal", days_since_delivery=31)
