"""Reads transcripts: JSON that may come from anywhere, checked before anything uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.contract import moves
from bot.content.unknown import unknown
from bot.content.yaml_file import schema, spell
from bot.core.errors import BadRequest
from bot.core.transcript import Transcript

LONGEST = 20_000
"""Characters of one turn that are still read."""

_MOMENT = re.compile(
    r"((?:19|20)\d{2}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?(?:Z|[+-][01]\d(?::?[0-5]\d)?)?)?"
)
"""An ISO day of the last or this century, alone or with a time of it."""


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
        wrong += _unknown_moves(turn.get("moves") or (), f"turns[{i}].moves")
    if data.get("date") is not None and not _is_moment(data["date"]):
        wrong.append(f"date: {data['date']} is no ISO day or time, as 2026-02-20 or 2026-02-20T14:30 is")
    try:
        ZoneInfo(data.get("timezone") or "UTC")
    except (ValueError, OSError, KeyError):
        wrong.append(f"timezone: {data['timezone']} is no time zone, as Europe/Berlin is")
    return wrong


def _unknown_moves(told: Iterable[dict[str, Any]], place: str) -> Iterator[str]:
    for i, entry in enumerate(told):
        if entry["move"] not in moves():
            yield f"{place}[{i}].move: {unknown('move', entry['move'], moves())}"


def _is_moment(text: str) -> bool:
    parts = _MOMENT.fullmatch(text)
    if not parts:
        return False
    day, minute, second = parts.groups()
    try:
        date.fromisoformat(day)
        time.fromisoformat((minute or "00:00") + (second or ""))
    except ValueError:
        return False
    return True
