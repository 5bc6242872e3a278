"""Trains the head on taught sentences: logistic regression over vectors and n-grams.

Some of the sentences are set aside to weigh evidence and choose thresholds; then all are trained on.
They are taken in the order of their checksums: well mixed, and nearly the same when one is added.
Needs scipy, so it runs in Rasa's environment alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np

from bot.core.words import LANGUAGES
from bot.understanding.evidence import KINDS, gather, passages
from bot.understanding.features import Taught, features, language_means, targets_of
from bot.understanding.head import Floats, Head
from bot.understanding.logistic import ROUNDS, fit
from bot.understanding.segments import segments

SHARE, SHARE_OF_SEVERAL = 10, 3
"""One sentence of so many is set aside; of those that do several acts, which are fewer, one of so many."""
LOWEST, HIGHEST = 0.1, 0.9
STEPS = 33
BETA, BETA_OF_VIOLATIONS = 1.25, 0.75
"""How much more recall counts than precision where thresholds are chosen."""
LIKE_OTHERS = 2.0
"""How many average acts of its kind count with an act whose threshold is chosen: it has few sentences."""

Encode = Callable[[Sequence[str]], Floats]
"""A vector of unit length for each text."""


def train(
    taught: Sequence[Taught], encode: Encode, encoder: str, groups: Mapping[str, str], rounds: int = ROUNDS
) -> Head:
    """A head for the acts in `groups` (act id to group), trained on vectors of the encoder so named.

    `rounds`: how often each sentence is seen; few sentences want more.
    """
    taught = sorted(taught, key=lambda sentence: _checksum(sentence.text))
    vectors = encode([sentence.text for sentence in taught])
    means = language_means(taught, vectors)
    known, rarity = features(taught, vectors, means)
    targets = targets_of(taught, tuple(groups))
    shares = targets / targets.sum(1, keepdims=True)
    aside = np.array([set_aside(sentence.text, sentence.acts) for sentence in taught])
    with ThreadPoolExecutor(2) as pool:
        most, weights = pool.map(fit, (known.rows(~aside), known), (shares[~aside], shares), (rounds, rounds))
    head = Head(
        encoder=encoder,
        acts=tuple(groups),
        groups=tuple(groups.values()),
        languages=tuple(LANGUAGES),
        means=means,
        dense=most.dense,
        sparse=most.sparse,
        rarity=rarity,
        bias=most.bias,
        curve=np.zeros(KINDS + 1),
        thresholds=np.ones(len(groups), np.float32),
    )
    judged = _judging(
        head, [sentence for sentence, kept in zip(taught, aside, strict=True) if kept], targets[aside], encode
    )
    return replace(judged, dense=weights.dense, sparse=weights.sparse, bias=weights.bias)


def set_aside(text: str, acts: Sequence[str]) -> bool:
    """Whether a sentence serves to calibrate; itself alone decides, so that tuned layers never saw it."""
    share = SHARE_OF_SEVERAL if len(acts) > 1 else SHARE
    return _checksum(text) % share == 0


def _judging(head: Head, aside: Sequence[Taught], targets: Any, encode: Encode) -> Head:
    """The head with curve and thresholds, by what it hears in sentences that it was not trained on."""
    parts = [segments(sentence.text) for sentence in aside]
    read = [
        passages(message, [None] * len(message), sentence.language)
        for message, sentence in zip(parts, aside, strict=True)
    ]
    gathered = iter(
        gather(
            [passage for message in read for passage in message],
            lambda told: head.shares(
                [t for t, _ in told], encode([t for t, _ in told]), [s for _, s in told]
            ),
        )
    )
    weights = np.stack([np.max([next(gathered).weights for _ in message], axis=0) for message in read])
    calibrated = replace(head, curve=_calibrate(weights, targets))
    sure = calibrated.confidences(weights)
    return replace(calibrated, thresholds=_thresholds(sure, targets > 0, head.groups))


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _calibrate(weights: Floats, targets: Any) -> Floats:
    """The logistic curve from evidence to confidence, one for all acts.

    Sentences of one act and sentences of several count alike together.
    """
    from scipy.optimize import minimize

    several = targets.sum(1) > 1
    counts = np.where(several, (~several).sum() / max(several.sum(), 1), 1.0)
    flat, truth = weights.reshape(-1, KINDS), targets.ravel().astype(np.float64)
    count = np.repeat(counts, targets.shape[1]) / counts.sum() / targets.shape[1]

    def loss(curve: Any) -> tuple[float, Any]:
        z = flat @ curve[:-1] + curve[-1]
        error = (1 / (1 + np.exp(-z)) - truth) * count
        value = float(((np.logaddexp(0, z) - truth * z) * count).sum())
        return value, np.append(flat.T @ error, error.sum())

    found: Floats = minimize(loss, np.zeros(KINDS + 1), jac=True, method="L-BFGS-B").x
    return found


def _thresholds(sure: Floats, truth: Any, groups: Sequence[str]) -> Floats:
    """The confidence from which each act is heard, by its best F score.

    Precision counts more for violations, which accuse, and recall for all others: what is set aside are
    mostly near misses, harder to tell apart than talk is.
    """
    candidates = np.linspace(LOWEST, HIGHEST, STEPS)
    heard = sure[:, :, None] >= candidates
    hits, said = (heard & truth[:, :, None]).sum(0), heard.sum(0)
    true = truth.sum(0)[:, None]
    violates = np.array([group == "violate" for group in groups])
    chosen = np.zeros(len(groups), np.float32)
    for kind, beta in ((violates, BETA_OF_VIOLATIONS), (~violates, BETA)):
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
