"""Abbreviations are written out in every language, wherever they stand and however they are typed."""

from __future__ import annotations

import pytest

from bot.retrieval.abbreviations import Abbreviations

KNOWN = Abbreviations({"ioss": {"en": "import shop", "de": "Einfuhrstelle"}, "ндс": {"en": "added tax"}})


@pytest.mark.parametrize("question", ["IOSS number?", "ioss", "客户的IOSS是什么", "IOSS-Nummer"])
def test_an_abbreviation_is_written_out_in_every_language(question: str) -> None:
    assert {"ioss", "import", "shop", "einfuhrstell"} <= set(KNOWN.words(question))


def test_the_letters_inside_another_word_are_none() -> None:
    assert "import" not in KNOWN.words("Piossa and iosson")


def test_each_word_stands_once() -> None:
    words = KNOWN.words("ioss IOSS import НДС ндс", "en")
    assert len(words) == len(set(words))
    assert {"import", "tax"} <= set(words)


def test_without_abbreviations_the_words_stay() -> None:
    assert Abbreviations({}).words("a tax", "en") == ["a", "tax"]
