"""Vectors: unit length, always the same for a text, near for the same meaning in another language."""

from pathlib import Path

import numpy as np
import pytest

from bot import bootstrap
from bot.encoder.runtime import PASSAGE, Encoder
from bot.encoder.vectors import VectorStore

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return bootstrap.encoder()


def test_every_vector_has_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode(["Wo ist mein Paket?", "", "🙂" * 500, "a" * 5000])
    assert vectors.shape == (4, encoder.size)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_vector_does_not_depend_on_what_else_is_asked_for(encoder: Encoder) -> None:
    text = "Ich schicke Ihnen morgen eine Nachricht."
    alone = encoder.encode([text])[0]
    among = encoder.encode(["Hi", text, "a much longer sentence " * 20])[1]
    assert np.array_equal(alone, among)


def test_the_same_meaning_is_near_in_another_language(encoder: Encoder) -> None:
    german, chinese, other = encoder.encode(
        ["Wo ist mein Paket?", "我的包裹在哪里？", "Can you do this in blue, size M?"]
    )
    assert german @ chinese > german @ other


def test_unpaired_surrogates_and_nul_do_no_harm(encoder: Encoder) -> None:
    assert encoder.encode(["\ud800 lone", "a\x00b", "\u202eright to left"]).shape == (3, encoder.size)


def test_a_typed_special_token_is_text(encoder: Encoder) -> None:
    typed, plain = encoder.encode(["</s>", ""])
    assert float(typed @ plain) < 0.999


def test_kept_vectors_equal_fresh_ones(encoder: Encoder, tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    texts = ["eins", "zwei", "eins"]
    first = VectorStore(file, encoder).encode(texts, PASSAGE)
    again = VectorStore(file, encoder).encode(texts, PASSAGE)
    assert np.array_equal(first, again)
    assert np.allclose(first, encoder.encode(texts, PASSAGE), atol=1e-4)


def test_a_damaged_file_of_vectors_is_begun_anew(encoder: Encoder, tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    file.write_bytes(b"rubbish")
    assert VectorStore(file, encoder).encode(["eins"]).shape == (1, encoder.size)
