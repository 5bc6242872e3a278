"""Reads transcripts: JSON that may come from anywhere, checked before anything uses it."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.yaml_file import schema, spell
from bot.core.errors import BadRequest
from bot.core.transcript import Transcript

LONGEST = 20_000
"""Characters of one turn that are still read."""


def read_transcript(data: Any) -> Transcript:
    """A transcript; raises BadRequest that names the place and the reason of everything wrong."""
    wrong = [f"{spell(tuple(e.absolute_path)) or 'transcript'}: {e.message}" for e in _errors(data)]
    if not wrong:
        wrong = list(_beyond_schema(data))
    if wrong:
        raise BadRequest("; ".join(wrong))
    return Transcript.from_json(data)


def unknown_keys(data: Any) -> set[str]:
    """Keys of a transcript and of its turns that nothing here reads."""
    if not isinstance(data, dict):
        return set()
    known: dict[str, Any] = schema("transcript").schema["properties"]  # type: ignore[index]
    of_turn = known["turns"]["items"]["properties"]
    turns = data["turns"] if isinstance(data.get("turns"), list) else []
    in_turns = {key for turn in turns if isinstance(turn, dict) for key in set(turn) - set(of_turn)}
    return set(data) - set(known) | {f"turns.{key}" for key in in_turns}


def _errors(data: Any) -> list[Any]:
    found = schema("transcript").iter_errors(data)
    return sorted(found, key=lambda error: list(map(str, error.absolute_path)))[:10]


def _beyond_schema(data: dict[str, Any]) -> list[str]:
    wrong = []
    at = 0.0
    for i, turn in enumerate(data["turns"]):
        if turn["at"] < at:
            wrong.append(f"turns[{i}].at: {turn['at']:g} lies before the turn above, {at:g}")
        at = max(at, turn["at"])
        if len(turn["text"]) > LONGEST:
            wrong.append(f"turns[{i}].text: longer than {LONGEST} characters")
    try:
        date.fromisoformat((data.get("date") or "2000-01-01")[:10])
    except ValueError:
        wrong.append(f"date: {data['date']} is no day of the calendar")
    try:
        ZoneInfo(data.get("timezone") or "UTC")
    except (ValueError, OSError, KeyError):
        wrong.append(f"timezone: {data['timezone']} is no time zone, as Europe/Berlin is")
    return wrong
