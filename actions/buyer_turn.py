"""The buyer speaks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TERMINAL_SCENARIO
from bot import bootstrap
from bot.core.heard import Heard
from bot.service import buyer_desk


class ActionBuyerTurn(Action):
    """The buyer's answer: from the state that web sends along, or in a terminal from a slot."""

    def name(self) -> str:
        """The action's name in domain.yml."""
        return "action_buyer_turn"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Sends the buyer's turn to web; a terminal gets its text."""
        heard = Heard.from_json(tracker.latest_message)
        scenarios = bootstrap.scenarios()
        if tracker.get_latest_input_channel() == "silkdesk":
            event = str(tracker.get_intent_of_latest_message())
            metadata = tracker.latest_message.get("metadata") or {}
            dispatcher.utter_message(json_message=buyer_desk.answer(scenarios, event, heard, metadata))
            return []
        scenario, today = scenarios[TERMINAL_SCENARIO], datetime.now(UTC).date()
        step = buyer_desk.terminal(scenario, heard, tracker.get_slot("silkdesk_state"), today, "de")
        dispatcher.utter_message(text=step.text)
        return [SlotSet("silkdesk_state", step.state.to_json())]
