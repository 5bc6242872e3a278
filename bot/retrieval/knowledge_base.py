"""The knowledge base: a question in, the contract's answer out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

import numpy as np

from bot.core.article import Article
from bot.core.heard import JsonDict
from bot.core.words import UiLanguage
from bot.encoder.runtime import QUERY, Vectors
from bot.retrieval.excerpt import excerpt
from bot.retrieval.finder import Finder
from bot.retrieval.passages import in_small_letters, passages_of
from bot.retrieval.query import Query
from bot.retrieval.tokens import is_chinese, tokens


class QuestionEncoder(Protocol):
    """What turns a question into a vector of unit length."""

    def encode(self, texts: list[str], prefix: str = "") -> Vectors: ...


class KnowledgeBase:
    """Articles that are found by meaning and by words."""

    def __init__(self, finder: Finder, encoder: QuestionEncoder) -> None:
        self._finder = finder
        self._index = finder.index
        self._encoder = encoder

    @property
    def articles(self) -> Mapping[str, Article]:
        """Every article by its topic, in the contract's order."""
        return self._index.articles

    @property
    def facts(self) -> JsonDict:
        """How large it is."""
        index = self._index
        return {
            "articles": len(index.articles),
            "passages": len(passages_of(list(index.articles.values()))),
            "dimensions": index.vector_size,
        }

    def search(self, query: Query) -> JsonDict:
        """The contract's object of `knowledge search`: best first, one hit a topic."""
        index = self._index
        vector = self._encoder.encode([in_small_letters(query.question)], QUERY)[0]
        words = self._finder.abbreviations.words(query.question, query.language)
        admitted = np.array([query.admits(article) for article in index.articles.values()])
        ranking, placed = self._finder.find(vector, words, admitted)
        language: UiLanguage = "zh" if _in_chinese(query) else "en"
        topics = list(index.articles)
        hits = [
            self._hit(index.articles[topics[place]], score, language, placed, set(words))
            for place, score in ranking.places[: query.k]
        ]
        return {"question": query.question, "answered": ranking.answered and bool(words), "hits": hits}

    def _hit(
        self, article: Article, score: float, language: UiLanguage, placed: Vectors, words: set[str]
    ) -> JsonDict:
        section = self._index.nearest_section(article.topic, language, placed)
        text = article.sections[language][section].text
        return {
            "topic": article.topic,
            "title": dict(article.title),
            "article": f"{article.topic}/{language}",
            "section": article.anchors[section],
            "language": language,
            "score": round(score, 4),
            "excerpt": excerpt(text, words, partial(tokens, language=language)),
            "phrases": {name: list(article.phrases_in(name)) for name in article.phrases[0].texts},
            "platforms": list(article.platforms),
            "countries": list(article.countries),
            "effective": {"from": article.effective_from, "until": article.effective_until},
            "verified": article.verified,
            "sources": [{"name": source.name, "date": source.date} for source in article.sources],
            "reviewed": article.checked,
        }


def _in_chinese(query: Query) -> bool:
    return is_chinese(query.question) if query.language is None else query.language == "zh"
