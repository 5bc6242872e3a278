"""How places in lines are filled."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from bot.buyer.fill import fill, spell_date, spell_days, spell_money, spell_percent
from bot.buyer.scenario import Person, Variant


@pytest.mark.parametrize(
    ("language", "country", "text"),
    [
        ("de", "DE", "3. Dezember"),
        ("en", "GB", "3 December"),
        ("en", "US", "December 3"),
        ("ru", "RU", "3 декабря"),
        ("es", "MX", "3 de diciembre"),
        ("zh", None, "12月3日"),
    ],
)
def test_dates(language: str, country: str | None, text: str) -> None:
    assert spell_date(date(2026, 12, 3), language, country) == text


@pytest.mark.parametrize(
    ("count", "language", "text"),
    [
        (1, "de", "1 Tag"),
        (6, "de", "6 Tage"),
        (1, "ru", "1 день"),
        (2, "ru", "2 дня"),
        (5, "ru", "5 дней"),
        (11, "ru", "11 дней"),
        (21, "ru", "21 день"),
        (6, "es", "6 días"),
        (1, "en", "1 day"),
    ],
)
def test_spans_of_days(count: int, language: str, text: str) -> None:
    assert spell_days(count, language) == text


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (39.9, "EUR", "de", "39,90 €"),
        (39.9, "USD", "en", "$39.90"),
        (3990, "RUB", "ru", "3 990 ₽"),
        (849, "MXN", "es", "$849"),
        (64900, "CLP", "es", "$64.900"),
        (39.9, "EUR", "es", "39,90 €"),
        (3990, "RUB", "zh", "₽3,990"),
    ],
)
def test_money(amount: float, currency: str, language: str, text: str) -> None:
    assert spell_money(amount, currency, language).replace("\N{NO-BREAK SPACE}", " ") == text


@pytest.mark.parametrize(
    ("country", "text"),
    [("CO", "US$276"), ("MX", "US$276"), ("CA", "US$276"), ("US", "$276"), ("DE", "$276")],
)
def test_dollars_are_told_from_a_country_s_own_money(country: str, text: str) -> None:
    assert spell_money(276, "USD", "es", country) == text


def test_per_cents() -> None:
    assert spell_percent(15, "en") == spell_percent(15, "zh") == "15%"
    assert spell_percent(15, "de") == "15\N{NO-BREAK SPACE}%"


def who(gender: Literal["m", "f"] = "f", country: str = "DE") -> Variant:
    return Variant("aliexpress", country, "EUR", Person("Kim", None, gender))


def test_gender_and_places() -> None:
    assert fill("{заказал/заказала} {goods}", {"goods": "экскаватор"}, who("f")) == "заказала экскаватор"
    assert fill("{заказал/заказала} {goods}", {"goods": "экскаватор"}, who("m")) == "заказал экскаватор"
    with pytest.raises(KeyError):
        fill("{nobody}", {}, who())


@pytest.mark.parametrize(("country", "text"), [("GB", "my parcel"), ("US", "my package")])
def test_words_that_differ_by_country(country: str, text: str) -> None:
    assert fill("my {parcel|package}", {}, who(country=country)) == text


def test_the_swiss_write_no_eszett() -> None:
    swiss, german = (Variant("own_shop", c, "EUR", Person("Kim", None, "f")) for c in ("CH", "DE"))
    assert fill("Mit freundlichen Grüßen", {}, swiss) == "Mit freundlichen Grüssen"
    assert fill("Mit freundlichen Grüßen", {}, german) == "Mit freundlichen Grüßen"
