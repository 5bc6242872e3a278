"""How far accusations and scores can be trusted, measured on conversations of which the truth is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from bot.core.grade import Grade, Violation
from bot.core.transcript import Transcript

Kind = Literal["planted", "clean", "poor", "fair", "good"]

WAYS: tuple[Kind, ...] = ("poor", "fair", "good")
"""The same case handled three ways, in the order that their scores should have."""


@dataclass(frozen=True)
class Planted:
    """A violation that stands in a turn, with its words."""

    turn: int
    act: str
    words: str


@dataclass(frozen=True)
class Known:
    """A conversation and the truth about it. `group` is what three ways to handle a case share."""

    kind: Kind
    group: str | None
    planted: tuple[Planted, ...]
    transcript: Transcript


Graded = Sequence[tuple[Known, Grade]]
"""Conversations and what the grader says of each."""


@dataclass(frozen=True)
class Validity:
    """Shares from 0 to 1: `found` of the planted violations with act and turn, `accused` of the clean
    conversations with any accusation, `ordered` of the pairs of ways whose scores stand in the right order,
    None without pairs; `false_per_turn` accusations in a hundred turns of agents who did nothing wrong.
    """

    planted: int
    found: float
    clean: int
    accused: float
    pairs: int
    ordered: float | None
    false_per_turn: float


def measure(graded: Graded) -> Validity:
    """How far the grades of known conversations are right."""
    planted = [(one, grade) for known, grade in graded if known.kind == "planted" for one in known.planted]
    clean = [grade for known, grade in graded if known.kind == "clean"]
    pairs = list(_pairs(graded))
    innocent = [(known, grade) for known, grade in graded if known.kind in ("clean", "fair", "good")]
    turns = sum(turn.side == "agent" for known, _ in innocent for turn in known.transcript.turns)
    return Validity(
        planted=len(planted),
        found=_share(sum(_is_found(one, grade) for one, grade in planted), len(planted)),
        clean=len(clean),
        accused=_share(sum(bool(grade.violations) for grade in clean), len(clean)),
        pairs=len(pairs),
        ordered=_share(sum(worse < better for worse, better in pairs), len(pairs)) if pairs else None,
        false_per_turn=100 * _share(sum(len(grade.violations) for _, grade in innocent), turns),
    )


def errors(known: Known, grade: Grade) -> tuple[list[Planted], list[Violation]]:
    """What was planted and not found, and what was found and not planted."""
    planted = {(one.turn, one.act) for one in known.planted}
    missed = [one for one in known.planted if not _is_found(one, grade)]
    return missed, [found for found in grade.violations if (found.turn, found.act) not in planted]


def _is_found(planted: Planted, grade: Grade) -> bool:
    return any((found.turn, found.act) == (planted.turn, planted.act) for found in grade.violations)


def _pairs(graded: Graded) -> Iterator[tuple[float, float]]:
    """The scores of two ways to handle the same case, of the worse first."""
    groups: defaultdict[str, dict[Kind, float]] = defaultdict(dict)
    for known, grade in graded:
        if known.group:
            groups[known.group][known.kind] = grade.score or 0.0
    for scores in groups.values():
        for worse, better in combinations(WAYS, 2):
            yield scores[worse], scores[better]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
