"""What speaks for each act in a passage, seen in three views: its clauses, its sentences, and as a whole.

A clause alone tells a second act beside the first; the sentence and the passage tell what a clause cut from
them would only seem to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np

from bot.understanding.contrasts import Compared
from bot.understanding.head import Floats, Spoken
from bot.understanding.polarity import invites_elsewhere
from bot.understanding.reported import reported
from bot.understanding.segments import Segment

KINDS = 6
"""Numbers that speak for an act: of each view its best share, and whether it leads in a part of it."""
LOWEST = -8.0
"""Logarithm of a share below which shares say nothing more."""

_GOES_ON = re.compile(r"\W*(?:where|there|which|wo|dort|da|где|там|donde|all[íi])\b", re.IGNORECASE)

Shares = Callable[[Sequence[Spoken]], Floats]
"""The share of each act in each text, as logarithms; shape (texts, acts)."""


@dataclass(frozen=True)
class Passage:
    """Clauses that are read together, and the language of each."""

    clauses: tuple[Segment, ...]
    languages: tuple[str | None, ...]

    @property
    def views(self) -> tuple[list[Spoken], list[Spoken], list[Spoken]]:
        """The clauses, the sentences, and the whole."""
        spoken = list(zip(self.clauses, self.languages, strict=True))
        clauses = [(clause.text, language) for clause, language in spoken]
        sentences = list(dict.fromkeys((clause.sentence, language) for clause, language in spoken))
        return clauses, sentences, [(self.clauses[0].passage, self.languages[0])]

    @cached_property
    def compared(self) -> Compared:
        """The clauses with the spans of time that they set against each other."""
        return Compared.of([clause.text for clause in self.clauses])

    @cached_property
    def reported(self) -> frozenset[int]:
        """The clauses that only report the words of others."""
        return reported([clause.text for clause in self.clauses])


@dataclass(frozen=True)
class Evidence:
    """Of one passage: `shares` (clauses, acts) and those of the `whole` (acts), `weights` (acts, KINDS)."""

    shares: Floats
    whole: Floats
    weights: Floats


def passages(
    message: Sequence[Segment], languages: Sequence[str | None], language: str | None
) -> list[Passage]:
    """The passages of a message; a clause of no told language is taken for one in `language`."""
    spoken = [(clause, own or language) for clause, own in zip(message, languages, strict=True)]
    together = (list(group) for _, group in groupby(spoken, key=lambda pair: pair[0].passage))
    return [Passage(tuple(c for c, _ in group), tuple(own for _, own in group)) for group in together]


def apart(message: Sequence[Segment]) -> list[Segment]:
    """The clauses; a certain invitation is read by itself, so that it drowns no other.

    What only goes on about the place (“where I answer faster”) is read as it stands.
    """
    told = [invites_elsewhere(one.text, one.passage) for one in message]
    if not any(told):
        return list(message)
    found: list[Segment] = []
    for certain, pairs in groupby(zip(message, told, strict=True), key=lambda pair: pair[1]):
        run = [clause for clause, _ in pairs]
        found += [
            clause if _GOES_ON.match(clause.text) else _among([clause] if certain else run, clause)
            for clause in run
        ]
    return found


def _among(run: Sequence[Segment], clause: Segment) -> Segment:
    """The clause with what these clauses alone hold of its sentence and passage."""
    sentence = " ".join(one.text for one in run if one.sentence == clause.sentence)
    passage = " ".join(one.text for one in run if one.passage == clause.passage)
    return replace(clause, sentence=sentence, passage=passage)


def gather(read: Sequence[Passage], shares: Shares) -> list[Evidence]:
    """The evidence in each passage; `shares` is asked once, for all texts."""
    views = [passage.views for passage in read]
    row = {text: i for i, text in enumerate(dict.fromkeys(t for v in views for view in v for t in view))}
    if not row:
        return []
    told = shares(list(row))
    return [
        Evidence(
            shares=told[[row[text] for text in clauses]],
            whole=told[row[whole[0]]],
            weights=np.stack(
                [
                    kind
                    for view in (clauses, sentences, whole)
                    for kind in _kinds(told[[row[t] for t in view]])
                ],
                axis=1,
            ),
        )
        for clauses, sentences, whole in views
    ]


def _kinds(shares: Floats) -> tuple[Floats, Floats]:
    """The best share of each act in one view, and whether it leads in a part."""
    leads = np.zeros(shares.shape[1])
    leads[shares.argmax(1)] = 1.0
    return np.maximum(shares.max(0), LOWEST), leads
