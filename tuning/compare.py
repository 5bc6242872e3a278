"""`make compare`: ways to hear acts, all taught the same sentences and tested on those of other hands.

The tuned encoder has seen many sentences more than are taught here; of the tests it has seen none.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from statistics import mean
from typing import Any

import numpy as np

from bot import bootstrap
from bot.content.contract import acts
from bot.content.nlu import load_examples
from bot.core.heard import JsonDict
from bot.core.text import checksum
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from bot.understanding.features import Features, Taught, features, language_means, targets_of
from bot.understanding.generalisation import figures
from bot.understanding.head import Floats
from bot.understanding.logistic import fit
from tuning.diet import MEGABYTE, diet

SENTENCES = 4000
ROUNDS = 30
"""How often the regression sees each of so few sentences."""
PENALTY = 1.0
"""What the length of a weight costs in ridge regression."""


@dataclass(frozen=True)
class Sample:
    """The taught sentences, the first `count`, and the tests behind them; `acts` has shape (all, acts)."""

    sentences: Sequence[Taught]
    count: int
    acts: Floats

    def figures(self, surest: Any) -> JsonDict:
        """How well the tests are heard, by language."""
        names = list(acts())
        tests = self.sentences[self.count :]
        main = np.array([names.index(test.acts[0]) for test in tests])
        return figures(self.acts[self.count :], main, surest, np.array([test.language for test in tests]))


Way = Callable[[Sample, Features], Any]
"""Learns from the taught sentences; gives the surest act of each test."""


def main() -> None:
    """Prints a table; example: `python -m tuning.compare --sentences 4000 --epochs 30`."""
    told = argparse.ArgumentParser(description="Compares ways to hear acts.")
    told.add_argument("--sentences", type=int, default=SENTENCES, help="how many are taught")
    told.add_argument("--epochs", type=int, default=0, help="of DIET, which is left out without them")
    asked = told.parse_args()
    count, epochs = asked.sentences, asked.epochs
    taught, tests = (load_examples(ROOT / folder / "nlu")[0] for folder in ("data", "tests"))
    chosen = sorted(taught, key=lambda example: checksum(example.text))[:count]
    sentences = [Taught(e.text, e.acts, e.language) for e in (*chosen, *tests)]
    sample = Sample(sentences, count, targets_of(sentences, tuple(acts())))
    print(f"{count:,} sentences taught, {len(tests):,} tested\n{'way':34}  right     F1  seconds  megabytes")
    if epochs:
        show(f"DIET, {epochs} epochs", *diet(chosen, tests, epochs), sample)
    for name, way, known in ways(sample):
        show(name, *measured(partial(way, sample, known)), sample)


def ways(sample: Sample) -> list[tuple[str, Way, Features]]:
    """All ways but DIET, with the features that they learn from."""
    texts = [sentence.text for sentence in sample.sentences]
    published, tuned = (
        features(sample.sentences, vectors, language_means(sample.sentences, vectors))[0]
        for vectors in (bootstrap.published_vectors(texts), bootstrap.tuned_vectors(texts))
    )
    ngrams = Features(np.zeros((len(texts), 1), np.float32), published.sparse)
    return [
        ("n-grams, logistic", logistic, ngrams),
        ("published vectors, logistic", logistic, published.without_ngrams()),
        ("published and n-grams, ridge", ridge, published),
        ("published and n-grams, logistic", logistic, published),
        ("tuned vectors, logistic", logistic, tuned.without_ngrams()),
        ("tuned and n-grams, ridge", ridge, tuned),
        ("tuned and n-grams, logistic (kept)", logistic, tuned),
    ]


def logistic(sample: Sample, known: Features) -> Any:
    """The regression in use."""
    shares = sample.acts / sample.acts.sum(1, keepdims=True)
    weights = fit(known.rows(slice(sample.count)), shares[: sample.count], ROUNDS)
    return weights.scores(known.rows(slice(sample.count, None))).argmax(1)


def ridge(sample: Sample, known: Features) -> Any:
    """Least squares with a penalty, by the products of all pairs of sentences."""
    taught, tests = known.rows(slice(sample.count)), known.rows(slice(sample.count, None))
    alike = _alike(taught, taught)
    alike[np.diag_indices_from(alike)] += PENALTY
    weights = np.linalg.solve(alike, sample.acts[: sample.count])
    return (_alike(tests, taught) @ weights).argmax(1)


def _alike(some: Features, others: Features) -> Any:
    return some.dense @ others.dense.T + (some.sparse @ others.sparse.T).toarray()


def measured(way: Callable[[], Any]) -> tuple[Any, float, float]:
    """What a way gives, its processor seconds, and the megabytes it takes, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("fork")) as alone:
        return alone.submit(_timed, way).result()


def _timed(way: Callable[[], Any]) -> tuple[Any, float, float]:
    before, begun = _peak(), time.process_time()
    return way(), time.process_time() - begun, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def show(name: str, surest: Any, seconds: float, megabytes: float, sample: Sample) -> None:
    """A row of the table, means of the four languages."""
    found = sample.figures(surest)
    right, f1 = (mean(found[language][part] for language in LANGUAGES) for part in ("right", "f1"))
    print(f"{name:34}{right:7.3f}{f1:7.3f}{seconds:9.1f}{megabytes:11.0f}", flush=True)


if __name__ == "__main__":
    main()
