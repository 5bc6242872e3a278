"""Talks of web leave nothing behind in the bot; a terminal's talk goes on."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_store import SilkdeskTrackerStore


@pytest.mark.parametrize(("channel", "kept"), [("silkdesk", False), ("cmdline", True)])
def test_only_other_channels_are_kept(channel: str, kept: bool) -> None:
    store = SilkdeskTrackerStore(Domain.empty())
    tracker = DialogueStateTracker.from_events("a", [UserUttered("hi", input_channel=channel)], [])
    asyncio.run(store.save(tracker))
    assert (asyncio.run(store.retrieve("a")) is not None) is kept
