"""The trainee asks for a hint."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import TERMINAL_SCENARIO
from bot import bootstrap
from bot.service import coach


class ActionHint(Action):
    """A ladder of hints: topic, rule, phrases."""

    def name(self) -> str:
        """The action's name in domain.yml."""
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
        if tracker.get_latest_input_channel() == "silkdesk":
            scenario = bootstrap.scenarios()[metadata["scenario"]]
            policy = bootstrap.rules().policy(scenario.shop)
            dispatcher.utter_message(json_message=coach.hint(base, policy, scenario, metadata))
        else:
            scenario = bootstrap.scenarios()[TERMINAL_SCENARIO]
            state = tracker.get_slot("silkdesk_state") or {}
            spoken = {"state": state, "language": state.get("language"), "step": 2}
            policy = bootstrap.rules().policy(scenario.shop)
            clearest = coach.hint(base, policy, scenario, spoken)
            dispatcher.utter_message(text=coach.hint_as_text(clearest, "en"))
        return []
