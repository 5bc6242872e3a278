"""The speller's verdicts, on a handful of known words."""

from __future__ import annotations

import pytest

from bot.spelling.speller import Speller

WORDS = frozenset("the parcel arrived sorry today bestellung ihre ist da".split())
SPELLER = Speller({"en": WORDS.__contains__, "de": WORDS.__contains__})


def wrong(text: str, language: str | None) -> list[str]:
    return [text[start:end] for start, end in SPELLER.misspelled(text, language)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the parsel arived", ["parsel", "arived"]),
        ("The 📦 parsel 今天 arrived", ["parsel"]),
        ("THE PARSEL ARRIVED", ["PARSEL"]),
        ("Parcell arrived", ["Parcell"]),
        ("Okonkwo arrived", []),
        ("Sory today", []),
        ("today " + "x" * 500, ["x" * 500]),
    ],
)
def test_unknown_words_are_wrong_unless_they_may_be_names(text: str, words: list[str]) -> None:
    assert wrong(text, "en") == words


def test_a_german_noun_is_wrong_where_one_slip_explains_it() -> None:
    assert wrong("Ihre Besstellung ist da", "de") == ["Besstellung"]
    assert wrong("Ihre Kowalczyk ist da", "de") == []


@pytest.mark.parametrize("language", ["zh", "fr", None])
def test_other_languages_are_not_judged(language: str | None) -> None:
    assert wrong("xyz xyz", language) == []
