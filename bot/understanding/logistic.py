"""Multinomial logistic regression over vectors and n-grams, fitted by AdaGrad in small batches.

Source of the method: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic
optimization, 2011. The scales and penalties were chosen on sentences of another author than those trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.understanding.features import Features
from bot.understanding.head import log_softmax

DENSE_SCALE, SPARSE_SCALE = 10.0, 6.0
"""How large vectors and n-grams are made, both of unit length before."""
DENSE_PENALTY, SPARSE_PENALTY = 3e-4, 1e-4
SMOOTHING = 0.05
ROUNDS = 6
"""How often each of many thousand sentences is seen; more changes nothing that is measured."""
BATCH = 2048
RATE = 0.16
"""Length of the first steps; it falls to nothing in a straight line."""


@dataclass(frozen=True)
class Weights:
    """Weights of vectors (384, acts), of n-grams (COLUMNS, acts), and the bias of each act."""

    dense: Any
    sparse: Any
    bias: Any

    def scores(self, features: Features) -> Any:
        """What speaks for each act in each sentence; shape (sentences, acts)."""
        return features.dense @ self.dense + features.sparse @ self.sparse + self.bias


class _Part:
    """Weights that begin at 0, and the sum of their squared slopes, by which each weight's steps shorten."""

    def __init__(self, rows: int, acts: int, penalty: float) -> None:
        self.weights = np.zeros((rows, acts), np.float32)
        self._squares = np.full((rows, acts), 1e-12, np.float32)
        self._penalty = penalty

    def step(self, slopes: Any, rate: float) -> None:
        """Goes down the slopes of the loss and of the penalty."""
        slopes += 2 * self._penalty * self.weights
        self._squares += slopes * slopes
        slopes /= np.sqrt(self._squares)
        slopes *= rate
        self.weights -= slopes


def fit(features: Features, targets: Any, rounds: int = ROUNDS) -> Weights:
    """Weights for `targets`, whose rows sum to 1. The rows are taken in turn, so they should stand mixed."""
    count, acts = targets.shape
    scaled = Features(features.dense * DENSE_SCALE, features.sparse * SPARSE_SCALE)
    wanted = targets * (1 - SMOOTHING) + SMOOTHING / acts
    dense = _Part(features.dense.shape[1], acts, DENSE_PENALTY)
    sparse = _Part(features.sparse.shape[1], acts, SPARSE_PENALTY)
    bias = _Part(1, acts, 0.0)
    starts = [start for _ in range(rounds) for start in range(0, count, BATCH)]
    for step, start in enumerate(starts):
        rows = slice(start, start + BATCH)
        batch, rate = scaled.rows(rows), RATE * (1 - step / len(starts))
        logs = log_softmax(batch.dense @ dense.weights + batch.sparse @ sparse.weights + bias.weights)
        error = (np.exp(logs) - wanted[rows]) / len(logs)
        dense.step(batch.dense.T @ error, rate)
        sparse.step(batch.sparse.T @ error, rate)
        bias.step(error.sum(0, keepdims=True), rate)
    return Weights(dense.weights * DENSE_SCALE, sparse.weights * SPARSE_SCALE, bias.weights[0])
