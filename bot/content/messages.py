"""Reads real agents' messages with the acts that people named in them, from a file of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.content.contract import acts
from bot.core.errors import BadRequest
from bot.core.text import read_json
from bot.core.words import LANGUAGES, is_language
from bot.understanding.outside import Message

READINGS = ("acts", "second")
"""What one reader names, and a second one who did not see it; the latter may be missing."""


def read_messages(lines: Iterable[bytes], source: str) -> Iterator[Message]:
    """The messages, one a line. Raises BadRequest that names line and reason; other keys are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _message(read_json(line))
            except (ValueError, RecursionError) as error:
                raise BadRequest(f"{source}:{number}: {error}") from None


def _message(data: Any) -> Message:
    """One message; raises ValueError that says what is wrong with it."""
    if not isinstance(data, dict) or not isinstance(data.get("text"), str) or not data["text"].strip():
        raise ValueError("the line needs a text")
    if not is_language(data.get("language")):
        raise ValueError(f"language {data.get('language')!r} is none of {', '.join(LANGUAGES)}")
    if data.get("acts") is None:
        raise ValueError("the line needs acts, [] where there are none")
    named = {reader: data[reader] for reader in READINGS if data.get(reader) is not None}
    for reader, told in named.items():
        _check_acts(told, reader)
    return Message(data["text"], data["language"], tuple(frozenset(told) for told in named.values()))


def _check_acts(told: Any, reader: str) -> None:
    if not isinstance(told, list):
        raise ValueError(f"{reader} is no list")
    for act in told:
        if not isinstance(act, str) or act not in acts():
            raise ValueError(f"{reader}: unknown act {act!r}; acts stand in contract/acts.yml")
