"""What the head for buyer's moves is trained on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.core.errors import NotReady
from bot.rasa import moves
from bot.understanding.head import Floats

FILE = """id: greet
examples:
  en: [{listed}]
"""


def noise(texts: Sequence[str]) -> Floats:
    """Gives every text a vector of its own."""
    rows = np.random.default_rng(1).normal(size=(len(texts), 8))
    vectors: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return vectors


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of catalogue/moves."""
    monkeypatch.setattr(moves, "ROOT", tmp_path)
    monkeypatch.setattr(moves, "EXAMPLES", tmp_path)
    return tmp_path


def test_all_moves_are_learned_and_wishes_count_as_violations(folder: Path) -> None:
    listed = [f'"hello {i}"' for i in range(40)] + ['{text: "hello, bye", further: [farewell]}']
    (folder / "greet.yml").write_text(FILE.format(listed=", ".join(listed)), encoding="utf-8")
    head = moves.train_moves(noise, "noise")
    assert (head.encoder, len(head.acts)) == ("noise", 19)
    assert [move for move, group in head.group_of.items() if group == "violate"] == [
        move for move in head.acts if move.startswith("wish_")
    ]


@pytest.mark.parametrize(
    "text", ["id: greet\nexamples: [", "id: greet\n", "- greet\n", FILE.format(listed="{further: []}")]
)
def test_a_file_that_cannot_be_used_is_named(folder: Path, text: str) -> None:
    (folder / "greet.yml").write_text(text, encoding="utf-8")
    with pytest.raises(NotReady, match=r"^greet\.yml cannot be used; `silkdesk scenario check`"):
        moves.train_moves(noise, "noise")
