"""Pruning keeps what the five languages write and drops what none of them does."""

import pytest

from bot.encoder.vocabulary import kept

SPECIALS = ["<s>", "<pad>", "</s>", "<unk>"]


@pytest.mark.parametrize("piece", ["▁Größe", "▁посылка", "ción", "包裹", "▁2026", "🙂", "▁ไ", "!!", "'s"])
def test_pieces_in_use_stay(piece: str) -> None:
    assert 4 in kept([*SPECIALS, piece, "<mask>"])


@pytest.mark.parametrize("piece", ["▁และ", "▁người", "▁değil", "ですか", "▁що їх"])
def test_pieces_of_other_languages_go(piece: str) -> None:
    assert 4 not in kept([*SPECIALS, piece, "<mask>"])


def test_special_pieces_always_stay() -> None:
    assert kept([*SPECIALS, "▁ไทย", "<mask>"]).tolist() == [0, 1, 2, 3, 5]
