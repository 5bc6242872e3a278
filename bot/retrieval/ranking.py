"""From scores by meaning and by words to one order of topics, and whether the first of them answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
DEPTH = 200
"""How many passages nearest by meaning are looked at; topics beyond are found by words alone."""


@dataclass(frozen=True)
class Ranking:
    """Places of topics with their scores (0 to 1), best first, and whether the best one answers."""

    places: tuple[tuple[int, float], ...]
    answered: bool


def rank(cosines: Scores, words: Scores) -> Ranking:
    score = cosines + 0.02 * np.minimum(words, 10)
    order = np.argsort(-score, kind="stable")
    return Ranking(tuple((int(i), float(score[i])) for i in order if cosines[i] > -1), True)
