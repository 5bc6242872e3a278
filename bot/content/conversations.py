"""Conversations of which is known what is wrong in them, to measure the grader by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.content.contract import acts, checks
from bot.content.transcripts import read_transcript
from bot.content.unknown import unknown
from bot.content.yaml_file import schema, spell
from bot.core.errors import BadRequest, Problem, sound
from bot.core.words import Verdict
from bot.grading.validity import Known, Planted


def load_conversations(path: Path) -> list[Known]:
    """The conversations of a file, one a line. Raises BadFile with everything wrong in it."""
    found, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        data = json.loads(line)
        wrong = list(_wrong(data))
        problems += [Problem(path.name, number, place, message) for place, message in wrong]
        if not wrong:
            planted = tuple(Planted(one["turn"], one["act"], one["words"]) for one in data["planted"])
            transcript = read_transcript(data["transcript"])
            found.append(Known(data["kind"], data["group"], planted, transcript))
    return sound(found, problems)


Readings = dict[str, dict[str, dict[str, Verdict]]]
"""By reader and conversation, the verdict on each check."""


def load_readings(path: Path) -> Readings:
    """What readers made of conversations. Raises BadFile with everything wrong in the file."""
    found: Readings = {}
    problems = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        data = json.loads(line)
        errors = [
            f"{spell(tuple(e.absolute_path))}: {e.message}" for e in schema("reading").iter_errors(data)
        ]
        wrong = errors or [unknown("check", id, checks()) for id in data["verdicts"] if id not in checks()]
        problems += [Problem(path.name, number, "", message) for message in wrong]
        if not wrong:
            found.setdefault(data["reader"], {})[data["id"]] = data["verdicts"]
    return sound(found, problems)


def _wrong(data: Any) -> Iterator[tuple[str, str]]:
    errors = list(schema("conversation").iter_errors(data))
    yield from ((spell(tuple(error.absolute_path)), error.message) for error in errors)
    if errors:
        return
    try:
        transcript = read_transcript(data["transcript"])
    except BadRequest as error:
        yield "transcript", str(error)
        return
    if (data["kind"] in ("poor", "fair", "good")) != bool(data["group"]):
        yield "group", "poor, fair and good have one, others none"
    for i, one in enumerate(data["planted"]):
        if one["act"] not in acts():
            yield f"planted[{i}].act", unknown("act", one["act"], acts())
        if one["turn"] >= len(transcript.turns) or one["words"] not in transcript.turns[one["turn"]].text:
            yield f"planted[{i}].words", "do not stand in that turn"
