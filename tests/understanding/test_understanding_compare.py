"""The ways that are compared learn from what is taught alone, and are measured alike."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from bot.content.contract import acts
from bot.understanding.features import Features, Taught, features, language_means, targets_of
from tuning.compare import Sample, Way, logistic, measured, ridge

TAUGHT, TESTS = 60, 20


def sample() -> Sample:
    rows = [("greet", "hello"), ("thank", "thanks")] * ((TAUGHT + TESTS) // 2)
    sentences = [Taught(f"{word} {i}", (act,), "en") for i, (act, word) in enumerate(rows)]
    return Sample(sentences, TAUGHT, targets_of(sentences, tuple(acts())))


def known(given: Sample) -> Features:
    chance = np.random.default_rng(3).normal(0, 1, (TAUGHT + TESTS, 8)).astype(np.float32)
    return features(given.sentences, chance, language_means(given.sentences, chance))[0]


@pytest.mark.parametrize("way", [logistic, ridge])
def test_a_way_hears_what_it_was_taught(way: Way) -> None:
    given = sample()
    assert given.figures(way(given, known(given))) == {"en": {"right": 1.0, "f1": 1.0}}


@pytest.mark.parametrize("way", [logistic, ridge])
def test_a_way_learns_nothing_of_the_tests(way: Way) -> None:
    given = sample()
    blind = Sample(given.sentences, TAUGHT, given.acts.copy())
    blind.acts[TAUGHT:] = 1 - blind.acts[TAUGHT:]
    assert (way(blind, known(given)) == way(given, known(given))).all()


def test_seconds_and_megabytes_are_those_of_the_way_alone() -> None:
    given = sample()
    surest, seconds, megabytes = measured(partial(ridge, given, known(given)))
    assert len(surest) == TESTS
    assert 0 < seconds < 60
    assert 0 <= megabytes < 1000
