"""Finds the topics that answer a question: what is built once, kept on disk, and asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.core.knowledge import Knowledge
from bot.encoder.runtime import QUERY, Vectors
from bot.retrieval.abbreviations import Abbreviations
from bot.retrieval.index import SIGNALS, Index
from bot.retrieval.learning import Lesson, learn
from bot.retrieval.passages import Encode, Rows, in_small_letters
from bot.retrieval.ranking import Ranker, Ranking


@dataclass(frozen=True)
class Way:
    """A way to search: the signals that count, and what may be left out to see what it brings.

    `taught`: taught questions lie in the index, not only in the lesson; `abbreviations` are written out;
    the weights of the signals are `learned`, not guessed.
    """

    signals: Sequence[str] = SIGNALS
    taught: bool = True
    abbreviations: bool = True
    learned: bool = True


@dataclass(frozen=True)
class Finder:
    """An index, the ranker that was learned for it, and the abbreviations that it knows."""

    index: Index
    ranker: Ranker
    abbreviations: Abbreviations

    @staticmethod
    def make(knowledge: Knowledge, encode: Encode, way: Way = Way()) -> Finder:
        """Builds it; `encode` turns texts and their prefix into vectors of unit length."""
        articles = knowledge.articles
        abbreviations = Abbreviations(knowledge.abbreviations if way.abbreviations else {})
        rows = Rows.read(articles, encode)
        asked = rows.kinds == "question"
        questions = [rows.passages[i].text for i in np.flatnonzero(asked)] + list(knowledge.unanswerable)
        lesson = Lesson.prepare(
            rows,
            [article.topic for article in articles],
            [abbreviations.words(question) for question in questions],
            encode([in_small_letters(question) for question in knowledge.unanswerable], QUERY),
        )
        held = rows if way.taught else rows.only(~asked)
        index = Index.make(articles, held)
        return Finder(
            index, learn(articles, held, index.metric, lesson, way.signals, way.learned), abbreviations
        )

    def find(
        self, vector: Vectors, words: Sequence[str], admitted: NDArray[np.bool_]
    ) -> tuple[Ranking, Vectors]:
        """The order of the admitted topics, and where the metric puts the question's one `vector`."""
        placed = self.index.metric.place(vector[None])
        signals = self.index.signals(placed, [words], admitted)
        return self.ranker.rank(signals[0], placed[0], len(words), admitted), placed[0]

    def write(self, folder: Path) -> None:
        """Writes everything into the empty `folder`."""
        self.index.write(folder)
        self.ranker.write(folder / "ranker.npz")
        text = json.dumps(self.abbreviations.long_forms, ensure_ascii=False)
        (folder / "abbreviations.json").write_text(text, encoding="utf-8")

    @staticmethod
    def read(folder: Path) -> Finder:
        """Reads what `write` wrote."""
        long_forms = json.loads((folder / "abbreviations.json").read_text(encoding="utf-8"))
        return Finder(Index.read(folder), Ranker.read(folder / "ranker.npz"), Abbreviations(long_forms))
