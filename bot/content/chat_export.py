"""Reads chats exported as CSV as the data of transcripts.

Rows may stand in any order: they are sorted on disk, so that an export of any length fits in memory.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from typing import BinaryIO

from bot.content.chat_messages import NEEDED, Layout, Message, messages
from bot.core.heard import JsonDict

_SCHEMA = (
    "CREATE TABLE message (talk TEXT, line INTEGER, at REAL, side TEXT, text TEXT, about TEXT, wrong TEXT)"
)
_IN_ORDER = "SELECT * FROM message ORDER BY min(line) OVER (PARTITION BY talk), at, line"


def read_export(file: BinaryIO, layout: Layout) -> Iterator[tuple[int, JsonDict | str, float]]:
    """Each conversation with its first line, its data or what is wrong in it, and the share that is read.

    A conversation with a row that cannot be read is not given, but the line of each such row with the
    reason. Raises BadRequest for an export without a column that is needed.
    """
    with closing(sqlite3.connect("")) as disk:
        disk.execute(_SCHEMA)
        insert = f"INSERT INTO message VALUES ({', '.join('?' * len(Message._fields))})"
        disk.executemany(insert, messages(file, layout))
        total, seen = disk.execute("SELECT count(*) FROM message").fetchone()[0], 0
        rows = map(Message._make, disk.execute(_IN_ORDER))
        for _, group in groupby(rows, key=lambda row: row.talk):
            talk = list(group)
            seen += len(talk)
            wrong = [row for row in talk if row.wrong]
            yield from ((row.line, str(row.wrong), seen / total) for row in wrong)
            if not wrong:
                yield min(row.line for row in talk), _transcript(talk, layout), seen / total


def _transcript(messages: Sequence[Message], layout: Layout) -> JsonDict:
    """The contract's transcript, its clock beginning with the first message."""
    told: JsonDict = dict(layout.values)
    for message in reversed(messages):
        told.update(json.loads(message.about))
    return {
        "id": messages[0].talk,
        **{name: _value(name, value) for name, value in told.items()},
        "turns": [
            {"from": one.side, "at": round(one.at - messages[0].at, 3), "text": one.text} for one in messages
        ],
    }


def _value(name: str, value: str) -> str:
    """A field as the contract writes it: codes in their case, a language without its region."""
    if name == "country":
        return value.upper()
    if name == "language":
        return value.lower().replace("_", "-").partition("-")[0]
    return value.lower() if name in NEEDED else value
