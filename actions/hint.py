"""The trainee asks for a hint."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot import bootstrap
from bot.service import coach


class ActionHint(Action):
    """A ladder of hints: topic, rule, phrases."""

    def name(self) -> str:
        return "action_hint"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Sends the hint that web asks for; a terminal gets the clearest one as text."""
        base = await asyncio.to_thread(bootstrap.knowledge_base)
        metadata = tracker.latest_message.get("metadata") or {}
        ...
        return []
