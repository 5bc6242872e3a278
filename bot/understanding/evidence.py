"""What speaks for each act in a passage, seen in three views: its clauses, its sentences, and as a whole.

A clause alone tells a second act beside the first; the sentence and the passage tell what a clause cut from
them would only seem to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from bot.understanding.head import Floats
from bot.understanding.segments import Segment, segments

KINDS = 6
"""Numbers that speak for an act: of each view its best share, and whether it leads in a part of it."""
LOWEST = -8.0
"""Logarithm of a share below which shares say nothing more."""

Spoken = tuple[str, str | None]
"""A text and its language."""
Shares = Callable[[Sequence[Spoken]], Floats]
"""The share of each act in each text, as logarithms; shape (texts, acts)."""


@dataclass(frozen=True)
class Passage:
    """Clauses that are read together, and their language."""

    clauses: tuple[Segment, ...]
    language: str | None

    @property
    def views(self) -> tuple[list[Spoken], list[Spoken], list[Spoken]]:
        """The texts of the clauses, the sentences and the whole."""
        texts = (
            [c.text for c in self.clauses],
            [c.sentence for c in self.clauses],
            [self.clauses[0].passage],
        )
        clauses, sentences, whole = (
            [(text, self.language) for text in dict.fromkeys(view)] for view in texts
        )
        return clauses, sentences, whole


@dataclass(frozen=True)
class Evidence:
    """Of one passage: `shares` (clauses, acts) as logarithms, and `weights` (acts, KINDS)."""

    shares: Floats
    weights: Floats


def passages(message: str, language: str | None) -> list[Passage]:
    """The passages of a message."""
    together = groupby(segments(message), key=lambda segment: segment.passage)
    return [Passage(tuple(clauses), language) for _, clauses in together]


def gather(read: Sequence[Passage], shares: Shares) -> list[Evidence]:
    """The evidence in each passage; `shares` is asked once, for all texts."""
    row = {text: i for i, text in enumerate(dict.fromkeys(t for p in read for view in p.views for t in view))}
    if not row:
        return []
    told = shares(list(row))
    return [
        Evidence(
            told[[row[clause.text, passage.language] for clause in passage.clauses]],
            np.stack(
                [kind for view in passage.views for kind in _kinds(told[[row[t] for t in view]])], axis=1
            ),
        )
        for passage in read
    ]


def _kinds(shares: Floats) -> tuple[Floats, Floats]:
    """The best share of each act in one view, and whether it leads in a part."""
    leads = np.zeros(shares.shape[1])
    leads[shares.argmax(1)] = 1.0
    return np.maximum(shares.max(0), LOWEST), leads
