"""What is told of authors, goods, languages and the number of sentences is learned from the others alone."""

from __future__ import annotations

import numpy as np

from bot.understanding.features import Taught
from bot.understanding.generalisation import SHARES, Generalisation, figures

GROUPS = {"greet": "courtesy", "thank": "courtesy"}
COUNT = 80
ALL_RIGHT = {language: {"right": 1.0, "f1": 1.0} for language in ("en", "de")}


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
    assert found == {"a": ALL_RIGHT, "b": ALL_RIGHT}


def test_goods_are_judged_by_what_other_goods_taught() -> None:
    worlds = [f"goods_{i // 4 % 8}" for i in range(COUNT)]
    assert Generalisation(sentences(), vectors(1.0), GROUPS).by_world(worlds) == ALL_RIGHT


def test_sentences_without_goods_are_not_judged() -> None:
    worlds = [None if sentence.language == "de" else "tea" for sentence in sentences()]
    assert list(Generalisation(sentences(), vectors(1.0), GROUPS).by_world(worlds)) == ["en"]


def test_what_only_the_left_out_goods_teach_is_heard_by_chance_alone() -> None:
    rows = [("tea", "greet"), ("lamps", "thank")] * (COUNT // 2)
    taught = [Taught(f"{world} {i}", (act,), "en") for i, (world, act) in enumerate(rows)]
    chance = np.random.default_rng(3).normal(0, 1, (COUNT, 8)).astype(np.float32)
    found = Generalisation(taught, chance, GROUPS).by_world([world for world, _ in rows])
    assert found["en"]["right"] < 0.6


def test_a_language_is_judged_by_what_the_others_taught() -> None:
    assert Generalisation(sentences(), vectors(1.0), GROUPS).by_language() == ALL_RIGHT


def test_f1_is_the_mean_over_the_acts_that_are_there() -> None:
    acts = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 1]], np.float32)
    told = figures(acts, np.array([0, 0, 1, 1]), np.array([0, 0, 0, 2]), np.array(["de"] * 4))
    assert told == {"de": {"right": 0.75, "f1": round((0.8 + 0 + 1) / 3, 3)}}


def test_the_curve_grows_in_sentences_and_keeps_the_tests_out() -> None:
    tests = [i >= COUNT - 16 for i in range(COUNT)]
    curve = Generalisation(sentences(), vectors(1.0), GROUPS).curve(tests)
    counts = [row["sentences"] for row in curve]
    assert len(curve) == len(SHARES)
    assert counts == sorted(counts)
    assert counts[-1] == COUNT - 16
    assert {language: curve[-1][language] for language in ALL_RIGHT} == ALL_RIGHT
