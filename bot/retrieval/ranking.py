"""From what speaks for each topic to one order of topics, and whether the first of them answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.encoder.runtime import Vectors
from bot.retrieval.index import SIGNALS, Signals

Floats = NDArray[np.float64]


def words_known(signals: Signals, words: NDArray[np.intp]) -> Floats:
    """For each question the best BM25 score of a topic by word; one known word alone may be a question.

    `signals` have shape (questions, topics, signals), `words` counts the words of each question.
    """
    best = np.expm1(signals[:, :, SIGNALS.index("words")]).max(1, initial=0.0)
    found: Floats = best / np.maximum(words, 1)
    return found


@dataclass(frozen=True)
class Ranking:
    """Places of topics with their scores (0 to 1), best first, and whether the best one answers."""

    places: tuple[tuple[int, float], ...]
    answered: bool


@dataclass(frozen=True)
class Ranker:
    """`weights` of the signals; `home` is the direction in which answerable questions lie.

    A topic's score is the likelihood that it answers: `verdict` weighs what speaks for the topic, how far the
    question lies in that direction, how well its words are known, and 1. From the score `enough` on the best
    topic counts as an answer.
    """

    weights: Floats
    home: Vectors
    verdict: Floats
    enough: float

    def rank(self, signals: Signals, placed: Vectors, words: int, admitted: NDArray[np.bool_]) -> Ranking:
        """The order of admitted topics for one question of so many `words`.

        `signals` are its signals (topics, signals), `placed` is its vector where the metric puts it.
        """
        speaks = signals @ self.weights
        order = [int(i) for i in np.argsort(-speaks, kind="stable") if admitted[i]]
        known = words_known(signals[None, admitted], np.array([words]))
        scores = self.scores(speaks, np.array(placed @ self.home, float), known)
        places = tuple((i, float(scores[i])) for i in order)
        return Ranking(places, bool(places) and places[0][1] >= self.enough)

    def scores(self, speaks: Floats, at_home: Floats, known: Floats) -> Floats:
        """The likelihood of an answer by what speaks for it, and by how the question fits in here."""
        odds = self.verdict @ np.broadcast_arrays(speaks, at_home, known, 1.0)
        found: Floats = 1 / (1 + np.exp(-odds))
        return found

    def write(self, file: Path) -> None:
        """Writes it as an npz file."""
        np.savez(file, **asdict(self))

    @staticmethod
    def read(file: Path) -> Ranker:
        """Reads what `write` wrote."""
        with np.load(file, allow_pickle=False) as kept:
            return Ranker(kept["weights"], kept["home"], kept["verdict"], float(kept["enough"]))
