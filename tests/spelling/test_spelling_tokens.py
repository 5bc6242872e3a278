"""Which words of a message are judged at all."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words import LANGUAGES, Language
from bot.spelling.tokens import tokens


def judged(text: str, language: Language) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "Please write to mei@shop.com or see www.shop.com/help",
            "en",
            ["Please", "write", "to", "or", "see"],
        ),
        ("order LT-9021 and item 5XL", "en", ["order", "and", "item"]),
        ("parcel with DHL arrived", "en", ["parcel", "with", "arrived"]),
        ("PLEASE WAIT", "en", ["PLEASE"]),
        ("ask Priya from Lumo about PayPal", "en", ["ask", "from", "about"]),
        ("Sent. Priya knows", "en", ["Sent", "Priya", "knows"]),
        ("it isn't the buyer's", "en", ["it", "isn", "the", "buyer"]),
        ("Hallo Frau Okafor, die Rücksende-Adresse", "de", ["Hallo", "die", "Rücksende", "Adresse"]),
        ("пришлите tracking через WhatsApp", "ru", ["пришлите", "через"]),
        ("el número 电话 de Lima", "es", ["el", "número", "de"]),
    ],
)
def test_names_numbers_and_addresses_are_left_out(text: str, language: Language, words: list[str]) -> None:
    assert judged(text, language) == words


def test_letters_with_marks_of_their_own_are_read_as_one() -> None:
    assert [token.word for token in tokens(normalize("NFD", "für año"), "de")] == ["für", "año"]


def test_a_capital_is_told_where_it_may_be_a_names() -> None:
    assert [token.capital for token in tokens("Helo dear", "en")] == [True, False]
    assert [token.capital for token in tokens("die Lieferrung", "de")] == [False, True]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_places_are_those_of_the_words(text: str, language: Language) -> None:
    for token in tokens(text, language):
        assert normalize("NFC", text[token.start : token.end].lower()) == token.word
