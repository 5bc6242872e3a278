"""The indices of sales: from the scenario's figures and what the buyer pays in the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.core.grade import Index
from bot.core.transcript import Move
from bot.grading.indices import indices
from bot.grading.rubric import Sales
from tests.grading.talks import SHEET, agent, buyer, talk

SALES = Sales({"EUR": 600}, {"EUR": 480}, 0.2, piece={"EUR": 3.2})
SHOP = replace(SHEET, id="mugs", needs=("bulk-price", "sample"), sales=SALES)
VALUE = {"order_value": {"amount": 640.0, "currency": "EUR"}}
ASKS = buyer("Geht es günstiger?", Move("bargain", need="bulk-price"))
TAKES = buyer("Gut, so machen wir es.", Move("accept", need="bulk-price"))
SAMPLE = buyer("Danke, ein Muster passt.", Move("accept", need="sample"))


def found(*turns: tuple[Any, ...], **about: Any) -> dict[str, Index]:
    given = talk(*turns, **{"sheet": SHOP, "context": VALUE, "stage": "pre_sales", **about})
    return {index.id: index for index in indices(given, {})}


def sold(words: str, *demand: tuple[Any, ...]) -> float | None:
    """What the buyer pays after these words of the agent."""
    return found(ASKS, *demand, agent(words, "offer_discount"), TAKES, SAMPLE)["customer_unit_price"].value


def test_a_buyer_who_orders_counts_for_target_conversion_and_unit_price() -> None:
    told = found(ASKS, agent("10 % kann ich geben.", "offer_discount"), TAKES, SAMPLE)
    target, conversion, price = (
        told[i] for i in ("sales_target", "inquiry_conversion_rate", "customer_unit_price")
    )
    assert (target.value, target.of, target.currency) == (96.0, 600, "EUR")
    assert (conversion.value, conversion.mark) == (1.0, 0.2)
    assert (price.value, price.currency, price.mark) == (576, "EUR", 480)


@pytest.mark.parametrize(
    ("words", "pays"),
    [
        ("5 % sind möglich.", 608),
        ("Das Stück kostet dann 2,88 €.", 576),
        ("Alles zusammen für 576 €.", 576),
        ("Bei 30 % Anzahlung gebe ich 10 %.", 576),
        ("Gern, das geht.", 512),
    ],
)
def test_the_price_is_the_orders_value_less_what_was_agreed_or_demanded_where_a_yes_was_all(
    words: str, pays: float
) -> None:
    assert sold(words, buyer("20 % wären schön.", Move("bargain", need="bulk-price"))) == pays


def test_a_buyer_who_goes_pays_nothing_but_asked() -> None:
    for turns in ((ASKS, agent("Nein."), SAMPLE), (ASKS, agent("Ja."), TAKES, SAMPLE, gone())):
        told = found(*turns)
        assert (told["sales_target"].value, told["inquiry_conversion_rate"].value) == (0, 0)
        assert told["customer_unit_price"].value is None
        assert told["customer_unit_price"].reason


def gone() -> tuple[Any, ...]:
    return buyer("Dann schreibe ich Ihnen dort.", Move("farewell", trap="other-channel"))


def test_without_figures_of_the_shop_they_are_empty_with_the_reason() -> None:
    for sheet in (None, replace(SHOP, sales=None)):
        told = found(ASKS, agent("10 %"), TAKES, SAMPLE, sheet=sheet)
        for name in ("sales_target", "inquiry_conversion_rate", "customer_unit_price"):
            assert told[name].value is None
            assert told[name].reason


def test_a_refund_is_measured_by_the_orders_value() -> None:
    offer = agent("Ich erstatte Ihnen 10 %.", "offer_partial_refund")
    share = found(buyer("Kaputt.", "complaint"), offer, TAKES)["withdrawal_amount_ratio"]
    assert (share.value, share.of, share.currency) == (0.1, 640, "EUR")
