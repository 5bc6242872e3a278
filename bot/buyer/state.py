"""The buyer's mind between two turns: frozen, and plain JSON on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from bot.buyer.scenario import Band, Item, NeedUse
from bot.core.heard import JsonDict
from bot.core.words import Cefr, Ending, Language

NeedStatus = Literal["open", "asked", "misled", "met", "dropped"]
TrapStatus = Literal["open", "set", "caught", "declined", "dropped", "forestalled"]
CALM, ANNOYED = 0.55, 0.3
"""Mood from which a buyer is calm, and below which angry."""


@dataclass(frozen=True)
class NeedState:
    """One need on the agenda. `demand` is what is asked at the moment, in per cent, and `offered` what was
    offered last; `offers` counts.
    """

    status: NeedStatus = "open"
    pressed: int = 0
    eased: int = 0
    refused: int = 0
    offers: int = 0
    offered: float | None = None
    demand: float = 0.0


@dataclass(frozen=True)
class TrapState:
    """One trap. `caught` counts how often the agent fell for it; forestalled: it spoke of it first."""

    status: TrapStatus = "open"
    pressed: int = 0
    caught: int = 0


@dataclass(frozen=True)
class BuyerState:
    """Everything the engine knows between turns; mood and patience lie between 0 and 1.

    `dates` and `dispatch`: the days last named for the goods to come, and to leave. `due`: seconds from the
    buyer's turn by which the agent said it would be back; `agent`: the name under its last letter that bore
    one; `buyer`: who speaks; `opened`: the first words of its last turns; `cefr`: the level of text that it
    prefers.
    """

    language: Language
    platform: str
    country: str
    seed: int
    today: str
    mood: float
    patience: float
    needs: Mapping[str, NeedState]
    traps: Mapping[str, TrapState]
    turn: int = 0
    told: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    acts: Mapping[str, int] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    dispatch: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    silences: int = 0
    due: float | None = None
    agent: str = ""
    buyer: str = ""
    cefr: Cefr | None = None
    closing: bool = False
    ended: Ending | None = None

    @property
    def band(self) -> Band:
        """The mood as the lines are sorted by."""
        if self.mood >= CALM:
            return "calm"
        return "annoyed" if self.mood >= ANNOYED else "angry"

    def of(self, item: Item) -> NeedState | TrapState:
        """Where a need or trap stands."""
        return self.needs[item.id] if isinstance(item, NeedUse) else self.traps[item.id]

    def to_json(self) -> JsonDict:
        """Plain JSON; `from_json` reads it."""
        return {
            key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> BuyerState:
        """Reads what `to_json` wrote; raises KeyError or TypeError for anything else."""
        known = dict(data)
        for key in ("told", "used", "opened", "said", "dates", "dispatch", "focus"):
            known[key] = tuple(known.get(key, ()))
        known["needs"] = {id: NeedState(**need) for id, need in known["needs"].items()}
        known["traps"] = {id: TrapState(**trap) for id, trap in known["traps"].items()}
        return BuyerState(**known)


def outcome(state: BuyerState) -> dict[str, str]:
    """Each need as the contract's `play` prints it: met, open or dropped."""
    shown = {"met": "met", "dropped": "dropped"}
    return {id: shown.get(need.status, "open") for id, need in state.needs.items()}
