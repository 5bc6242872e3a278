"""Keeps nothing of talks that come through web, which stores them itself; all others stay in memory."""

from __future__ import annotations

from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.channel import NAME


class SilkdeskTrackerStore(InMemoryTrackerStore):
    """So a turn costs the same at the end of a talk as at its start, and any worker serves any turn."""

    def __init__(self, domain: Domain, event_broker: EventBroker | None = None, **_: Any) -> None:
        super().__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        if tracker.get_latest_input_channel() != NAME:
            await super().save(tracker)
