"""The index: vectors in FAISS, words in BM25, and the articles they lead to, on disk and in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import bm25s
import faiss
import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.encoder.runtime import PASSAGE, QUERY, Vectors
from bot.retrieval.passages import Passage, passages_of
from bot.retrieval.tokens import tokens

Encode = Callable[[Sequence[str], str], Vectors]
Scores = NDArray[np.float32]


class Index:
    """Passages and both ways to them. Places of passages count from 0, as in `passages`."""

    def __init__(
        self,
        articles: Sequence[Article],
        passages: Sequence[Passage],
        vectors: faiss.Index,
        words: bm25s.BM25,
    ) -> None:
        self.articles = {article.topic: article for article in articles}
        self.passages = tuple(passages)
        self._vectors = vectors
        self._words = words
        topics = list(self.articles)
        self._topic_of = np.array([topics.index(passage.topic) for passage in passages])
        self._sections: dict[tuple[str, str], list[int]] = {}
        for place, passage in enumerate(passages):
            if passage.section is not None:
                self._sections.setdefault((passage.topic, passage.language), []).append(place)

    @classmethod
    def make(cls, articles: Sequence[Article], encode: Encode) -> Index:
        """An index over `articles`; `encode` turns texts and their prefix into vectors of unit length."""
        passages = passages_of(articles)
        rows = np.empty((len(passages), 0), np.float32)
        asked = [i for i, passage in enumerate(passages) if passage.section is None]
        written = [i for i, passage in enumerate(passages) if passage.section is not None]
        for places, prefix in ((asked, QUERY), (written, PASSAGE)):
            made = encode([passages[i].text for i in places], prefix)
            rows = rows if rows.shape[1] else np.empty((len(passages), made.shape[1]), np.float32)
            rows[places] = made
        vectors = faiss.IndexFlatIP(rows.shape[1])
        vectors.add(rows)
        words = bm25s.BM25()
        words.index([tokens(p.text, p.language) for p in passages], show_progress=False)
        return cls(articles, passages, vectors, words)

    def write(self, folder: Path) -> None:
        """Writes everything into the empty `folder`."""
        data = {
            "articles": [article.to_json() for article in self.articles.values()],
            "passages": [asdict(passage) for passage in self.passages],
        }
        (folder / "articles.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        faiss.write_index(self._vectors, str(folder / "vectors.faiss"))
        self._words.save(str(folder), show_progress=False)

    @classmethod
    def read(cls, folder: Path) -> Index:
        """Reads what `write` wrote."""
        data = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
        return cls(
            [Article.from_json(article) for article in data["articles"]],
            [Passage(**passage) for passage in data["passages"]],
            faiss.read_index(str(folder / "vectors.faiss")),
            bm25s.BM25.load(str(folder), show_progress=False),
        )

    @property
    def vector_size(self) -> int:
        """How many numbers its vectors have."""
        return int(self._vectors.d)

    def near(self, vectors: Vectors, admitted: NDArray[np.bool_], depth: int) -> Scores:
        """For each topic the highest cosine to one of `vectors` among the `depth` admitted passages nearest.

        `admitted` says for each topic whether it may be found; a topic that was not reached has -1.
        """
        best = np.full(len(self.articles), -1, np.float32)
        places = np.flatnonzero(admitted[self._topic_of])
        if len(places):
            chosen = faiss.SearchParameters()
            chosen.sel = faiss.IDSelectorBatch(places)
            cosines, found = self._vectors.search(vectors, min(depth, len(places)), params=chosen)
            np.maximum.at(best, self._topic_of[found], cosines)
        return best

    def worded(self, words: list[str], admitted: NDArray[np.bool_]) -> Scores:
        """For each admitted topic the highest BM25 score of its passages; 0 for the others."""
        best = np.zeros(len(self.articles), np.float32)
        if words:
            np.maximum.at(best, self._topic_of, self._words.get_scores(words))
        best[~admitted] = 0
        return best

    def nearest_section(self, topic: str, language: str, vectors: Vectors) -> int:
        """Which section of an article lies nearest to one of `vectors`."""
        cosines = [
            float(np.max(vectors @ self._vectors.reconstruct(place)))
            for place in self._sections[topic, language]
        ]
        return int(np.argmax(cosines))
