"""What an author who was not taught gets right, and what more sentences bring.

Counts the surest act of whole sentences by the head alone, with vectors as they are: as the encoder's layers
were tuned on the same sentences, the figures of authors flatter; compare them with each other.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.understanding.features import Taught, features, language_means, targets_of
from bot.understanding.head import Floats
from bot.understanding.logistic import fit

SHARES = (0.125, 0.25, 0.5, 1.0)
"""Shares of the taught sentences, each within the next."""


class Generalisation:
    """Trains on some sentences and tests on others, all of them given once with their vectors."""

    def __init__(self, sentences: Sequence[Taught], vectors: Floats, groups: Mapping[str, str]) -> None:
        self._known, _ = features(sentences, vectors, language_means(sentences, vectors))
        self._languages = np.array([sentence.language for sentence in sentences])
        self._order = np.array([zlib.crc32(s.text.encode("utf-8", "surrogatepass")) for s in sentences])
        self._acts = targets_of(sentences, tuple(groups))

    def by_author(self, authors: Sequence[str]) -> dict[str, JsonDict]:
        """Author to the share right by language, trained on all others; "" is no author."""
        written = np.array(authors)
        return {
            author: self._right((written != author) & (written != ""), written == author)
            for author in sorted({*authors} - {""})
        }

    def curve(self, tests: Sequence[bool]) -> list[JsonDict]:
        """The share of `tests` right by language, trained on ever more of the other sentences."""
        tested = np.array(tests)
        limits = [np.quantile(self._order[~tested], share) for share in SHARES]
        chosen = [~tested & (self._order <= limit) for limit in limits]
        return [{"sentences": int(rows.sum()), **self._right(rows, tested)} for rows in chosen]

    def _right(self, trained: Any, tested: Any) -> JsonDict:
        rows = np.flatnonzero(trained)
        mixed = rows[np.argsort(self._order[rows], kind="stable")]
        weights = fit(self._known.rows(mixed), self._acts[mixed] / self._acts[mixed].sum(1, keepdims=True))
        surest = weights.scores(self._known.rows(np.flatnonzero(tested))).argmax(1)
        right = self._acts[tested][np.arange(len(surest)), surest] > 0
        spoken = self._languages[tested]
        return {
            language: round(float(right[spoken == language].mean()), 3)
            for language in LANGUAGES
            if (spoken == language).any()
        }
