"""What the store keeps, as plain values. Times are seconds since 1970 (UTC), `at` those since the opening."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.core.heard import JsonDict
from bot.core.words import Cefr, Ending, Language, Mode, Side

Status = Literal["open", "finishing", "finished"]
Fate = Literal["waiting", "turn", "coach", "late"]
"""Of a message: not yet handed over, part of a turn, meant for the coach, sent after the buyer had left."""


@dataclass(frozen=True)
class Attempt:
    """One run of a scenario by one visitor. `opened`: when the buyer's opening became readable.

    Where letters are written, it is put back at each jump of the office clock, which counts from it.
    `inbox`: shared by the attempts whose letters the visitor answers side by side, on one clock.
    `cefr`: the level of the buyer's texts that the visitor asked for. `buyer`: the name of who plays; empty
    in old attempts, where the seed tells.
    """

    id: str
    visitor: str
    scenario: str
    language: Language
    platform: str
    country: str
    seed: int
    mode: Mode
    created: float
    status: Status = "open"
    opened: float | None = None
    ending: Ending | None = None
    finished: float | None = None
    inbox: str | None = None
    cefr: Cefr | None = None
    buyer: str = ""


@dataclass(frozen=True)
class Selection:
    """Which attempts are meant: begun from `since` until before `until`; empty lists leave all in."""

    since: float | None = None
    until: float | None = None
    visitors: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()


@dataclass(frozen=True)
class Message:
    """One thing the trainee sent. `id` comes from the page and is unique in the attempt.

    `subject` is that of a letter.
    """

    id: str
    text: str
    arrived: float
    fate: Fate = "waiting"
    turn: int | None = None
    subject: str | None = None


@dataclass(frozen=True)
class StoredTurn:
    """A turn, a buyer's with its `moves` and `mood`.

    `gloss` says in Chinese what a buyer's text means, where the catalogue tells. `subject`: a letter's.
    `state` is the engine's after this turn; None where the other half of the exchange carries it.
    """

    index: int
    side: Side
    at: float
    text: str
    moves: tuple[JsonDict, ...] = ()
    state: JsonDict | None = None
    mood: float | None = None
    gloss: str | None = None
    subject: str | None = None


@dataclass(frozen=True)
class Exchange:
    """A question to the coach and the answer. `turn`: the last turn's index when it was asked."""

    id: int
    kind: Literal["rule_lookup", "hint"]
    turn: int
    asked: float
    question: str
    answer: JsonDict = field(default_factory=dict)


@dataclass(frozen=True)
class Grading:
    """One grading of an attempt; a later one is added, never written over."""

    id: int
    made: float
    grade: JsonDict
