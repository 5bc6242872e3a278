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


ENOUGH = 0.6
"""Score from which the best topic counts as an answer; measured on tests/retrieval/questions.yml."""
NEAREST, FARTHEST = 0.92, 0.76
"""Cosines of the encoder that mean the same and nothing to do with it; between them lies all that happens."""
BY_WORDS = 0.25
"""Share of the score that words give."""
ALL_WORDS = 10.0
"""BM25 score from which more shared words say nothing more."""


def rank(cosines: Scores, words: Scores) -> Ranking:
    """Fuses nearness by meaning and by words, one of each a topic; cosine -1 stands for not admitted."""
    meaning = np.clip((cosines - FARTHEST) / (NEAREST - FARTHEST), 0, 1)
    shared = np.clip(words / ALL_WORDS, 0, 1)
    score = (1 - BY_WORDS) * meaning + BY_WORDS * shared
    order = [int(i) for i in np.argsort(-score, kind="stable") if cosines[i] > -1]
    places = tuple((i, float(score[i])) for i in order)
    return Ranking(places, bool(places) and places[0][1] >= ENOUGH)
