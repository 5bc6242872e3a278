"""Numbers with a unit are found in English and Chinese text."""

from __future__ import annotations

import pytest

from tests.data.quantities import Quantity, quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within 14 calendar days, in Scotland 5 years", {(14, "days"), (5, "years")}),
        ("3 business days or 72 business hours", {(3, "business_days"), (72, "business_hours")}),
        ("a two-year guarantee, one month, 3 more months", {(2, "years"), (1, "months"), (3, "months")}),
        ("shown for 7, 30 and 90 days", {(7, "days"), (30, "days"), (90, "days")}),
        ("Section 301, 7.5–100 %", {(7.5, "percent"), (100, "percent")}),
        ("up to €20 million, £100 and up to £30,000", {(2e7, "EUR"), (100, "GBP"), (30000, "GBP")}),
        ("€200 and 31 kg; CHF 11.50–70", {(200, "EUR"), (31, "kg"), (11.5, "CHF"), (70, "CHF")}),
        ("Days 1–3; from day 4; on the 7th day", {(1, "days"), (3, "days"), (4, "days"), (7, "days")}),
        ("since 1 July 2026, last day 10 December; Art. 14; “30 days”", set()),
        (
            "收货后 14 天，三个工作日，一个月，两年",
            {(14, "days"), (3, "business_days"), (1, "months"), (2, "years")},
        ),
        ("最高 2000 万欧元或 4 %，第 1–3 天", {(2e7, "EUR"), (4, "percent"), (1, "days"), (3, "days")}),
        ("2026 年 7 月 1 日起，12 月 3 日前；“30 天”", set()),
    ],
)
def test_numbers_with_a_unit_are_found(text: str, found: set[Quantity]) -> None:
    assert quantities(text) == found
