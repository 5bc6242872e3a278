"""What buyers do in real talk: how a turn's moves follow from confidences, and how well they are heard."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from bot import bootstrap
from bot.content.nlu import load_messages
from bot.core.errors import NotReady
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from bot.understanding.buyer_moves import BuyerEars
from bot.understanding.evidence import KINDS
from bot.understanding.head import Floats, Head
from bot.understanding.move_evaluation import measure_moves

MOVES = ("greet", "question", "complaint", "wish_contact", "other")
WORDS = {"hello": 0, "where": 1, "broken": 2, "whatsapp": 3, "hm": 4}
"""Words of a toy language, each of which makes one move."""


class Reader:
    """Vectors that hold which of the words stand in a text."""

    encoder = "toy"

    def vectors(self, texts: Sequence[str]) -> Floats:
        rows = np.full((len(texts), len(MOVES)), 1e-6)
        for row, text in zip(rows, texts, strict=True):
            row[[move for word, move in WORDS.items() if word in text.lower()]] = 1
        return rows


def ears(encoder: str = "toy", threshold: float = 0.3, wish: float = 1.0) -> BuyerEars:
    """Ears for which n known words in a clause have a share of 1 / n each, which alone speaks for a move.

    `wish`: how much its word speaks for the forbidden wish.
    """
    count = len(MOVES)
    dense = np.diag([20.0, 20.0, 20.0, 20.0 * wish, 20.0])
    head = Head(
        encoder=encoder,
        acts=MOVES,
        groups=("innocent", "innocent", "innocent", "violate", "innocent"),
        languages=("en",),
        means=np.zeros((2, count)),
        dense=dense,
        sparse=np.zeros((8, count), np.float32),
        rarity=np.ones(8, np.float32),
        bias=np.zeros(count),
        curve=np.array([2.0, *[0.0] * (KINDS - 1), 2.0]),
        thresholds=np.full(count, threshold),
    )
    return BuyerEars(Reader(), head)


def heard(text: str, by: BuyerEars) -> list[str]:
    return [move.move for move in by.hear(text, "en")]


def test_moves_come_in_order_of_place_and_each_once() -> None:
    text = "Where is the lamp? Hello! It came broken. So where is the other one?"
    assert heard(text, ears()) == ["question", "greet", "complaint"]


def test_two_moves_of_one_clause_are_both_heard() -> None:
    assert set(heard("the lamp is broken where it stands", ears())) == {"question", "complaint"}


def test_other_is_heard_only_where_nothing_else_is() -> None:
    assert heard("Hm. Where is it?", ears()) == ["question"]
    assert heard("Hm.", ears()) == ["other"]
    assert heard("  ", ears()) == ["other"]


def test_where_nothing_is_sure_the_likeliest_move_is_heard_but_no_wish() -> None:
    assert heard("it came broken", ears(threshold=1.1)) == ["complaint"]
    assert "wish_contact" not in heard("the broken lamp on whatsapp", ears(threshold=1.1, wish=1.1))


def test_a_head_of_another_encoder_is_refused() -> None:
    with pytest.raises(NotReady, match="make train"):
        ears(encoder="another")


def test_figures_tell_what_is_missed_and_what_is_heard_wrongly() -> None:
    turns = [
        ("hello, where is it", ["greet", "question"]),
        ("broken", ["question"]),
        ("whatsapp", ["wish_contact"]),
        ("whatsapp", ["complaint"]),
    ]
    found = measure_moves(ears(), turns, "en")
    assert (found["texts"], found["recall"], found["precision"]) == (4, 0.6, 0.6)
    assert (found["wish_recall"], found["false_alarms"]) == (1.0, 0.3333)
    assert found["moves"]["question"] == {"texts": 2, "micro_f1": 0.6667, "precision": 1.0, "recall": 0.5}
    assert found["moves"]["wish_contact"]["precision"] == 0.5


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_moves_of_turns_that_were_not_taught_are_heard(language: str) -> None:
    turns = load_messages(ROOT / "tests" / "understanding" / f"moves.{language}.yml", "moves")
    found = measure_moves(bootstrap.buyer_ears(), turns, language)
    assert found["micro_f1"] > 0.82
    assert found["wish_recall"] > 0.9
    assert found["false_alarms"] < 0.05


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language", "moves"),
    [
        ("Wo ist mein Paket?", "de", {"question"}),
        ("Hallo, das Paket ist noch nicht angekommen.", "de", {"greet", "complaint"}),
        ("Can we talk on WhatsApp?", "en", {"wish_contact"}),
        ("Could you declare a lower value?", "en", {"wish_value"}),
        pytest.param(
            "I will write a review when it works.",
            "en",
            {"inform"},
            marks=pytest.mark.xfail(reason="taken for a threat"),
        ),
        ("Я открою спор.", "ru", {"threaten"}),
        ("Quiero un descuento", "es", {"bargain"}),
        ("Gracias, pero no.", "es", {"thanks", "refuse"}),
    ],
)
def test_plain_moves_are_heard(text: str, language: str, moves: set[str]) -> None:
    assert {move.move for move in bootstrap.buyer_ears().hear(text, language)} == moves
