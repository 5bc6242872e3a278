"""The head learns what is taught, and survives its file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from bot.understanding.evidence import KINDS
from bot.understanding.features import Taught, features, language_means
from bot.understanding.head import Encode, Floats, Head, log_softmax
from bot.understanding.logistic import fit
from bot.understanding.training import messages, set_aside, train, train_second

GROUPS = {"greet": "courtesy", "thank": "courtesy", "violate_rude": "violate"}
WORDS = {
    "greet": "hello good morning dear",
    "thank": "thanks many much obliged",
    "violate_rude": "stupid fool idiot go",
}
LANGUAGES = ("en", "de", "ru", "es")


def taught(count: int) -> list[Taught]:
    """Sentences of the words of one act each, and no two alike."""
    chance = np.random.default_rng(1)
    acts = list(GROUPS)
    return [
        Taught(
            " ".join([*chance.choice(WORDS[act].split(), 3), f"x{i}"]), (act,), LANGUAGES[i % len(LANGUAGES)]
        )
        for i in range(count)
        for act in [acts[i % len(acts)]]
    ]


def vectors(sentences: list[Taught]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """A direction for each act, with noise, of unit length."""
    chance = np.random.default_rng(2)
    rows = chance.normal(0, 0.2, (len(sentences), 16)).astype(np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        row[list(GROUPS).index(sentence.acts[0])] += 1
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = rows / np.linalg.norm(
        rows, axis=1, keepdims=True
    )
    return unit


def encoder(sentences: list[Taught]) -> Encode:
    """Knows the vectors of these sentences alone."""
    rows = dict(zip([s.text for s in sentences], vectors(sentences), strict=True))
    return lambda texts: np.stack([rows[text] for text in texts])


def test_the_fit_gives_what_is_wanted_the_largest_share_and_is_the_same_each_time() -> None:
    sentences = taught(600)
    found, _ = features(sentences, vectors(sentences), language_means(sentences, vectors(sentences)))
    targets = np.eye(3, dtype=np.float32)[[list(GROUPS).index(s.acts[0]) for s in sentences]]
    first, again = fit(found, targets), fit(found, targets)
    shares = np.exp(log_softmax(first.scores(found)))
    assert np.allclose(shares.sum(1), 1, atol=1e-5)
    assert (shares.argmax(1) == targets.argmax(1)).all()
    for name in ("dense", "sparse", "bias"):
        assert np.array_equal(getattr(first, name), getattr(again, name))


def test_the_order_of_the_sentences_changes_nothing() -> None:
    sentences = taught(300)
    encode = encoder(sentences)
    back = train(sentences[::-1], encode, "encoder", GROUPS)
    assert back.digest == train(sentences, encode, "encoder", GROUPS).digest


def test_what_was_taught_is_heard_and_survives_the_file() -> None:
    sentences = taught(300)
    head = train(sentences, encoder(sentences), "encoder", GROUPS)
    again = Head.from_bytes(head.to_bytes())
    shares = again.shares([s.text for s in sentences], vectors(sentences), [s.language for s in sentences])
    right = [again.acts[i] == s.acts[0] for i, s in zip(shares.argmax(1), sentences, strict=True)]
    assert np.mean(right) > 0.97
    assert again.digest == Head.from_bytes(again.to_bytes()).digest


@pytest.mark.parametrize(("acts", "share"), [(("greet",), 0.1), (("greet", "thank"), 1 / 3)])
def test_sentences_are_set_aside_by_their_text(acts: tuple[str, ...], share: float) -> None:
    aside = [set_aside(f"sentence number {i}", acts) for i in range(2000)]
    assert np.mean(aside) == pytest.approx(share, abs=0.03)
    assert [set_aside(f"sentence number {i}", acts) for i in range(2000)] == aside


def by_words(texts: Sequence[str]) -> Floats:
    """Vectors of unit length along the acts whose words a text has, so that messages have one too."""
    rows = np.array(
        [[sum(word in text for word in said.split()) for said in WORDS.values()] for text in texts]
    )
    unit: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def test_the_second_reading_judges_violations_alone_and_by_both_readings() -> None:
    second = train_second(taught(600), (by_words, by_words), ("tuned", "published"), GROUPS)
    assert second.encoder == "published"
    assert len(second.curve) == 2 * KINDS + 1
    assert second.thresholds[:2].tolist() == [1.0, 1.0]
    assert second.thresholds[2] < 1


def test_messages_hold_at_most_one_sentence_that_accuses() -> None:
    sentences = taught(600)
    made = list(messages(sentences, GROUPS))
    assert {len(m.text.split(". ")) for m in made} == {3, 4, 5, 6}
    accusing = [m for m in made if "violate_rude" in m.acts]
    assert len(made) // 2 - len(LANGUAGES) <= len(accusing) <= len(made) // 2
    assert all(sum(w in m.text for w in ("stupid", "fool", "idiot")) <= 3 for m in accusing)
