"""The index: for a question, what speaks for each topic. Vectors lie in FAISS, words in BM25."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.encoder.runtime import Vectors
from bot.retrieval import nearest
from bot.retrieval.metric import Metric, means, unit
from bot.retrieval.passages import Rows, passages_of

SIGNALS = ("gist", "section", "words")
"""What speaks for a topic: the cosine to the mean of its passages, the cosine to its nearest section, and
the logarithm of the BM25 score of all its words."""
KINDS = {"question": 1.0, "section": 1.0, "phrase": 0.5}
"""The share of each kind of passage in a topic's mean."""
DEPTH = 400
"""How many sections are looked at; topics beyond count like the last one reached."""

Signals = NDArray[np.float64]


class Index:
    """Topics in the order of `articles`, and the ways to them."""

    def __init__(
        self, articles: Sequence[Article], metric: Metric, gists: Vectors, sections: Any, words: bm25s.BM25
    ) -> None:
        self.articles = {article.topic: article for article in articles}
        self.metric = metric
        self._gists = gists
        self._sections = sections
        self._words = words
        order = {topic: i for i, topic in enumerate(self.articles)}
        listed = [passage for passage in passages_of(articles) if passage.kind == "section"]
        self._topic_of = np.array([order[passage.topic] for passage in listed])
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, passage in enumerate(listed):
            self._places.setdefault((passage.topic, passage.language), []).append(place)

    @classmethod
    def make(cls, articles: Sequence[Article], rows: Rows) -> Index:
        """An index over all sections of `articles` and whatever else is among `rows`."""
        topics = rows.topics([article.topic for article in articles])
        asked = rows.kinds == "question"
        metric = Metric.learn(rows.vectors[asked], topics[asked])
        gists = np.zeros((len(articles), rows.vectors.shape[1]), np.float32)
        sections = np.empty((0, rows.vectors.shape[1]), np.float32)
        for kind, share in KINDS.items():
            chosen = rows.kinds == kind
            if not chosen.any():
                continue
            vectors = rows.vectors[chosen]
            placed = metric.place(vectors, vectors.mean(0))
            gists += share * unit(means(placed, topics[chosen], len(articles)))
            sections = placed if kind == "section" else sections
        return cls(articles, metric, unit(gists), nearest.make(sections), _word_index(rows, topics))

    def write(self, folder: Path) -> None:
        """Writes everything into the empty `folder`."""
        data = [article.to_json() for article in self.articles.values()]
        (folder / "articles.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / "topics.npz", matrix=self.metric.matrix, centre=self.metric.centre, gists=self._gists
        )
        faiss.write_index(self._sections, str(folder / "sections.faiss"))
        self._words.save(str(folder), show_progress=False)

    @classmethod
    def read(cls, folder: Path) -> Index:
        """Reads what `write` wrote."""
        data = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
        with np.load(folder / "topics.npz", allow_pickle=False) as kept:
            metric, gists = Metric(kept["matrix"], kept["centre"]), kept["gists"]
        return cls(
            [Article.from_json(article) for article in data],
            metric,
            gists,
            faiss.read_index(str(folder / "sections.faiss")),
            bm25s.BM25.load(str(folder), show_progress=False),
        )

    @property
    def vector_size(self) -> int:
        """How many numbers its vectors have."""
        return int(self._gists.shape[1])

    def signals(
        self,
        placed: Vectors,
        words: Sequence[Sequence[str]],
        admitted: NDArray[np.bool_] | None = None,
    ) -> Signals:
        """What speaks for each topic in each question, shape (questions, topics, SIGNALS).

        `placed` are the questions' vectors where the metric puts them. Topics that are not `admitted` have
        signals without meaning.
        """
        allowed = np.ones(len(self.articles), bool) if admitted is None else admitted
        found = np.empty((len(placed), len(self.articles), len(SIGNALS)))
        found[:, :, 0] = placed @ self._gists.T
        found[:, :, 1] = self._nearest_sections(placed, allowed)
        found[:, :, 2] = np.log1p(self._worded(words))
        return found

    def nearest_section(self, topic: str, language: str, placed: Vectors) -> int:
        """Which section of an article lies nearest to the one vector `placed`."""
        cosines = [
            float(self._sections.reconstruct(place) @ placed) for place in self._places[topic, language]
        ]
        return int(np.argmax(cosines))

    def _nearest_sections(self, placed: Vectors, allowed: NDArray[np.bool_]) -> Vectors:
        if not allowed.any():
            return np.zeros((len(placed), len(self.articles)), np.float32)
        cosines, places = nearest.search(self._sections, placed, DEPTH, allowed[self._topic_of])
        best = np.repeat(cosines[:, -1:], len(self.articles), 1)
        rows = np.arange(len(placed))[:, None]
        np.maximum.at(best, (rows, self._topic_of[places]), cosines)
        return best

    def _worded(self, questions: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        scores = np.zeros((len(questions), len(self.articles)), np.float32)
        for row, words in zip(scores, questions, strict=True):
            if known := [word for word in words if word in self._words.vocab_dict]:
                row[:] = self._words.get_scores(known)
        return scores


def _word_index(rows: Rows, topics: NDArray[np.intp]) -> bm25s.BM25:
    """BM25 over topics, each read as one text: a question seldom shares all its words with one passage."""
    read: list[list[str]] = [[] for _ in range(int(topics.max()) + 1)]
    for topic, words in zip(topics, rows.words, strict=True):
        read[topic] += words
    found = bm25s.BM25()
    found.index(read, show_progress=False)
    return found
