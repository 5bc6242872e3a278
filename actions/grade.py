"""The practice ends: the grade of the whole talk."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot import bootstrap
from bot.content.transcripts import read_transcript
from bot.core.errors import SilkdeskError
from bot.core.heard import JsonDict
from bot.log import logger

_GRADES = ThreadPoolExecutor(1, "grades")
"""One after the other: side by side they take no less time, and more memory."""

_log = logger("actions")


class ActionGrade(Action):
    """Grades the transcript that web sends along, or tells web that the trainee asked for the end."""

    def name(self) -> str:
        """The action's name in domain.yml."""
        return "action_grade"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Sends the grade, or that it cannot be made, or that the end was asked for."""
        metadata = tracker.latest_message.get("metadata") or {}
        transcript = metadata.get("transcript")
        if transcript is None and tracker.get_latest_input_channel() == "silkdesk":
            dispatcher.utter_message(json_message={"kind": "finish_requested"})
            return []
        if transcript is None:
            dispatcher.utter_message(text="The page grades a practice; here the talk just ends.")
            return [SlotSet("silkdesk_state", None)]
        try:
            made = await asyncio.get_running_loop().run_in_executor(_GRADES, _grade, transcript)
        except Exception as error:
            ours = not isinstance(error, SilkdeskError)
            _log.error("grade.failed", attempt=metadata.get("attempt"), error=str(error), exc_info=ours)
            made = {"kind": "grade_failed"}
        dispatcher.utter_message(json_message=made)
        return []


def _grade(transcript: JsonDict) -> JsonDict:
    grade = bootstrap.grader().grade(read_transcript(transcript))
    return {"kind": "grade", "grade": grade.to_json()}
