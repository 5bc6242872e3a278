"""A space in which questions of one topic lie together, whatever their language and tone.

Directions in which questions of the same topic differ count less: vectors are divided by the square root of
their covariance within topics (Fisher's discriminant analysis; for speakers known as WCCN). It is shrunk
towards equal variance in all directions, as there are few questions for so many directions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.encoder.runtime import Vectors
from bot.retrieval.passages import Places

SHRINK = 0.5
"""Share of equal variance; chosen on taught questions that were left out."""


@dataclass(frozen=True)
class Metric:
    """`matrix` (size, size) turns centred vectors; `centre` is the mean of questions."""

    matrix: Vectors
    centre: Vectors

    @staticmethod
    def learn(vectors: Vectors, topics: Places) -> Metric:
        """The metric of questions of known topics; without questions or spread it turns nothing."""
        size = vectors.shape[1]
        if not len(vectors):
            return Metric(np.eye(size, dtype=np.float32), np.zeros(size, np.float32))
        apart = vectors - means(vectors, topics, int(topics.max()) + 1)[topics]
        within = apart.T @ apart / len(vectors)
        variance = float(np.trace(within)) / size or 1.0
        shrunk = (1 - SHRINK) * within / variance + SHRINK * np.eye(size)
        values, directions = np.linalg.eigh(shrunk)
        return Metric(np.asarray(directions / np.sqrt(values), np.float32), vectors.mean(0))

    def place(self, vectors: Vectors, centre: Vectors | None = None) -> Vectors:
        """Where vectors lie, as rows of unit length; those of other texts than questions have a `centre`."""
        moved = vectors - (self.centre if centre is None else centre)
        return unit(np.asarray(moved @ self.matrix, np.float32))


def means(vectors: Vectors, groups: Places, count: int) -> Vectors:
    """The mean vector of each group; zeros for one without members."""
    sums = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(sums, groups, vectors)
    sizes = np.bincount(groups, minlength=count)[:, None]
    return np.asarray(sums / np.maximum(sizes, 1), np.float32)


def unit(vectors: Vectors) -> Vectors:
    """Rows of unit length; zeros stay."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)
