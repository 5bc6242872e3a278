"""Hears what a buyer does in a turn of real talk; practices write it down themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import numpy as np

from bot.core.errors import NotReady
from bot.core.transcript import Move
from bot.understanding.evidence import Evidence, gather, passages
from bot.understanding.head import Floats, Head
from bot.understanding.hearing import LIKELY
from bot.understanding.segments import segments

OTHER = "other"
WISH = "wish_"
"""How the ids of forbidden wishes begin."""


class Reads(Protocol):
    """What hearing moves needs of understanding: vectors, which it remembers from hearing acts."""

    @property
    def encoder(self) -> str:
        """Checksum of what the vectors depend on."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of unit length for each text."""


class BuyerEars:
    """Hears moves with the head that was trained on catalogue/moves."""

    def __init__(self, reader: Reads, head: Head) -> None:
        """Raises NotReady where the head was trained on another encoder's vectors."""
        if head.encoder != reader.encoder:
            raise NotReady("the model was trained with another encoder; run `make train`")
        self._reader = reader
        self._head = head
        self._innocent = np.array([not move.startswith(WISH) for move in head.acts])

    @property
    def digest(self) -> str:
        """Checksum of the trained weights."""
        return self._head.digest

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        """The moves of one turn in order of place, each once; `other` where there is none.

        Where none is sure, the likeliest is heard, but never a forbidden wish.
        """
        clauses = segments(text)
        shares = partial(self._head.shares_of, encode=self._reader.vectors)
        evidence = gather(passages(clauses, [None] * len(clauses), language), shares)
        heard = dict.fromkeys(move for one in evidence for move in self._over_threshold(one))
        named = [move for move in heard or [self._likeliest(evidence)] if move != OTHER]
        return tuple(Move(move) for move in named or [OTHER])

    def _over_threshold(self, evidence: Evidence) -> list[str]:
        """The moves of a passage, by the clause that speaks most for each."""
        sure = self._head.confidences(evidence.weights)
        over = np.flatnonzero(sure >= self._head.thresholds)
        ranked = sorted(map(int, over), key=lambda i: (int(evidence.shares[:, i].argmax()), -sure[i]))
        return [self._head.acts[i] for i in ranked]

    def _likeliest(self, evidence: Sequence[Evidence]) -> str:
        """The surest innocent move of a turn; `other` where even that is not likely."""
        sure = [self._head.confidences(one.weights) * self._innocent for one in evidence]
        best = np.max(sure, axis=0, initial=0.0)
        return self._head.acts[int(best.argmax())] if best.max() >= LIKELY else OTHER
