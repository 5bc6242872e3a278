"""How good the search is, on questions whose topic is known and questions that no article answers."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.heard import JsonDict
from bot.encoder.runtime import QUERY, Vectors
from bot.retrieval.knowledge_base import KnowledgeBase, QuestionEncoder
from bot.retrieval.query import Query

LOOKED_AT = 3


@dataclass(frozen=True)
class Asked:
    """A question of a test set. `topic` None: nothing answers it."""

    question: str
    language: str
    topic: str | None


def asked_in(data: JsonDict) -> list[Asked]:
    """The questions of a file like `tests/retrieval/questions.yml`."""
    answerable = [
        Asked(question, language, topic)
        for topic, questions in data["answerable"].items()
        for language, question in questions.items()
    ]
    unanswerable = [
        Asked(question, language, None)
        for kind in data["unanswerable"].values()
        for language, questions in kind.items()
        for question in questions
    ]
    return answerable + unanswerable


class Remembering:
    """Encodes each question once, however often it is asked."""

    def __init__(self, encoder: QuestionEncoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, ...], Vectors] = {}

    def encode(self, texts: list[str], prefix: str = QUERY) -> Vectors:
        """As the encoder does."""
        key = (prefix, *texts)
        if key not in self._known:
            self._known[key] = self._encoder.encode(texts, prefix)
        return self._known[key]


def measure(base: KnowledgeBase, questions: Iterable[Asked]) -> JsonDict:
    """Shares of right first topics and right topics among the first three, by language and in all.

    Only questions whose topic has an article count. `answered` and `refused` are the shares of answerable
    and unanswerable questions that were treated so, `milliseconds` the median of a search.
    """
    ranks: dict[str, list[int]] = defaultdict(list)
    answered: list[bool] = []
    refused: list[bool] = []
    times: list[float] = []
    for one in questions:
        if one.topic is not None and one.topic not in base.articles:
            continue
        start = time.perf_counter()
        answer = base.search(Query(one.question, k=LOOKED_AT))
        times.append(time.perf_counter() - start)
        if one.topic is None:
            refused.append(not answer["answered"])
            continue
        answered.append(answer["answered"])
        found = [hit["topic"] for hit in answer["hits"]]
        rank = found.index(one.topic) if one.topic in found else LOOKED_AT
        ranks[one.language].append(rank)
    return {
        "languages": {language: _recall(places) for language, places in sorted(ranks.items())},
        "all": _recall([rank for places in ranks.values() for rank in places]),
        "answered": _share(answered),
        "refused": _share(refused),
        "milliseconds": round(statistics.median(times) * 1000, 1) if times else None,
    }


def _recall(ranks: Sequence[int]) -> JsonDict:
    return {
        "questions": len(ranks),
        "first": _share([rank < 1 for rank in ranks]),
        "first_three": _share([rank < LOOKED_AT for rank in ranks]),
    }


def _share(outcomes: Sequence[bool]) -> float | None:
    return round(sum(outcomes) / len(outcomes), 3) if outcomes else None
