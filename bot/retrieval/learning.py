"""Learns how to rank from questions, each asked of an index that does not know it.

A taught question is left out together with its translations, which stand at the same place in the other
languages. Questions that nothing answers teach when not to answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.encoder.runtime import Vectors
from bot.retrieval import choice
from bot.retrieval.index import SIGNALS, Index, Signals
from bot.retrieval.metric import Metric
from bot.retrieval.passages import Places, Rows
from bot.retrieval.ranking import Floats, Ranker, words_known

FOLDS = 5
GUESS = np.array([15.0, 10.0, 2.0])
"""Weights of SIGNALS where nothing is taught."""
ANSWERED = 0.95
"""Share of the taught questions that count as answered when they are left out."""
EVEN = 0.5
"""The score that is always enough."""
WIDE = 100.0
"""Spread of weights of which nothing is known."""
NOTHING = -1
"""The topic of a question that nothing answers."""


@dataclass(frozen=True)
class Lesson:
    """Questions as they are asked: the vector (one a row), words, fold and topic of each, or NOTHING."""

    vectors: Vectors
    words: Sequence[Sequence[str]]
    topics: Places
    folds: Places

    @property
    def taught(self) -> NDArray[np.bool_]:
        """Which of them have an answer."""
        found: NDArray[np.bool_] = self.topics != NOTHING
        return found

    @staticmethod
    def prepare(rows: Rows, order: Sequence[str], words: Sequence[Sequence[str]], strange: Vectors) -> Lesson:
        """The taught questions among `rows`, then the `strange` ones; `words` are those of all."""
        taught = rows.only(rows.kinds == "question")
        return Lesson(
            np.concatenate([taught.vectors, strange]),
            words,
            np.concatenate([taught.topics(order), np.full(len(strange), NOTHING)]),
            np.concatenate([_folds(taught, order), np.arange(len(strange)) % FOLDS]),
        )


def learn(
    articles: Sequence[Article],
    rows: Rows,
    metric: Metric,
    lesson: Lesson,
    using: Sequence[str] = SIGNALS,
    learned: bool = True,
) -> Ranker:
    """The ranker of the index over `rows` whose metric is `metric`.

    Only the signals in `using` count, by weights that are `learned` or else guessed.
    """
    signals, at_home = _try(articles, rows, lesson)
    counted = np.isin(SIGNALS, using)
    guess = GUESS * counted
    weights = _weights(signals * counted, lesson, guess) if learned else guess
    known = words_known(signals, np.array([len(words) for words in lesson.words]))
    fitting = ((signals @ weights).max(1), at_home, known)
    verdict = _verdict(np.stack([*fitting, np.ones(len(known))], 1), lesson.taught)
    everything = np.ones(len(lesson.words), bool)
    ranker = Ranker(weights, _home(metric, lesson, everything), verdict, 0.0)
    sure = ranker.scores(*fitting)[lesson.taught]
    return replace(ranker, enough=min(EVEN, float(np.quantile([*sure, EVEN], 1 - ANSWERED))))


def _try(articles: Sequence[Article], rows: Rows, lesson: Lesson) -> tuple[Signals, Floats]:
    """What speaks for each topic in each question, and how far each is at home, by indexes without it."""
    signals = np.empty((len(lesson.words), len(articles), len(SIGNALS)))
    at_home = np.empty(len(lesson.words))
    fold_of = _folds(rows, [article.topic for article in articles])
    for fold in range(FOLDS):
        index = Index.make(articles, rows.only(fold_of != fold))
        out = lesson.folds == fold
        placed = index.metric.place(lesson.vectors[out])
        signals[out] = index.signals(placed, [lesson.words[i] for i in np.flatnonzero(out).tolist()])
        at_home[out] = placed @ _home(index.metric, lesson, ~out)
    return signals, at_home


def _folds(rows: Rows, order: Sequence[str]) -> Places:
    """The fold of each taught question, so that each fold has questions of every topic and sort."""
    places = np.array([passage.place for passage in rows.passages], np.intp)
    return np.where(rows.kinds == "question", (rows.topics(order) + places) % FOLDS, NOTHING)


def _home(metric: Metric, lesson: Lesson, kept: NDArray[np.bool_]) -> Vectors:
    """From where strange questions lie to where taught ones do."""
    both = [lesson.vectors[kept & taught] for taught in (lesson.taught, ~lesson.taught)]
    if not all(len(vectors) for vectors in both):
        return np.zeros(lesson.vectors.shape[1], np.float32)
    ours, strange = (metric.place(vectors).mean(0) for vectors in both)
    return np.asarray(ours - strange, np.float32)


def _weights(signals: Signals, lesson: Lesson, guess: Floats) -> Floats:
    """Weights by which the topics of the taught questions come first."""
    taught = lesson.taught
    return choice.fit(signals[taught], lesson.topics[taught], np.ones(taught.sum()), guess, GUESS)


def _verdict(answers: Floats, taught: NDArray[np.bool_]) -> Floats:
    """Weights of what tells answerable questions from others; both sorts count alike."""
    either = np.stack([answers, np.zeros_like(answers)], 1)
    counts = np.where(taught, 0.5 / max(taught.sum(), 1), 0.5 / max((~taught).sum(), 1)) * len(taught)
    return choice.fit(either, np.where(taught, 0, 1), counts, np.zeros(4), np.full(4, WIDE))
