"""What is told of authors and of the number of sentences is learned from the other sentences alone."""

from __future__ import annotations

import numpy as np

from bot.understanding.features import Taught
from bot.understanding.generalisation import SHARES, Generalisation

GROUPS = {"greet": "courtesy", "thank": "courtesy"}
COUNT = 80


def sentences() -> list[Taught]:
    return [
        Taught(f"{act} x{i} y{i * 7}", (act,), "de" if i % 2 else "en")
        for i in range(COUNT)
        for act in [("greet", "thank")[i // 2 % 2]]
    ]


def vectors(act_axis: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Vectors whose first place tells the act, as strongly as asked."""
    rows = np.random.default_rng(3).normal(0, 0.1, (COUNT, 8)).astype(np.float32)
    rows[:, 0] += [act_axis * (1 if s.acts[0] == "greet" else -1) for s in sentences()]
    rows[:, 1] += 1
    return rows


def test_an_author_is_judged_by_what_the_others_taught() -> None:
    taught = sentences()
    authors = ["a" if i < COUNT // 2 else "b" for i in range(COUNT)]
    found = Generalisation(taught, vectors(1.0), GROUPS).by_author(authors)
    assert found == {"a": {"en": 1.0, "de": 1.0}, "b": {"en": 1.0, "de": 1.0}}


def test_the_curve_grows_in_sentences_and_keeps_the_tests_out() -> None:
    tests = [i >= COUNT - 16 for i in range(COUNT)]
    curve = Generalisation(sentences(), vectors(1.0), GROUPS).curve(tests)
    counts = [row["sentences"] for row in curve]
    assert len(curve) == len(SHARES)
    assert counts == sorted(counts)
    assert counts[-1] == COUNT - 16
    assert curve[-1]["en"] == curve[-1]["de"] == 1.0
