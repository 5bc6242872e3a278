"""Which of several things is chosen, by what speaks for each: a conditional logit, fitted by Newton's method.

Source of the method: McFadden, Conditional logit analysis of qualitative choice behavior, 1974.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 15


def fit(features: Floats, chosen: NDArray[np.intp], counts: Floats, guess: Floats, spread: Floats) -> Floats:
    """One weight a feature, such that the chosen alternatives are likely.

    `features` have shape (choices, alternatives, features), `chosen` is the place of the right alternative,
    `counts` how often each choice counts. The weights are expected at `guess`, give or take `spread`, from
    which few choices do not move them.
    """
    weights = guess.astype(np.float64)
    right = features[np.arange(len(features)), chosen]
    for _ in range(STEPS):
        likely = counts[:, None] * shares(features @ weights)
        mean = np.einsum("na,naf->nf", likely, features)
        slope = mean.sum(0) - counts @ right + (weights - guess) / spread**2
        bend = np.einsum("na,naf,nag->fg", likely, features, features, optimize=True)
        bend -= np.einsum("nf,ng->fg", mean / np.maximum(counts, 1e-9)[:, None], mean)
        weights = weights - np.linalg.solve(bend + np.diag(1 / spread**2), slope)
    return weights


def shares(scores: Floats) -> Floats:
    """The likelihood of each alternative, along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
