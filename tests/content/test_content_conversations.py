"""Conversations to measure the grader by: what is wrong in a file is told, with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.content.conversations import load_conversations, load_readings
from bot.core.errors import BadFile

TURNS = [
    {"from": "buyer", "at": 0, "text": "Where is my saddle?"},
    {"from": "agent", "at": 60, "text": "Write me on WhatsApp, please."},
]
TRANSCRIPT = {
    "id": "saddle",
    "language": "en",
    "platform": "ebay",
    "country": "GB",
    "channel": "chat",
    "stage": "after_sales",
    "turns": TURNS,
}
PLANTED = {"turn": 1, "act": "violate_off_platform_contact", "words": "on WhatsApp"}
GOOD = {"kind": "planted", "group": None, "planted": [PLANTED], "transcript": TRANSCRIPT}


def written(tmp_path: Path, *conversations: dict[str, Any]) -> Path:
    path = tmp_path / "en.jsonl"
    path.write_text("\n".join(map(json.dumps, conversations)), encoding="utf-8")
    return path


def test_a_conversation_comes_with_what_was_planted(tmp_path: Path) -> None:
    (known,) = load_conversations(written(tmp_path, GOOD))
    assert (known.kind, known.planted[0].turn, known.transcript.id) == ("planted", 1, "saddle")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "odd"}, "kind"),
        ({"kind": "good"}, "group"),
        ({"transcript": {**TRANSCRIPT, "language": "fr"}}, "transcript"),
        ({"planted": [{**PLANTED, "act": "violate_nothing"}]}, "planted[0].act"),
        ({"planted": [{**PLANTED, "words": "by phone"}]}, "planted[0].words"),
        ({"planted": [{**PLANTED, "turn": 7}]}, "planted[0].words"),
    ],
)
def test_what_is_wrong_is_named_with_line_and_place(
    tmp_path: Path, change: dict[str, Any], place: str
) -> None:
    with pytest.raises(BadFile) as caught:
        load_conversations(written(tmp_path, GOOD, {**GOOD, **change}))
    assert [(problem.line, problem.where) for problem in caught.value.problems] == [(2, place)]


def test_readings_are_told_apart_by_reader_and_conversation(tmp_path: Path) -> None:
    path = written(tmp_path, {"reader": "a", "id": "saddle", "verdicts": {"greeted": "no"}})
    assert load_readings(path) == {"a": {"saddle": {"greeted": "no"}}}


@pytest.mark.parametrize("verdicts", [{}, {"greeted": "perhaps"}, {"greeted_twice": "no"}])
def test_a_wrong_reading_is_named_with_its_line(tmp_path: Path, verdicts: dict[str, str]) -> None:
    with pytest.raises(BadFile) as caught:
        load_readings(written(tmp_path, {"reader": "a", "id": "saddle", "verdicts": verdicts}))
    assert [problem.line for problem in caught.value.problems] == [1]
