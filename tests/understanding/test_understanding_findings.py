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
    ("пишите на lena собака 163", "email", "lena собака 163", {"address": "lena@163"}),
    ("schreiben Sie an laden ät gmail", "email", "laden ät gmail", {"address": "laden@gmail"}),
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
    "Have a look at outlook.",
    "Check your inbox at Gmail.",
    "Follow us @yandex",
    "The line is busy, a signal lamp helps.",
    "4111 1111 1111 1112",
]
SPELLED = {
    "en": (
        "one two three four five six seven eight nine",
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety hundred",
    ),
    "de": (
        "eins zwei drei vier fünf sechs sieben acht neun",
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    ),
    "ru": (
        "один два три четыре пять шесть семь восемь девять",
        "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
        " восемнадцать девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто",
    ),
    "es": (
        "uno dos tres cuatro cinco seis siete ocho nueve",
        "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    ),
}


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


def spelled(number: int, language: str) -> str:
    """A number of two to a hundred in words."""
    ones, teens, tens = (SPELLED[language][part].split() for part in range(3))
    ten, one = divmod(number, 10)
    if number < 20:
        return ones[number - 1] if number < 10 else teens[number - 10]
    if not one or number == 100:
        return tens[ten - 2]
    if language == "es" and ten == 2:
        return f"veinti{ones[one - 1].replace('dos', 'dós').replace('tres', 'trés').replace('seis', 'séis')}"
    if language == "de":
        return f"{ones[one - 1].replace('eins', 'ein')}und{tens[ten - 2]}"
    return f"{tens[ten - 2]}{ {'en': '-', 'ru': ' ', 'es': ' y '}[language] }{ones[one - 1]}"


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


IN_LANGUAGE: list[tuple[str, str, str, str, dict[str, Any]]] = [
    ("en", "within a fortnight", "duration", "a fortnight", {"min": 2, "max": 2, "unit": "week"}),
    ("en", "in half an hour", "duration", "half an hour", {"min": 30, "max": 30, "unit": "minute"}),
    ("en", "a couple of days", "duration", "a couple of days", {"min": 2, "max": 3, "unit": "day"}),
    ("en", "forty-five days", "duration", "forty-five days", {"min": 45, "max": 45, "unit": "day"}),
    ("de", "in einer halben Stunde", "duration", "einer halben Stunde", {"max": 30, "unit": "minute"}),
    ("de", "anderthalb Wochen", "duration", "anderthalb Wochen", {"min": 10, "max": 11, "unit": "day"}),
    ("de", "zwölf Stunden", "duration", "zwölf Stunden", {"min": 12, "max": 12, "unit": "hour"}),
    ("ru", "за полчаса", "duration", "полчаса", {"min": 30, "max": 30, "unit": "minute"}),
    ("ru", "полторы недели", "duration", "полторы недели", {"min": 10, "max": 11, "unit": "day"}),
    ("ru", "двадцати одного дня", "duration", "двадцати одного дня", {"min": 21, "unit": "day"}),
    ("es", "quince días", "duration", "quince días", {"min": 15, "max": 15, "unit": "day"}),
    ("es", "media hora", "duration", "media hora", {"min": 30, "max": 30, "unit": "minute"}),
    ("es", "veintiún días", "duration", "veintiún días", {"min": 21, "max": 21, "unit": "day"}),
    ("es", "veintiuna semanas", "duration", "veintiuna semanas", {"min": 21, "unit": "week"}),
    ("en", "between three and five days", "duration", "five days", {"min": 5, "max": 5, "unit": "day"}),
    ("en", "one hundred euros", "money", "hundred euros", {"amount": 100.0, "currency": "EUR"}),
    ("en", "We refund you EUR 10.05", "money", "EUR 10.05", {"amount": 10.05, "currency": "EUR"}),
    ("en", "We refund you EUR 10.05.", "money", "EUR 10.05", {"amount": 10.05, "currency": "EUR"}),
    ("ru", "вернём € 10.05", "money", "€ 10.05", {"amount": 10.05, "currency": "EUR"}),
    ("ru", "USD 12.05", "money", "USD 12.05", {"amount": 12.05, "currency": "USD"}),
    ("de", "12.05 pounds", "money", "12.05 pounds", {"amount": 12.05, "currency": "GBP"}),
    ("ru", "до 10.05 рублей", "money", "10.05 рублей", {"amount": 10.05, "currency": "RUB"}),
    ("ru", "10.05 процента", "percent", "10.05 процента", {"percent": 10.05}),
    ("en", "10.05 percent", "percent", "10.05 percent", {"percent": 10.05}),
    ("en", "it comes on 03.12", "date", "03.12", {"day": 3, "month": 12}),
    ("de", "kommt am 03.12.", "date", "03.12.", {"day": 3, "month": 12}),
    ("en", "use it on the 18.05 too", "date", "18.05", {"day": 18, "month": 5}),
    ("en", "at latest 12.05", "date", "12.05", {"day": 12, "month": 5}),
    ("en", "Once 15 days are up", "duration", "15 days", {"min": 15, "max": 15, "unit": "day"}),
    ("en", "once five days are up", "duration", "five days", {"min": 5, "max": 5, "unit": "day"}),
    ("ru", "к 10 сто процентов", "percent", "сто процентов", {"percent": 100.0}),
    ("ru", "потом два три дня", "duration", "три дня", {"min": 3, "max": 3, "unit": "day"}),
    ("es", "llega el 03.12", "date", "03.12", {"day": 3, "month": 12}),
    ("en", "five dollars back", "money", "five dollars", {"amount": 5.0, "currency": "USD"}),
    ("de", "fünfundzwanzig Euro", "money", "fünfundzwanzig Euro", {"amount": 25.0, "currency": "EUR"}),
    ("ru", "тридцать пять евро", "money", "тридцать пять евро", {"amount": 35.0, "currency": "EUR"}),
    ("es", "treinta y dos euros", "money", "treinta y dos euros", {"amount": 32.0, "currency": "EUR"}),
    ("de", "es kommt 03/12", "date", "03/12", {"day": 3, "month": 12}),
    ("ru", "придёт 03.12", "date", "03.12", {"day": 3, "month": 12}),
    ("es", "llega el 12/3/2026", "date", "12/3/2026", {"day": 12, "month": 3, "year": 2026}),
    ("en", "by 12/25", "date", "12/25", {"day": 25, "month": 12}),
    ("de", "am dritten Dezember", "date", "dritten Dezember", {"day": 3, "month": 12}),
    ("ru", "третьего декабря", "date", "третьего декабря", {"day": 3, "month": 12}),
    ("es", "el tres de diciembre", "date", "tres de diciembre", {"day": 3, "month": 12}),
    ("en", "the third of December", "date", "third of December", {"day": 3, "month": 12}),
    ("en", "here: 123.456.789-09", "id_number", "123.456.789-09", {}),
    ("en", "add me on vk", "messenger", "vk", {"name": "vk"}),
    ("en", "write me on Signal", "messenger", "Signal", {"name": "signal"}),
]


@pytest.mark.parametrize(("language", "text", "kind", "words", "value"), IN_LANGUAGE)
def test_it_is_found_as_its_language_writes_it(
    language: str, text: str, kind: str, words: str, value: dict[str, Any]
) -> None:
    [found] = findings(text, language)
    assert (found.kind, text[found.start : found.end]) == (kind, words)
    assert dict(found.value).items() >= value.items()


@pytest.mark.parametrize(
    "text",
    [
        *("on second thought", "one day", "3/4 of them", "version 3.12", "version 03.12", "open 24/7"),
        *("a lamp of 03.12 kg", "sizes 10/12 and 12/14", "the second may break", "um 10.30 Zoll"),
        *(
            "12.05 ml",
            "by 12.05 ml",
            "the big one is 10.05 each",
            "The total is 10.05.",
            "our team is on 24/7",
            "on 1/2 of them",
        ),
        *("a weak signal here", "the phone has no signal on it", "half of the lamps", "once again"),
    ],
)
def test_what_only_looks_like_a_day_a_span_or_a_messenger_is_none(text: str) -> None:
    assert findings(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2 hundred euros",
            "twenty-one hundred euros",
            "two hundred euros",
            "three hundred and fifty euros",
            "one hundred and twenty days",
        ),
        *("one hundred twenty days", "two hundred percent", "five thousand twenty dollars"),
        *("zwei hundert Euro", "hundert und zwanzig Tage", "zweihundert fünfzig Euro"),
        *("двести пятьдесят рублей", "сто двадцать дней", "триста рублей", "пятьсот двадцать рублей"),
        *(
            "doscientos cincuenta euros",
            "ciento veinte días",
            "dos mil cien euros",
            "ciento veinte por ciento",
        ),
    ],
)
def test_the_end_of_a_larger_number_is_not_read_as_the_number(text: str) -> None:
    assert findings(text) == ()


def test_always_and_a_fraction_are_days_only_with_a_nought_or_a_year() -> None:
    assert findings("на 1/2 меньше", "ru") == findings("el 24/7", "es") == ()
    written = ("on 03/04", "am 3/4/2026", "el 24/07")
    assert [f.value["month"] for text in written for f in findings(text, "de")] == [4, 4, 7]


def test_english_leaves_open_which_of_two_low_numbers_is_the_day() -> None:
    assert [f.value for f in findings("12/3/2026", "en")] == [{"year": 2026}]
    assert [f.value for f in findings("12/12/2026", "en")] == [{"day": 12, "month": 12, "year": 2026}]


def test_an_identity_number_keeps_its_letters_and_no_part_of_it_is_its_value() -> None:
    text = "passport C12345678"
    assert [(text[f.start : f.end], f.value) for f in findings(text)] == [
        ("passport", {"named": "passport"}),
        ("C12345678", {}),
    ]


@pytest.mark.parametrize("number", range(2, 101))
@pytest.mark.parametrize("language", ["en", "de", "ru", "es"])
def test_every_number_up_to_a_hundred_is_read_in_words(number: int, language: str) -> None:
    text = f"{spelled(number, language)} euro"
    [found] = findings(text, language)
    assert (found.kind, found.value["amount"], found.start) == ("money", number, 0)
