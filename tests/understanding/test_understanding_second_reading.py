"""A violation is heard where two readings together are sure of it; other acts by the first alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import pytest

from bot.core.errors import NotReady
from bot.core.words import LANGUAGES
from bot.understanding.evidence import KINDS, gather, passages
from bot.understanding.head import Floats, Head
from bot.understanding.hearing import Weighed, weighed
from bot.understanding.second_reading import CERTAIN, DOUBTFUL, SecondReading
from bot.understanding.segments import segments

ACTS, GROUPS = ("thank", "violate_rude"), ("courtesy", "violate")


class Told:
    """An encoder to which each text is what it was told to be; `asked` counts its texts."""

    digest = "told"

    def __init__(self, vector: tuple[float, float]) -> None:
        self._vector, self.asked = np.array(vector), 0

    def encode(self, texts: Sequence[str], prefix: str = "") -> Floats:  # noqa: ARG002
        self.asked += len(texts)
        vectors: Floats = np.stack([self._vector / np.linalg.norm(self._vector)] * len(texts))
        return vectors


def head(curve: Floats, threshold: float) -> Head:
    """Hears the act along whose axis a vector lies."""
    return Head(
        encoder="told",
        acts=ACTS,
        groups=GROUPS,
        languages=LANGUAGES,
        means=np.zeros((len(LANGUAGES) + 1, 2)),
        dense=np.eye(2) * 8,
        sparse=np.zeros((1, 2)),
        rarity=np.zeros(1),
        bias=np.zeros(2),
        curve=curve,
        thresholds=np.full(2, threshold),
    )


ONE = np.array([1.0, *[0.0] * (KINDS - 1), 1.0])
"""The confidence follows the clause's share."""
BOTH = np.array([*ONE[:-1], *ONE[:-1], 1.0])
"""It follows the shares of both readings."""
STEEP = ONE * 4
"""It is high or low, with little between."""


def first(vector: tuple[float, float], curve: Floats = ONE) -> Weighed:
    """What the first reading makes of a message that its encoder sees so."""
    read = passages(segments("Whatever it is that I say."), [None], "en")
    own = head(curve, 0.5)
    [evidence] = gather(read, partial(own.shares_of, encode=Told(vector).encode))
    return weighed(own, read[0], evidence)


def test_what_only_the_first_reading_finds_is_not_heard() -> None:
    suspected = first((0.1, 1.0))
    assert suspected.over.tolist() == [False, True]
    [agreed] = SecondReading(Told((0.0, 1.0)), head(BOTH, 0.5)).weigh([suspected])
    [doubted] = SecondReading(Told((1.0, 0.0)), head(BOTH, 0.5)).weigh([suspected])
    assert agreed.over.tolist() == [False, True]
    assert doubted.over.tolist() == [False, False]
    assert doubted.sure[1] < DOUBTFUL < agreed.sure[1]


def test_innocent_acts_are_heard_once() -> None:
    thanks = first((1.0, 0.5))
    [again] = SecondReading(Told((0.0, 1.0)), head(BOTH, 0.5)).weigh([thanks])
    assert again.sure[0] == thanks.sure[0]
    assert again.over[0]


@pytest.mark.parametrize("vector", [(1.0, -1.0), (-1.0, 1.0)])
def test_what_nobody_doubts_is_not_read_again(vector: tuple[float, float]) -> None:
    published = Told((0.0, 1.0))
    blameless_or_guilty = first(vector, STEEP)
    assert not DOUBTFUL <= blameless_or_guilty.sure[1] < CERTAIN
    assert SecondReading(published, head(BOTH, 0.5)).weigh([blameless_or_guilty]) == [blameless_or_guilty]
    assert published.asked == 0


def test_another_encoder_is_refused() -> None:
    other = Told((0.0, 1.0))
    other.digest = "other"
    with pytest.raises(NotReady, match="make second-reading"):
        SecondReading(other, head(BOTH, 0.5))
