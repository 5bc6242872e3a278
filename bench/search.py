"""`make bench`: the time of a search and of a build, and how FAISS does with ever more passages."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import faiss
import numpy as np

from bot import bootstrap
from bot.encoder.runtime import Vectors
from bot.encoder.vectors import VectorStore
from bot.retrieval import nearest
from bot.retrieval.builder import kept_vectors
from bot.retrieval.evaluation import Remembering
from bot.retrieval.finder import Finder
from bot.retrieval.index import DEPTH
from bot.retrieval.knowledge_base import KnowledgeBase
from bot.retrieval.metric import unit
from bot.retrieval.passages import Rows
from bot.retrieval.query import Query
from bot.settings import settings

ASKED = 200
"""Searches whose median is told."""
TIMES = (1, 2, 4, 10, 100)
"""How often the shipped passages are measured; twice and four times lie around `nearest.MANY`."""
MILLION = 1_000_000
NOISE = 0.6
"""Length of what is added at random to a shipped passage's vector to make one of many like it."""
FOUND = 10
"""Nearest vectors of which recall is the share that was found."""
SEED = 7
PROCESSORS = faiss.omp_get_max_threads()

T = TypeVar("T")


def main() -> None:
    """Prints everything; takes a quarter of an hour, most of it for the two largest graphs."""
    searches(builds())
    sizes()


def sizes() -> None:
    """How FAISS does with as many passages as are shipped, with more, and with a million."""
    chance = np.random.default_rng(SEED)
    encoder = bootstrap.knowledge_encoder()
    kept = kept_vectors(settings().var, encoder)
    rows = Rows.read(bootstrap.articles(), kept.encode)
    shipped, asked = rows.vectors, rows.vectors[rows.kinds == "question"]
    asked = asked[chance.choice(len(asked), ASKED, replace=False)]
    for count in (*(len(shipped) * times for times in TIMES), MILLION):
        vectors(_many(shipped, count, chance), asked)


def searches(finder: Finder) -> None:
    """Median milliseconds of a search, with the encoder and where it has seen the question."""
    base = KnowledgeBase(finder, bootstrap.knowledge_encoder())
    asked = [questions[0] for a in base.articles.values() for questions in a.questions.values()][:ASKED]
    known = KnowledgeBase(finder, Remembering(bootstrap.knowledge_encoder()))
    for question in asked:
        known.search(Query(question))
    for name, searching in (("with the encoder", base), ("without it", known)):
        times = [seconds(searching.search, Query(question))[0] for question in asked]
        print(f"search: {statistics.median(times) * 1000:.1f} ms {name}")


def builds() -> Finder:
    """Tells the seconds of a full build, and of one with the vectors of all texts kept."""
    encoder, knowledge = bootstrap.knowledge_encoder(), bootstrap.knowledge()
    with tempfile.TemporaryDirectory() as place:
        for name in ("from nothing", "with vectors kept"):
            kept = VectorStore(Path(place) / "kept.npz", encoder)
            took, finder = seconds(Finder.make, knowledge, kept.encode)
            print(f"build: {took:.1f} s {name}", flush=True)
    return finder


def vectors(many: Vectors, asked: Vectors) -> None:
    """Build, memory, median search and recall of both kinds of FAISS index over `many` vectors.

    All processors build; one searches, as the others have questions of their own in a class.
    """
    admitted = np.ones(len(many), bool)
    truth: list[set[int]] = []
    for name, index in (("flat", nearest.flat(many.shape[1])), ("graph", nearest.graph(many.shape[1]))):
        faiss.omp_set_num_threads(PROCESSORS)
        built, _ = seconds(index.add, many)
        faiss.omp_set_num_threads(1)
        answers = [seconds(nearest.search, index, one[None], DEPTH, admitted) for one in asked]
        found = [set(places[0, :FOUND].tolist()) for _, (_, places) in answers]
        truth = truth or found
        recall = sum(len(a & b) for a, b in zip(found, truth, strict=True)) / sum(map(len, truth))
        megabytes = faiss.serialize_index(index).nbytes / 1e6
        median = statistics.median(took for took, _ in answers) * 1000
        print(
            f"vectors: {len(many):9,} {name:6} built in {built:6.1f} s, {megabytes:6.0f} MB, "
            f"{median:6.2f} ms, recall {recall:.3f}",
            flush=True,
        )


def _many(shipped: Vectors, count: int, chance: np.random.Generator) -> Vectors:
    """So many vectors: the shipped ones, then others near to one of them each."""
    found = np.empty((count, shipped.shape[1]), np.float32)
    for start in range(0, count, len(shipped)):
        noise = unit(chance.standard_normal(shipped.shape, np.float32)) * (NOISE if start else 0.0)
        found[start : start + len(shipped)] = unit(shipped + noise)[: count - start]
    return found


def seconds(do: Callable[..., T], *arguments: Any) -> tuple[float, T]:
    """How long `do` took, and what it returned."""
    started = time.perf_counter()
    result = do(*arguments)
    return time.perf_counter() - started, result


if __name__ == "__main__":
    main()
