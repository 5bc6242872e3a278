"""Trains the head on taught sentences: logistic regression over vectors and n-grams.

A tenth of the sentences is set aside to calibrate confidences and choose thresholds; then all are trained on.
Needs scipy, so it runs in Rasa's environment alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bot.core.words import LANGUAGES
from bot.understanding.features import Taught, features, language_means
from bot.understanding.head import Floats, Head, log_softmax
from bot.understanding.logistic import fit

SHARE = 10
"""One sentence of so many is set aside."""
LOWEST, HIGHEST = 0.15, 0.8
STEPS = 27


def train(taught: Sequence[Taught], vectors: Floats, encoder: str, groups: Mapping[str, str]) -> Head:
    """A head for the acts in `groups` (act id to group). `vectors` has a row for each taught sentence."""
    means = language_means(taught, vectors)
    known, rarity = features(taught, vectors, means)
    targets = _targets(taught, tuple(groups))
    shares = targets / targets.sum(1, keepdims=True)
    aside = np.array([set_aside(sentence.text) for sentence in taught])
    most = fit(known.rows(~aside), shares[~aside])
    logs = log_softmax(most.scores(known.rows(aside)))
    slope, offset = _calibrate(logs, targets[aside])
    sure = 1 / (1 + np.exp(-(slope * logs + offset)))
    weights = fit(known, shares, start=most)
    return Head(
        encoder=encoder,
        acts=tuple(groups),
        groups=tuple(groups.values()),
        languages=tuple(LANGUAGES),
        means=means,
        dense=weights.dense,
        sparse=weights.sparse,
        rarity=rarity,
        bias=weights.bias,
        curve=np.array([slope, offset]),
        thresholds=_thresholds(sure, targets[aside], tuple(groups.values())),
    )


def set_aside(text: str) -> bool:
    """Whether a sentence serves to calibrate; its text alone decides, so that tuned layers never saw it."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % SHARE == 0


def _targets(taught: Sequence[Taught], acts: tuple[str, ...]) -> Any:
    column = {act: i for i, act in enumerate(acts)}
    targets = np.zeros((len(taught), len(acts)), np.float32)
    for row, sentence in enumerate(taught):
        targets[row, [column[act] for act in sentence.acts]] = 1.0
    return targets


def _calibrate(scores: Any, targets: Any) -> tuple[float, float]:
    """Slope and offset of the logistic curve from logarithm to confidence, the same for all acts."""
    from scipy.optimize import minimize

    flat, truth = scores.ravel().astype(np.float64), targets.ravel().astype(np.float64)

    def loss(curve: Any) -> tuple[float, Any]:
        z = curve[0] * flat + curve[1]
        error = 1 / (1 + np.exp(-z)) - truth
        value = float((np.logaddexp(0, z) - truth * z).mean())
        return value, np.array([(error * flat).mean(), error.mean()])

    found = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(found[0]), float(found[1])


def _thresholds(held_out: Any, targets: Any, groups: Sequence[str]) -> Floats:
    """The confidence from which each act is heard: best F1, for violations F0.5, as they accuse."""
    candidates = np.linspace(LOWEST, HIGHEST, STEPS)
    chosen = []
    for column, group in enumerate(groups):
        truth, sure = targets[:, column] > 0, held_out[:, column]
        beta = 0.5 if group == "violate" else 1.0
        scores = [_f_score(sure >= candidate, truth, beta) for candidate in candidates]
        chosen.append(candidates[int(np.argmax(scores))])
    return np.array(chosen, np.float32)


def _f_score(heard: Any, truth: Any, beta: float) -> float:
    hits = float((heard & truth).sum())
    weight = beta * beta
    return (1 + weight) * hits / max(weight * float(truth.sum()) + float(heard.sum()), 1.0)
