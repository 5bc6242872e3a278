"""Practices that are over, as transcripts to grade again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from bot.buyer.scenario import Scenario
from bot.core.transcript import Transcript
from bot.service import wire
from bot.service.cards import played
from bot.store.records import Attempt, Selection, StoredTurn


class Keeps(Protocol):
    """What is needed of the store."""

    def finished(self, wanted: Selection) -> list[str]: ...
    def get(self, attempt: str) -> Attempt | None: ...
    def turns(self, attempt: str) -> list[StoredTurn]: ...


def transcripts(store: Keeps, scenarios: Mapping[str, Scenario], wanted: Selection) -> Iterator[Transcript]:
    """Each wanted practice that is over, the oldest first; one whose scenario or language is gone is none."""
    for id in store.finished(wanted):
        attempt = store.get(id)
        scenario = played(attempt, scenarios) if attempt else None
        if attempt and scenario:
            yield wire.transcript(attempt, scenario, store.turns(id))
