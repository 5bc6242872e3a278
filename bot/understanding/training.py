"""Trains the head on taught sentences: ridge regression over vectors and n-grams, solved exactly.

The exact solution gives the score that each sentence would have got without itself (leave-one-out), so
confidences are calibrated and thresholds chosen on sentences that were not trained on.
Source of the leave-one-out formula: Cawley and Talbot, Fast exact leave-one-out cross-validation, 2004.
Needs scipy, so it runs in Rasa's environment alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.core.words import LANGUAGES
from bot.understanding.head import Floats, Head, centred
from bot.understanding.ngrams import ngrams

COLUMNS = 1 << 15
"""Into how many columns n-grams are hashed."""
NGRAM_WEIGHT = 0.35
PENALTY = 0.12
STRIPE = 1024
LOWEST, HIGHEST = 0.2, 0.8
STEPS = 25


@dataclass(frozen=True)
class Taught:
    """One taught sentence with its acts, the main one first."""

    text: str
    acts: tuple[str, ...]
    language: str


def train(taught: Sequence[Taught], vectors: Floats, encoder: str, groups: Mapping[str, str]) -> Head:
    """A head for the acts in `groups` (act id to group). `vectors` has a row for each taught sentence."""
    acts = tuple(groups)
    means = language_means(taught, vectors)
    dense = centred(vectors, [t.language for t in taught], LANGUAGES, means)
    rarity, sparse = _tfidf([t.text for t in taught])
    targets = np.zeros((len(taught), len(acts)))
    for row, sentence in enumerate(taught):
        targets[row, [acts.index(act) for act in sentence.acts]] = 1.0
    share = targets.mean(0)
    weights, left_out = _solve(dense, sparse, targets, share)
    slope, offset = _calibrate(left_out, targets)
    held_out = 1 / (1 + np.exp(-(slope * left_out + offset)))
    return Head(
        encoder=encoder,
        acts=acts,
        groups=tuple(groups.values()),
        languages=tuple(LANGUAGES),
        means=means,
        dense=(slope * (dense.T @ weights)).astype(np.float32),
        sparse=(slope * NGRAM_WEIGHT * (sparse.T @ weights)).astype(np.float32),
        rarity=rarity,
        bias=(slope * share + offset).astype(np.float32),
        thresholds=_thresholds(held_out, targets, tuple(groups.values())),
    )


def language_means(taught: Sequence[Taught], vectors: Floats) -> Floats:
    """The mean vector of each language in order, and of all sentences in the last row."""
    spoken = np.array([t.language for t in taught])
    rows = [vectors[spoken == language] for language in LANGUAGES]
    means: Floats = np.stack([r.mean(0) if len(r) else vectors.mean(0) for r in [*rows, vectors]])
    return means


def _tfidf(texts: Sequence[str]) -> tuple[Floats, Any]:
    """How rare each n-gram is, and the sentences as sparse rows of unit length."""
    from scipy.sparse import csr_matrix

    counted = [ngrams(text, COLUMNS) for text in texts]
    seen = np.bincount(np.concatenate([places for places, _ in counted]), minlength=COLUMNS)
    rarity = np.where(seen > 0, np.log((1 + len(texts)) / (1 + seen)) + 1, 0).astype(np.float32)
    values, columns, starts = [], [], [0]
    for places, strengths in counted:
        row = strengths * rarity[places]
        values.append(row / max(float(np.linalg.norm(row)), 1e-9))
        columns.append(places)
        starts.append(starts[-1] + len(places))
    shape = (len(texts), COLUMNS)
    return rarity, csr_matrix((np.concatenate(values), np.concatenate(columns), starts), shape=shape)


def _solve(dense: Floats, sparse: Any, targets: Any, share: Any) -> tuple[Any, Any]:
    """Dual weights of all acts, and each sentence's scores without itself."""
    from scipy.linalg.lapack import dpotrf, dpotri, dpotrs

    factor, failed = dpotrf(_kernel(dense, sparse), lower=True, overwrite_a=True)
    if failed:
        raise ValueError("the kernel of the taught sentences cannot be factored")
    weights, _ = dpotrs(factor, targets - share, lower=True)
    inverse, _ = dpotri(factor, lower=True, overwrite_c=True)
    return weights, targets - weights / np.diag(inverse)[:, None]


def _kernel(dense: Floats, sparse: Any) -> Any:
    """How alike each two sentences are, with the penalty on the diagonal; made in stripes to save memory."""
    count = dense.shape[0]
    kernel = np.empty((count, count), order="F")
    for start in range(0, count, STRIPE):
        rows = slice(start, start + STRIPE)
        kernel[:, rows] = dense @ dense[rows].T
        kernel[:, rows] += NGRAM_WEIGHT * (sparse @ sparse[rows].T).toarray()
    kernel[np.diag_indices(count)] += PENALTY
    return kernel


def _calibrate(scores: Any, targets: Any) -> tuple[float, float]:
    """Slope and offset of the logistic curve from score to confidence, the same for all acts."""
    from scipy.optimize import minimize

    flat, truth = scores.ravel(), targets.ravel()

    def loss(curve: Any) -> tuple[float, Any]:
        z = curve[0] * flat + curve[1]
        error = 1 / (1 + np.exp(-z)) - truth
        value = float((np.logaddexp(0, z) - truth * z).mean())
        return value, np.array([(error * flat).mean(), error.mean()])

    found = minimize(loss, np.array([5.0, -3.0]), jac=True, method="L-BFGS-B").x
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
