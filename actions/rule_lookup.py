"""The trainee asks what the rules say."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot import bootstrap
from bot.service import coach


class ActionRuleLookup(Action):
    """Answers from the knowledge base, with the filters that web sets from the scenario."""

    def name(self) -> str:
        return "action_rule_lookup"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Sends the search's result; a terminal gets it as text."""
        message = tracker.latest_message
        base = await asyncio.to_thread(bootstrap.knowledge_base)
        metadata = message.get("metadata") or {}
        scenario = bootstrap.scenarios().get(metadata.get("scenario") or "")
        policy = bootstrap.rules().policy(scenario.shop if scenario else None)
        answer = coach.look_up(base, policy, metadata, message.get("text") or "")
        if tracker.get_latest_input_channel() == "silkdesk":
            dispatcher.utter_message(json_message=answer)
        else:
            dispatcher.utter_message(text=coach.look_up_as_text(answer))
        return []
