"""What understanding hears in one message: the JSON of `silkdesk understand`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from bot.core.words import Address

JsonDict = dict[str, Any]
ELSEWHERE = ("messenger", "phone", "email", "url")
"""Findings that name a place where the talk could go on."""

SURE = 0.7
"""Confidence from which a message is believed to be in a language."""


@dataclass(frozen=True)
class HeardAct:
    """A dialogue act with its confidence (0 to 1) and its place, in code points of the message."""

    act: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    """Something certain by form, such as a phone number; `value` is its normalised content."""

    kind: str
    start: int
    end: int
    value: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class HeardSegment:
    """A sentence or clause with its place; `language` is None where it is too short to tell, or another."""

    start: int
    end: int
    language: str | None = None


@dataclass(frozen=True)
class Surface:
    """Words counted, places of misspelled ones, and whether the text shouts in capitals."""

    words: int = 0
    misspelled: tuple[tuple[int, int], ...] = ()
    capitals: bool = False


@dataclass(frozen=True)
class Heard:
    """One message as the bot heard it. `language` is en, de, ru, es, zh or None (unsure, another)."""

    text: str
    language: str | None = None
    language_confidence: float = 0.0
    acts: tuple[HeardAct, ...] = ()
    findings: tuple[Finding, ...] = ()
    address: Address | None = None
    surface: Surface = Surface()
    segments: tuple[HeardSegment, ...] = ()

    @property
    def sure_language(self) -> str | None:
        """The language, where it is sure enough to be believed."""
        return self.language if self.language_confidence >= SURE else None

    @property
    def act_ids(self) -> tuple[str, ...]:
        """The acts' ids in order of place, each once."""
        return tuple(dict.fromkeys(a.act for a in self.acts))

    def to_json(self) -> JsonDict:
        """The contract's object, confidences rounded to 4 places."""
        return {
            "text": self.text,
            "language": self.language,
            "language_confidence": round(self.language_confidence, 4),
            "acts": [
                {"act": a.act, "confidence": round(a.confidence, 4), "start": a.start, "end": a.end}
                for a in self.acts
            ],
            "findings": [
                {"kind": f.kind, "start": f.start, "end": f.end, "value": dict(f.value)}
                for f in self.findings
            ],
            "address": self.address,
            "surface": {
                "words": self.surface.words,
                "misspelled": [{"start": s, "end": e} for s, e in self.surface.misspelled],
                "capitals": self.surface.capitals,
            },
            "segments": [{"start": s.start, "end": s.end, "language": s.language} for s in self.segments],
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Heard:
        """Reads what `to_json` wrote; keys that are missing take their defaults."""
        surface = data.get("surface") or {}
        return Heard(
            text=str(data.get("text") or ""),
            language=data.get("language"),
            language_confidence=float(data.get("language_confidence") or 0.0),
            acts=tuple(
                HeardAct(a["act"], float(a["confidence"]), int(a["start"]), int(a["end"]))
                for a in data.get("acts") or ()
            ),
            findings=tuple(
                Finding(f["kind"], int(f["start"]), int(f["end"]), f.get("value") or {})
                for f in data.get("findings") or ()
            ),
            address=cast("Address | None", data.get("address")),
            surface=Surface(
                words=int(surface.get("words") or 0),
                misspelled=tuple((int(m["start"]), int(m["end"])) for m in surface.get("misspelled") or ()),
                capitals=bool(surface.get("capitals")),
            ),
            segments=tuple(
                HeardSegment(int(s["start"]), int(s["end"]), s.get("language"))
                for s in data.get("segments") or ()
            ),
        )
