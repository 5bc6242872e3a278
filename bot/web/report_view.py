"""A stored grade, arranged for the report page. Pure: JSON in, values for the template out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.heard import JsonDict
from bot.core.words import DIMENSIONS
from bot.store.records import StoredTurn
from bot.web.highlight import Segment, Span, segments

ORDER = {"no": 0, "yes": 1, "na": 2}


@dataclass(frozen=True)
class DimensionView:
    """One dimension: `score` 0 to 100 or None, `weight` 0 to 1, its checks with the broken ones first."""

    id: str
    score: float | None
    weight: float
    checks: Sequence[JsonDict]

    @property
    def judged(self) -> Sequence[JsonDict]:
        """The checks that were applicable."""
        return [check for check in self.checks if check["verdict"] != "na"]

    @property
    def excused(self) -> Sequence[JsonDict]:
        """The checks that were not."""
        return [check for check in self.checks if check["verdict"] == "na"]


@dataclass(frozen=True)
class TurnView:
    """A turn cut at its quoted words; `due` are broken checks that were due here without a quote.

    A letter has a subject.
    """

    index: int
    side: str
    at: float
    lines: Sequence[Segment]
    due: Sequence[str]
    subject: str | None = None

    def due_titles(self, titles: Mapping[str, JsonDict], language: str) -> str:
        """The titles of what was due here."""
        return " / ".join(str(titles[check][language]) for check in self.due)


def before_cap(grade: JsonDict) -> float | None:
    """The score before a cap; None where the grade is of a time that kept no losses."""
    lost = [check.get("lost") for check in grade["checks"]]
    return None if None in lost else round(100 - sum(lost), 1)


def dimensions(grade: JsonDict) -> list[DimensionView]:
    """The four dimensions in the contract's order."""
    found = []
    for name in DIMENSIONS:
        mine = [check for check in grade["checks"] if check["dimension"] == name]
        mine.sort(key=lambda check: (ORDER[check["verdict"]], not check["critical"], _share(check)))
        data: Mapping[str, Any] = grade["dimensions"].get(name) or {}
        found.append(DimensionView(name, data.get("score"), float(data.get("weight") or 0), mine))
    return found


def conversation(grade: JsonDict, turns: Sequence[StoredTurn]) -> list[TurnView]:
    """The turns with every quote of the grade marked."""
    spans: dict[int, list[Span]] = {}
    due: dict[int, list[str]] = {}
    for check in grade["checks"]:
        bad = check["verdict"] == "no"
        for evidence in check["evidence"]:
            if evidence["start"] is not None and evidence["end"] is not None:
                span = Span(evidence["start"], evidence["end"], check["id"], bad)
                spans.setdefault(evidence["turn"], []).append(span)
            elif bad:
                due.setdefault(evidence["turn"], []).append(check["id"])
    return [
        TurnView(
            t.index, t.side, t.at, segments(t.text, spans.get(t.index, ())), due.get(t.index, ()), t.subject
        )
        for t in turns
    ]


def titles(grade: JsonDict) -> dict[str, JsonDict]:
    """Check id to its title in both interface languages."""
    return {check["id"]: check["title"] for check in grade["checks"]}


def lessons(grade: JsonDict, most: int = 3) -> list[JsonDict]:
    """The broken checks that matter most: critical ones, then those that cost most points."""
    broken = [check for check in grade["checks"] if check["verdict"] == "no"]
    broken.sort(key=lambda check: (not check["critical"], check["points"] - check["of"]))
    return broken[:most]


def _share(check: JsonDict) -> float:
    return float(check["points"]) / check["of"] if check["of"] else 1.0
