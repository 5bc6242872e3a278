"""What authors, kinds of goods and languages that were not taught get right, and what more sentences bring.

Counts the surest act of whole sentences by the head alone, with vectors as they are: where the encoder was
tuned on the same sentences, what is left out here was not left out there, and the figures flatter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bot.core.heard import JsonDict
from bot.core.text import checksum
from bot.core.words import LANGUAGES
from bot.understanding.features import Taught, features, language_means, targets_of
from bot.understanding.head import Floats
from bot.understanding.logistic import fit

SHARES = (0.0625, 0.125, 0.25, 0.5, 1.0)
"""Shares of the taught sentences, each within the next."""
PARTS = 4
"""Into how many parts the worlds of goods fall, each left out once."""


class Generalisation:
    """Trains on some sentences and tests on others, all of them given once with their vectors."""

    def __init__(self, sentences: Sequence[Taught], vectors: Floats, groups: Mapping[str, str]) -> None:
        self._known, _ = features(sentences, vectors, language_means(sentences, vectors))
        self._languages = np.array([sentence.language for sentence in sentences])
        self._order = np.array([checksum(sentence.text) for sentence in sentences])
        self._acts = targets_of(sentences, tuple(groups))
        self._main = np.array([list(groups).index(sentence.acts[0]) for sentence in sentences])

    def by_author(self, authors: Sequence[str]) -> dict[str, JsonDict]:
        """Author to the figures by language, trained on all others; "" is no author."""
        written = np.array(authors)
        return {
            author: self._trained_and_tested((written != author) & (written != ""), written == author)
            for author in sorted({*authors} - {""})
        }

    def by_world(self, worlds: Sequence[str | None]) -> JsonDict:
        """The figures by language of sentences that name a world of goods, trained on those of no such world.

        The worlds are left out in four parts; sentences without one are always trained on and never tested.
        """
        parts = np.array([checksum(world) % PARTS if world else PARTS for world in worlds])
        surest = np.zeros(len(parts), np.int64)
        for part in {*parts.tolist()} - {PARTS}:
            surest[parts == part] = self._surest(parts != part, parts == part)
        return self._figures(parts < PARTS, surest[parts < PARTS])

    def by_language(self) -> JsonDict:
        """The figures of each language's sentences, trained on the other languages alone."""
        found: JsonDict = {}
        for language in {*self._languages.tolist()}:
            spoken = self._languages == language
            found |= self._trained_and_tested(~spoken, spoken)
        return found

    def curve(self, tests: Sequence[bool]) -> list[JsonDict]:
        """The figures of `tests` by language, trained on ever more of the other sentences."""
        tested = np.array(tests)
        limits = [np.quantile(self._order[~tested], share) for share in SHARES]
        chosen = [~tested & (self._order <= limit) for limit in limits]
        return [{"sentences": int(rows.sum()), **self._trained_and_tested(rows, tested)} for rows in chosen]

    def _trained_and_tested(self, trained: Any, tested: Any) -> JsonDict:
        return self._figures(tested, self._surest(trained, tested))

    def _surest(self, trained: Any, tested: Any) -> Any:
        rows = np.flatnonzero(trained)
        mixed = rows[np.argsort(self._order[rows], kind="stable")]
        weights = fit(self._known.rows(mixed), self._acts[mixed] / self._acts[mixed].sum(1, keepdims=True))
        return weights.scores(self._known.rows(np.flatnonzero(tested))).argmax(1)

    def _figures(self, tested: Any, surest: Any) -> JsonDict:
        return figures(self._acts[tested], self._main[tested], surest, self._languages[tested])


def figures(acts: Floats, main: Any, surest: Any, languages: Any) -> JsonDict:
    """Language to `right`, the share whose surest act is one of theirs, and `f1`, the mean F1 of their acts.

    `acts` has shape (sentences, acts); a sentence counts under the surest act where that is right, else under
    its main act.
    """
    right = acts[np.arange(len(surest)), surest] > 0
    wanted = np.where(right, surest, main)
    spoken = {language: languages == language for language in LANGUAGES}
    return {
        language: {
            "right": round(float(right[rows].mean()), 3),
            "f1": round(_f1(wanted[rows], surest[rows]), 3),
        }
        for language, rows in spoken.items()
        if rows.any()
    }


def _f1(wanted: Any, got: Any) -> float:
    acts = np.unique(wanted)
    hits = [((wanted == act) & (got == act)).sum() for act in acts]
    counted = [(wanted == act).sum() + (got == act).sum() for act in acts]
    return float(np.mean(2 * np.array(hits) / np.array(counted)))
