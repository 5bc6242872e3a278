"""Trains the head on taught sentences: logistic regression over vectors and n-grams.

Some of the sentences are set aside to weigh evidence and choose thresholds; then all are trained on.
They are taken in the order of their checksums: well mixed, and nearly the same when one is added.
Needs scipy, so it runs in Rasa's environment alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from bot.core.text import checksum
from bot.core.words import LANGUAGES
from bot.understanding.calibration import calibrate, counts, thresholds
from bot.understanding.evidence import KINDS, gather, passages
from bot.understanding.features import Taught, features, language_means, targets_of
from bot.understanding.head import VIOLATE, Encode, Floats, Head
from bot.understanding.logistic import ROUNDS, Weights, fit
from bot.understanding.segments import segments

SHARE, SHARE_OF_SEVERAL = 10, 3
"""One sentence of so many is set aside; of those that do several acts, which are fewer, one of so many."""
LENGTHS, STRIDE = (3, 4, 5), 2
"""Harmless sentences of a message, and after how many the next message begins."""
ENDS = (".", "!", "?", "…", ")")
BETA_OF_VIOLATIONS, BETA_OF_BOTH = 0.75, 0.62
"""How much more recall counts than precision for violations, heard by one reading and by two."""
CAUTION = 0.09
"""Log odds by which violations must be surer than is best for what is set aside (docs/understanding.md)."""


@dataclass(frozen=True)
class _Lesson:
    """Sentences in the order of their checksums, which are `aside`, and the acts of each.

    `targets` has shape (sentences, acts).
    """

    taught: tuple[Taught, ...]
    targets: Any
    aside: Any
    groups: Mapping[str, str]

    @property
    def sentences_aside(self) -> list[Taught]:
        """Those that serve to calibrate."""
        return [sentence for sentence, aside in zip(self.taught, self.aside, strict=True) if aside]


def train(
    taught: Sequence[Taught], encode: Encode, encoder: str, groups: Mapping[str, str], rounds: int = ROUNDS
) -> Head:
    """A head for the acts in `groups` (act id to group), trained on vectors of the encoder so named.

    `rounds`: how often each sentence is seen; few sentences want more.
    """
    lesson = _lesson(taught, groups)
    blind, whole = _heads(lesson, encode, encoder, rounds)
    return _judged(lesson, whole, _evidence(blind, lesson.sentences_aside, encode))


def train_second(
    taught: Sequence[Taught],
    encoders: tuple[Encode, Encode],
    names: tuple[str, str],
    groups: Mapping[str, str],
) -> Head:
    """A head for the second reading, on vectors of the second encoder alone.

    Its curve and thresholds weigh violations by the evidence of both readings, in sentences and in messages
    that hold one.
    """
    lesson = _lesson(taught, groups)
    aside = lesson.sentences_aside
    told = [*aside, *messages(aside, lesson.groups)]
    first, _ = _heads(lesson, encoders[0], names[0])
    second, whole = _heads(lesson, encoders[1], names[1], ngrams=False)
    weights = [
        _evidence(blind, told, encode) for blind, encode in zip((first, second), encoders, strict=True)
    ]
    return _judged_by_both(whole, np.concatenate(weights, axis=2), told, len(aside))


def set_aside(text: str, acts: Sequence[str]) -> bool:
    """Whether a sentence serves to calibrate; itself alone decides, so that tuned layers never saw it."""
    share = SHARE_OF_SEVERAL if len(acts) > 1 else SHARE
    return checksum(text) % share == 0


def _lesson(taught: Sequence[Taught], groups: Mapping[str, str]) -> _Lesson:
    ordered = tuple(sorted(taught, key=lambda sentence: checksum(sentence.text)))
    aside = np.array([set_aside(sentence.text, sentence.acts) for sentence in ordered])
    return _Lesson(ordered, targets_of(ordered, tuple(groups)), aside, groups)


def messages(aside: Sequence[Taught], groups: Mapping[str, str]) -> Iterator[Taught]:
    """Messages of three to six of these sentences in a row; every second one holds one violation."""
    for language in LANGUAGES:
        spoken = [sentence for sentence in aside if sentence.language == language]
        accusing = [s for s in spoken if any(groups[act] == VIOLATE for act in s.acts)]
        clean = [s for s in spoken if s not in accusing]
        for number, start in enumerate(range(0, len(clean) - max(LENGTHS), STRIDE)):
            parts = clean[start : start + LENGTHS[number % len(LENGTHS)]]
            if number % 2 and accusing:
                parts.insert(number % len(parts), accusing[number // 2 % len(accusing)])
            text = " ".join(p.text if p.text.endswith(ENDS) else f"{p.text}." for p in parts)
            yield Taught(text, tuple(dict.fromkeys(act for p in parts for act in p.acts)), language)


def _heads(
    lesson: _Lesson, encode: Encode, encoder: str, rounds: int = ROUNDS, ngrams: bool = True
) -> tuple[Head, Head]:
    """A head that never saw what is set aside, and one that saw all.

    Two fits side by side, each with one thread of its own: with more they would wait for each other.
    """
    from threadpoolctl import threadpool_limits

    vectors = encode([sentence.text for sentence in lesson.taught])
    means = language_means(lesson.taught, vectors)
    known, rarity = features(lesson.taught, vectors, means)
    if not ngrams:
        known, rarity = known.without_ngrams(), np.zeros(1, np.float32)
    shares, kept = lesson.targets / lesson.targets.sum(1, keepdims=True), ~lesson.aside
    with threadpool_limits(1), ThreadPoolExecutor(2) as pool:
        fits = pool.map(fit, (known.rows(kept), known), (shares[kept], shares), (rounds, rounds))
        blind, whole = (_unjudged(lesson, weights, means, rarity, encoder) for weights in fits)
    return blind, whole


def _unjudged(lesson: _Lesson, weights: Weights, means: Floats, rarity: Floats, encoder: str) -> Head:
    """A head that tells the shares of acts, but hears none yet."""
    return Head(
        encoder=encoder,
        acts=tuple(lesson.groups),
        groups=tuple(lesson.groups.values()),
        languages=tuple(LANGUAGES),
        means=means,
        dense=weights.dense,
        sparse=weights.sparse,
        rarity=rarity,
        bias=weights.bias,
        curve=np.zeros(KINDS + 1),
        thresholds=np.ones(len(lesson.groups), np.float32),
    )


def _evidence(head: Head, told: Sequence[Taught], encode: Encode) -> Floats:
    """What speaks for each act in these texts; shape (texts, acts, KINDS)."""
    parts = [segments(sentence.text) for sentence in told]
    read = [
        passages(message, [None] * len(message), sentence.language)
        for message, sentence in zip(parts, told, strict=True)
    ]
    shares = partial(head.shares_of, encode=encode)
    gathered = iter(gather([passage for message in read for passage in message], shares))
    return np.stack([np.max([next(gathered).weights for _ in message], axis=0) for message in read])


def _judged(lesson: _Lesson, head: Head, weights: Floats) -> Head:
    """The head with curve and thresholds, by what it hears in sentences that it was not trained on."""
    targets = lesson.targets[lesson.aside]
    calibrated = replace(head, curve=calibrate(weights, targets, counts(targets)))
    sure = calibrated.confidences(weights)
    return replace(calibrated, thresholds=thresholds(sure, targets > 0, head.violations, BETA_OF_VIOLATIONS))


def _judged_by_both(head: Head, weights: Floats, told: Sequence[Taught], sentences: int) -> Head:
    """The second reading's head with curve and thresholds for violations; it never hears anything else.

    The first `sentences` of what is told, and the messages behind them, count alike together.
    """
    violates = head.violations
    acts = targets_of(told, head.acts)
    alike = np.ones(len(told) - sentences) / max(len(told) - sentences, 1)
    weighty = np.concatenate([counts(acts[:sentences]), alike])
    weights, targets = weights[:, violates], acts[:, violates]
    calibrated = replace(head, curve=calibrate(weights, targets, weighty))
    over = np.ones(len(violates), np.float32)
    sure = calibrated.confidences(weights)
    chosen = thresholds(sure, targets > 0, violates[violates], BETA_OF_BOTH)
    over[violates] = 1 / (1 + (1 / chosen - 1) * np.exp(-CAUTION))
    return replace(calibrated, thresholds=over)
