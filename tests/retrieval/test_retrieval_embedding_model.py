"""Any sentence-transformers model can serve the knowledge base; here a tiny one, made on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.core.errors import BadRequest
from bot.encoder.runtime import PASSAGE, Encoder
from bot.retrieval.embedding_model import ensure

pytestmark = pytest.mark.slow

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    *"abcdefghijklmnopqrstuvwxyz0123456789.?:",
    "parcel",
    "paket",
]


def make_model(folder: Path, pooling: str = "mean", positions: int = 512) -> str:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    plain = folder / "plain"
    plain.mkdir(parents=True)
    (plain / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=positions,
    )
    BertModel(config).save_pretrained(plain)
    BertTokenizer(str(plain / "vocab.txt")).save_pretrained(plain)
    body = Transformer(str(plain))
    SentenceTransformer(modules=[body, Pooling(32, pooling)], device="cpu").save(str(folder / "model"))
    return str(folder / "model")


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_model_is_exported_once_and_keeps_its_vectors(tmp_path: Path, said: list[str]) -> None:
    from sentence_transformers import SentenceTransformer

    name = make_model(tmp_path)
    folder = ensure(tmp_path / "var", name, said.append)
    assert ensure(tmp_path / "var", name, said.append) == folder
    assert len(said) == 1
    texts = ["where is my parcel?", "paket", "a b c"]
    theirs = SentenceTransformer(name, device="cpu").encode(
        [PASSAGE + t for t in texts], normalize_embeddings=True
    )
    ours = Encoder.load(folder).encode(texts, PASSAGE)
    assert ours.shape == (3, 32)
    assert np.sum(theirs * ours, axis=1).min() > 0.97


@pytest.mark.parametrize(
    ("pooling", "positions", "reason"),
    [("cls", 512, "not the mean"), ("mean", 64, "does not read 512 tokens")],
)
def test_a_model_that_would_be_misread_is_refused(
    tmp_path: Path, said: list[str], pooling: str, positions: int, reason: str
) -> None:
    with pytest.raises(BadRequest, match=reason):
        ensure(tmp_path / "var", make_model(tmp_path, pooling, positions), said.append)
    assert not list((tmp_path / "var" / "encoder").iterdir())


def test_a_model_that_does_not_exist_is_named(tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadRequest, match="empty cannot be used"):
        ensure(tmp_path / "var", str(tmp_path / "empty"), said.append)
