"""What buyers do in real talk, by their words."""

from __future__ import annotations

import pytest

from bot.content.move_words import load_move_words
from bot.settings import ROOT
from bot.understanding.buyer_moves import BuyerEars

EARS = BuyerEars(load_move_words(ROOT)[0])


@pytest.mark.parametrize(
    ("text", "language", "moves"),
    [
        ("Wo ist mein Paket?", "de", {"question"}),
        ("Hallo, das Paket ist noch nicht angekommen.", "de", {"greet", "complaint"}),
        ("Das ist eine Frechheit!", "de", {"upset"}),
        ("Can we talk on WhatsApp?", "en", {"question", "wish_contact"}),
        ("Could you declare a lower value?", "en", {"question", "wish_value"}),
        ("Спасибо, меня устраивает.", "ru", {"thanks", "accept"}),
        ("Я открою спор.", "ru", {"threaten"}),
        ("Quiero un descuento", "es", {"bargain"}),
        ("Si no, dejaré una mala reseña", "es", {"threaten"}),
        ("Es ist blau.", "de", {"other"}),
        ("Ich bin in Shilling", "de", {"other"}),
    ],
)
def test_moves_are_heard(text: str, language: str, moves: set[str]) -> None:
    assert {move.move for move in EARS.hear(text, language)} == moves
