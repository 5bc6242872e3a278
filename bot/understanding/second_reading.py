"""What may be a violation is read a second time, with the vectors as they were before tuning.

Two readings err in different places: what both find in their own way is surer than what one does. Source of
the idea: Dietterich, Ensemble methods in machine learning, 2000.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.core.errors import NotReady
from bot.encoder.runtime import QUERY
from bot.understanding.evidence import Evidence, gather
from bot.understanding.head import Floats, Head
from bot.understanding.hearing import Weighed

WEIGHTS = Path(__file__).parent / "weights" / "second.npz"
"""The head that `make second-reading` fitted on the project's sentences, shipped with it."""
DOUBTFUL, CERTAIN = 0.2, 0.9
"""Confidences of the first reading between which a violation is in doubt, and its passage is read again.

When every passage was read again from .03 on, none of the 512 beyond these, in 2,250 messages of the
project's own test sets, was judged anew.
"""


class Published(Protocol):
    """What the second reading needs of the encoder as published."""

    digest: str

    def encode(self, texts: Sequence[str], prefix: str = "") -> Floats:
        """One vector of unit length a text."""


class SecondReading:
    """Weighs violations anew; its head's curve takes the evidence of both readings, the first's first."""

    def __init__(self, encoder: Published, head: Head) -> None:
        """Raises NotReady where the head was trained on another encoder's vectors."""
        if head.encoder != encoder.digest:
            raise NotReady("the second reading was fitted with another encoder; run `make second-reading`")
        self._encoder = encoder
        self._head = head

    @classmethod
    def shipped(cls, encoder: Published) -> SecondReading:
        """As the project comes; raises NotReady where the file is missing or broken."""
        try:
            return cls(encoder, Head.from_bytes(WEIGHTS.read_bytes()))
        except OSError as error:
            raise NotReady(f"second reading unreadable: {error}; get it from the repository") from None

    @property
    def digest(self) -> str:
        """Checksum of the trained weights."""
        return self._head.digest

    def weigh(self, read: Sequence[Weighed]) -> list[Weighed]:
        """The same passages, with violations that were in doubt as both readings together have them."""
        doubtful = [self._doubtful(one) for one in read]
        shares = partial(self._head.shares_of, encode=partial(self._encoder.encode, prefix=QUERY))
        again = iter(gather([one.passage for one, yes in zip(read, doubtful, strict=True) if yes], shares))
        return [self._both(one, next(again)) if yes else one for one, yes in zip(read, doubtful, strict=True)]

    def _doubtful(self, one: Weighed) -> bool:
        sure = one.sure[self._head.violations]
        return bool(((sure >= DOUBTFUL) & (sure < CERTAIN)).any())

    def _both(self, first: Weighed, second: Evidence) -> Weighed:
        weights = np.concatenate([first.evidence.weights, second.weights], axis=1)
        sure = np.where(self._head.violations, self._head.confidences(weights), first.sure)
        over = np.where(self._head.violations, sure >= self._head.thresholds, first.over)
        return replace(first, sure=sure, over=over)
