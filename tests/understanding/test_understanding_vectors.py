"""Vectors are remembered, and whoever asks at the same time takes none from another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understanding.head import Floats
from bot.understanding.understander import REMEMBERED
from tests.understanding.toy import SIZE, SameForAll, understander


class Interrupted(SameForAll):
    """Notes what it encodes; `meanwhile` happens once, while it does."""

    def __init__(self) -> None:
        self.encoded: list[str] = []
        self.meanwhile: Callable[[], object] | None = None

    def encode(self, texts: Sequence[str]) -> Floats:
        self.encoded += texts
        happens, self.meanwhile = self.meanwhile, None
        if happens:
            happens()
        return super().encode(texts)


def test_a_text_is_encoded_once() -> None:
    encoder = Interrupted()
    asked = understander(encoder)
    assert asked.vectors(["a", "b", "a"]).shape == (3, SIZE)
    asked.vectors(["b", "c"])
    assert encoder.encoded == ["a", "b", "c"]


def test_the_texts_asked_for_last_are_remembered() -> None:
    encoder = Interrupted()
    asked = understander(encoder)
    asked.vectors(["old", "again"])
    asked.vectors(["again"])
    asked.vectors([str(i) for i in range(REMEMBERED - 1)])
    encoder.encoded.clear()
    asked.vectors(["again", "old"])
    assert encoder.encoded == ["old"]


def test_what_is_known_stays_so_while_another_asks_for_many_texts() -> None:
    encoder = Interrupted()
    asked = understander(encoder)
    asked.vectors(["known"])
    encoder.meanwhile = lambda: asked.vectors([str(i) for i in range(REMEMBERED)])
    assert asked.vectors(["known", "new"]).shape == (2, SIZE)
