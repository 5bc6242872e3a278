"""What is certain by its form, in the four languages' ways of writing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.findings import findings

FOUND: list[tuple[str, str, str, dict[str, Any]]] = [
    ("add me on w h a t s a p p", "messenger", "w h a t s a p p", {"name": "whatsapp"}),
    ("find us on wh@tsapp", "messenger", "wh@tsapp", {"name": "whatsapp"}),
    ("schreib mir über die grüne App", "messenger", "die grüne App", {"name": "whatsapp"}),
    ("давайте в вотсап", "messenger", "вотсап", {"name": "whatsapp"}),
    ("найдите нас в телеге", "messenger", "телеге", {"name": "telegram"}),
    ("加我微信", "messenger", "微信", {"name": "wechat"}),
    ("VX: lin888", "messenger", "VX", {"name": "wechat"}),
    ("unser Insta", "messenger", "Insta", {"name": "instagram"}),
    ("write to bob (at) mail dot com", "email", "bob (at) mail dot com", {"address": "bob@mail.com"}),
    ("bob собака mail точка ru", "email", "bob собака mail точка ru", {"address": "bob@mail.ru"}),
    ("ana arroba gmail punto com", "email", "ana arroba gmail punto com", {"address": "ana@gmail.com"}),
    ("lisa@shop.de bitte", "email", "lisa@shop.de", {"address": "lisa@shop.de"}),
    ("see shop.example.com/sale", "url", "shop.example.com/sale", {"address": "shop.example.com/sale"}),
    ("call one three eight zero zero one three", "phone", "one three eight zero zero one three", {}),
    ("rufen Sie +49 151 2345678 an", "phone", "+49 151 2345678", {"number": "+491512345678"}),
    ("order no. LT-48213076", "order_number", "LT-48213076", {"number": "LT-48213076"}),
    ("Ihre Bestellnummer 48213076", "order_number", "48213076", {"number": "48213076"}),
    ("трек RB482915533CN", "tracking_number", "RB482915533CN", {"number": "RB482915533CN"}),
    ("LP00461829375CN", "tracking_number", "LP00461829375CN", {}),
    ("4111 1111 1111 1111", "card_number", "4111 1111 1111 1111", {"last_four": "1111"}),
    ("never send your card number", "card_number", "card number", {"named": "card number"}),
    ("пришлите номер карты", "card_number", "номер карты", {"named": "номер карты"}),
    ("mándeme su DNI", "id_number", "DNI", {"named": "dni"}),
    ("zwanzig Prozent Rabatt", "percent", "zwanzig Prozent", {"percent": 20.0}),
    ("12,5 % zurück", "percent", "12,5 %", {"percent": 12.5}),
    ("wir erstatten die Hälfte", "percent", "die Hälfte", {"percent": 50.0}),
    ("вернём половину суммы", "percent", "половину", {"percent": 50.0}),
    ("un tercio del precio", "percent", "un tercio", {"percent": 33.0}),
    ("1.234,50 € zurück", "money", "1.234,50 €", {"amount": 1234.5, "currency": "EUR"}),
    ("$1,234.50 back", "money", "$1,234.50", {"amount": 1234.5, "currency": "USD"}),
    ("через 3-5 рабочих дней", "duration", "3-5 рабочих дней", {"min": 3, "max": 5, "unit": "working_day"}),
    ("обычно недели две-три", "duration", "недели две-три", {"min": 2, "max": 3, "unit": "week"}),
    ("dos o tres semanas", "duration", "dos o tres semanas", {"min": 2, "max": 3, "unit": "week"}),
    ("innerhalb eines Tages", "duration", "innerhalb eines Tages", {"min": 1, "max": 1, "unit": "day"}),
    ("within an hour", "duration", "within an hour", {"min": 1, "max": 1, "unit": "hour"}),
    ("в течение суток напишу", "duration", "в течение суток", {"min": 1, "max": 1, "unit": "day"}),
    ("dentro de una hora", "duration", "dentro de una hora", {"min": 1, "max": 1, "unit": "hour"}),
    ("Morgen Vormittag wissen wir mehr", "date", "Morgen", {"in_days": 1}),
    ("$0.874 each", "money", "$0.874", {"amount": 0.874, "currency": "USD"}),
    ("am 14. November 2026", "date", "14. November 2026", {"day": 14, "month": 11, "year": 2026}),
]
INNOCENT = [
    "I am in a big wig with a green apple.",
    "It takes half an hour.",
    "Guten Morgen, welch ein Tag!",
    "Wir melden uns nie zu spät.",
    "Meet me at mail time.",
    "The line is busy, a signal lamp helps.",
    "4111 1111 1111 1112",
]


@pytest.mark.parametrize(("text", "kind", "words", "value"), FOUND)
def test_it_is_found_with_its_place_and_value(
    text: str, kind: str, words: str, value: dict[str, Any]
) -> None:
    found = [f for f in findings(text) if f.kind == kind]
    assert [text[f.start : f.end] for f in found] == [words]
    assert dict(found[0].value).items() >= value.items()


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_resembles_is_not_found(text: str) -> None:
    kinds = {"messenger", "email", "percent", "card_number", "id_number"}
    assert [f for f in findings(text) if f.kind in kinds] == []


@given(st.text(max_size=300))
def test_any_text_is_read_and_places_lie_inside(text: str) -> None:
    assert all(0 <= f.start < f.end <= len(text) for f in findings(text))


@pytest.mark.parametrize(
    "text",
    [
        "between 25 and 28 November",
        "between the 25th and 28th of November",
        "zwischen dem 25. und 28. November",
        "vom 25. bis zum 28. November",
        "с 25 по 28 ноября",
        "entre el 25 y el 28 de noviembre",
        "November 25 to 28",
    ],
)
def test_both_ends_of_a_span_of_days_are_dates(text: str) -> None:
    days = [(f.value["day"], f.value["month"]) for f in findings(text) if f.kind == "date"]
    assert days == [(25, 11), (28, 11)]
