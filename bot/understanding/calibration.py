"""From evidence to confidence, and from confidence to what is heard: curve and thresholds of a head.

Both are chosen on sentences that the head was not trained on. Needs scipy.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bot.understanding.head import Floats

LOWEST, HIGHEST = 0.1, 0.9
STEPS = 33
BETA = 1.25
"""How much more recall counts than precision where the threshold of an innocent act is chosen."""
LIKE_OTHERS = 2.0
"""How many average acts of its kind count with an act whose threshold is chosen: it has few sentences."""


def counts(targets: Any) -> Floats:
    """How much each sentence counts: those of one act and those of several alike together; the sum is 1."""
    several = targets.sum(1) > 1
    each: Floats = np.where(several, (~several).sum() / max(several.sum(), 1), 1.0)
    shares: Floats = each / each.sum()
    return shares


def calibrate(weights: Floats, targets: Any, counted: Floats) -> Floats:
    """The logistic curve from evidence to confidence, one for all acts.

    `weights` has shape (texts, acts, kinds), `targets` (texts, acts); `counted` is how much each text counts.
    """
    from scipy.optimize import minimize

    kinds = weights.shape[-1]
    flat, truth = weights.reshape(-1, kinds), targets.ravel().astype(np.float64)
    count = np.repeat(counted, targets.shape[1]) / targets.shape[1]

    def loss(curve: Any) -> tuple[float, Any]:
        z = flat @ curve[:-1] + curve[-1]
        error = (1 / (1 + np.exp(-z)) - truth) * count
        value = float(((np.logaddexp(0, z) - truth * z) * count).sum())
        return value, np.append(flat.T @ error, error.sum())

    found: Floats = minimize(loss, np.zeros(kinds + 1), jac=True, method="L-BFGS-B").x
    return found


def thresholds(sure: Floats, truth: Any, violations: Any, beta_of_violations: float) -> Floats:
    """The confidence from which each act is heard, by its best F score.

    `sure` and `truth` have shape (texts, acts), `violations` tells which acts accuse.

    Precision counts more for violations, which accuse, and recall for all others: what is set aside are
    mostly near misses, harder to tell apart than talk is.
    """
    candidates = np.linspace(LOWEST, HIGHEST, STEPS)
    heard = sure[:, :, None] >= candidates
    hits, said = (heard & truth[:, :, None]).sum(0), heard.sum(0)
    true = truth.sum(0)[:, None]
    chosen = np.zeros(len(violations), np.float32)
    for kind, beta in ((violations, beta_of_violations), (~violations, BETA)):
        if kind.any():
            right, all_heard, all_true = (
                part[kind] + LIKE_OTHERS * part[kind].mean(0) for part in (hits, said, true)
            )
            chosen[kind] = candidates[_f_score(right, all_heard, all_true, beta).argmax(1)]
    return chosen


def _f_score(hits: Floats, said: Floats, true: Floats, beta: float) -> Floats:
    weight = beta * beta
    score: Floats = (1 + weight) * hits / np.maximum(weight * true + said, 1.0)
    return score
