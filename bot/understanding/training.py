"""Trains the head on taught sentences. Needs scipy, so it runs in Rasa's environment alone."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.words import LANGUAGES
from bot.understanding.fitting import Fit, fit
from bot.understanding.head import Floats, Head, centred, weighted_ngrams
from bot.understanding.ngrams import ngrams
from bot.understanding.thresholds import thresholds

COLUMNS = 1 << 16
"""Into how many columns n-grams are hashed."""
FOLDS = 5


@dataclass(frozen=True)
class Taught:
    """One taught sentence with its acts, the main one first."""

    text: str
    acts: tuple[str, ...]
    language: str | None


def train(taught: Sequence[Taught], vectors: Floats, encoder: str, groups: Mapping[str, str]) -> Head:
    """A head for the acts in `groups` (act id to group), whose thresholds come from held-out sentences."""
    held_out = np.zeros((len(taught), len(groups)), np.float32)
    folds = np.array([zlib.crc32(sentence.text.encode()) % FOLDS for sentence in taught])
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        if len(inside) and len(outside):
            head = _fitted([taught[i] for i in inside], vectors[inside], encoder, groups)
            held_out[outside] = head.confidences(
                [taught[i].text for i in outside],
                vectors[outside],
                [taught[i].language for i in outside],
            )
    whole = _fitted(taught, vectors, encoder, groups)
    return replace(
        whole, thresholds=thresholds(held_out, _targets(taught, tuple(groups)), tuple(groups.values()))
    )
