"""Taught sentences as numbers: vectors without their language's mean, and weighted n-grams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.core.words import LANGUAGES
from bot.understanding.head import Floats, centred
from bot.understanding.ngrams import columns_of, strength

COLUMNS = 1 << 15
"""Into how many columns n-grams are hashed."""


@dataclass(frozen=True)
class Taught:
    """One taught sentence with its acts, the main one first."""

    text: str
    acts: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Features:
    """A row for each sentence, of unit length in both parts: `dense` (n, 384), `sparse` (n, COLUMNS)."""

    dense: Floats
    sparse: Any

    def rows(self, chosen: Any) -> Features:
        """The features of the chosen rows."""
        return Features(self.dense[chosen], self.sparse[chosen])

    def without_ngrams(self) -> Features:
        """The same sentences with an empty column in place of all n-grams."""
        from scipy.sparse import csr_matrix

        return Features(self.dense, csr_matrix((len(self.dense), 1), dtype=np.float32))


def language_means(taught: Sequence[Taught], vectors: Floats) -> Floats:
    """The mean vector of each language in order, and of all sentences in the last row."""
    spoken = np.array([t.language for t in taught])
    rows = [vectors[spoken == language] for language in LANGUAGES]
    means: Floats = np.stack([r.mean(0) if len(r) else vectors.mean(0) for r in [*rows, vectors]])
    return means


def features(taught: Sequence[Taught], vectors: Floats, means: Floats) -> tuple[Features, Floats]:
    """The features of all sentences, and how rare each n-gram is among them."""
    dense = centred(vectors, [t.language for t in taught], LANGUAGES, means).astype(np.float32)
    rarity, sparse = _tfidf([t.text for t in taught])
    return Features(dense, sparse), rarity


def targets_of(taught: Sequence[Taught], acts: Sequence[str]) -> Floats:
    """1 where a sentence does an act, else 0; shape (sentences, acts)."""
    column = {act: i for i, act in enumerate(acts)}
    targets = np.zeros((len(taught), len(acts)), np.float32)
    for row, sentence in enumerate(taught):
        targets[row, [column[act] for act in sentence.acts]] = 1.0
    return targets


def _tfidf(texts: Sequence[str]) -> tuple[Floats, Any]:
    from scipy.sparse import csr_matrix

    filled = [columns_of(text, COLUMNS) for text in texts]
    starts = np.concatenate([[0], np.cumsum([len(columns) for columns in filled])])
    columns = np.concatenate(filled)
    sparse = csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(texts), COLUMNS))
    sparse.sum_duplicates()
    seen = np.bincount(sparse.indices, minlength=COLUMNS)
    rarity = np.where(seen > 0, np.log((1 + len(texts)) / (1 + seen)) + 1, 0).astype(np.float32)
    sparse.data = strength(sparse.data) * rarity[sparse.indices]
    lengths = np.sqrt(np.asarray(sparse.power(2).sum(1)).ravel())
    sparse.data /= np.repeat(lengths, np.diff(sparse.indptr))
    return rarity, sparse
