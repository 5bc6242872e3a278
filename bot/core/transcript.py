"""A conversation between buyer and agent, as the contract's transcript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from bot.core.heard import JsonDict
from bot.core.words import Channel, Language, Side, Stage


@dataclass(frozen=True)
class Move:
    """What a buyer does in a turn (contract/moves.yml), with the need or trap it belongs to."""

    move: str
    need: str | None = None
    trap: str | None = None

    def to_json(self) -> JsonDict:
        """Only the keys that are known."""
        data = {"move": self.move, "need": self.need, "trap": self.trap}
        return {key: value for key, value in data.items() if value is not None}


@dataclass(frozen=True)
class Turn:
    """One message of one side. `at`: seconds since the opening. `moves`: None where nobody wrote them."""

    side: Side
    at: float
    text: str
    moves: tuple[Move, ...] | None = None
    id: str | None = None
    subject: str | None = None

    def to_json(self) -> JsonDict:
        """The contract's turn."""
        data: JsonDict = {"from": self.side, "at": self.at, "text": self.text}
        if self.moves is not None:
            data["moves"] = [m.to_json() for m in self.moves]
        if self.id is not None:
            data["id"] = self.id
        if self.subject is not None:
            data["subject"] = self.subject
        return data


@dataclass(frozen=True)
class Buyer:
    """Name of the buyer and, in `form`, the title that goes before it (Frau, Mr, Sr.)."""

    name: str | None = None
    form: str | None = None


@dataclass(frozen=True)
class Transcript:
    """A whole conversation. `context` holds only what is known (paid, shipped, order_value, …)."""

    id: str
    language: Language
    platform: str
    country: str | None
    channel: Channel
    stage: Stage
    turns: tuple[Turn, ...]
    scenario: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    date: str | None = None
    buyer: Buyer = Buyer()
    mode: str | None = None
    seed: int | None = None

    def to_json(self) -> JsonDict:
        """The contract's transcript."""
        data: JsonDict = {
            "id": self.id,
            "language": self.language,
            "platform": self.platform,
            "country": self.country,
            "channel": self.channel,
            "stage": self.stage,
            "scenario": self.scenario,
            "context": dict(self.context),
            "turns": [t.to_json() for t in self.turns],
        }
        for key in ("date", "mode", "seed"):
            if getattr(self, key) is not None:
                data[key] = getattr(self, key)
        if self.buyer != Buyer():
            data["buyer"] = {"name": self.buyer.name, "form": self.buyer.form}
        return data

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Transcript:
        """Reads a transcript that has passed its schema (`bot.content.transcripts` checks it)."""
        buyer = data.get("buyer") or {}
        return Transcript(
            id=data["id"],
            language=data["language"],
            platform=data["platform"],
            country=data.get("country"),
            channel=data["channel"],
            stage=data["stage"],
            turns=tuple(_turn(t) for t in data["turns"]),
            scenario=data.get("scenario"),
            context=dict(data.get("context") or {}),
            date=data.get("date"),
            buyer=Buyer(buyer.get("name"), buyer.get("form")),
            mode=data.get("mode"),
            seed=data.get("seed"),
        )


def _turn(data: Mapping[str, Any]) -> Turn:
    moves = data.get("moves")
    return Turn(
        side=cast(Side, data["from"]),
        at=float(data["at"]),
        text=data["text"],
        moves=None if moves is None else tuple(Move(m["move"], m.get("need"), m.get("trap")) for m in moves),
        id=data.get("id"),
        subject=data.get("subject"),
    )
