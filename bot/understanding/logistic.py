"""Multinomial logistic regression over vectors and n-grams, fitted by L-BFGS.

Source of the method: Liu and Nocedal, On the limited memory BFGS method for large scale optimization, 1989.
The constants were chosen on sentences of another author than those trained on.
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
STEPS, MORE_STEPS = 60, 20
"""Steps from nothing, and from weights that were fitted to most of the sentences."""
MEMORY = 8


@dataclass(frozen=True)
class Weights:
    """Weights of vectors (384, acts), of n-grams (COLUMNS, acts), and the bias of each act."""

    dense: Any
    sparse: Any
    bias: Any

    def flat(self) -> Any:
        """All weights in one row, in the scale they are fitted in."""
        parts = (self.dense / DENSE_SCALE, self.sparse / SPARSE_SCALE, self.bias)
        return np.concatenate([part.ravel() for part in parts]).astype(np.float64)

    def scores(self, features: Features) -> Any:
        """What speaks for each act in each sentence; shape (sentences, acts)."""
        return features.dense @ self.dense + features.sparse @ self.sparse + self.bias


def fit(features: Features, targets: Any, start: Weights | None = None) -> Weights:
    """Weights for `targets`, whose rows sum to 1; from `start`, if given, in fewer steps."""
    from scipy.optimize import minimize

    scaled = Features(features.dense * DENSE_SCALE, features.sparse * SPARSE_SCALE)
    across = scaled.sparse.T.tocsr()
    wanted = targets * (1 - SMOOTHING) + SMOOTHING / targets.shape[1]
    shapes = ((scaled.dense.shape[1], targets.shape[1]), (across.shape[0], targets.shape[1]))

    def loss(flat: Any) -> tuple[float, Any]:
        dense, sparse, bias = _split(flat.astype(np.float32), shapes)
        logs = log_softmax(scaled.dense @ dense + scaled.sparse @ sparse + bias)
        error = (np.exp(logs) - wanted) / len(wanted)
        value = -(wanted * logs).sum() / len(wanted)
        value += DENSE_PENALTY * (dense * dense).sum() + SPARSE_PENALTY * (sparse * sparse).sum()
        slopes = (
            scaled.dense.T @ error + 2 * DENSE_PENALTY * dense,
            across @ error + 2 * SPARSE_PENALTY * sparse,
            error.sum(0),
        )
        return float(value), np.concatenate([slope.ravel() for slope in slopes]).astype(np.float64)

    begin = start.flat() if start else np.zeros(sum(a * b for a, b in shapes) + targets.shape[1])
    options = {"maxiter": MORE_STEPS if start else STEPS, "maxcor": MEMORY}
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options=options).x
    dense, sparse, bias = _split(found.astype(np.float32), shapes)
    return Weights(dense * DENSE_SCALE, sparse * SPARSE_SCALE, bias)


def _split(flat: Any, shapes: Any) -> tuple[Any, Any, Any]:
    first, second = (a * b for a, b in shapes)
    dense, sparse = flat[:first].reshape(shapes[0]), flat[first : first + second].reshape(shapes[1])
    return dense, sparse, flat[first + second :]
