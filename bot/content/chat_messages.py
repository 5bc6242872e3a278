"""Reads the messages of a chat exported as CSV, one a row."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, NamedTuple, TextIO

from bot.content.csv_rows import Row, read_rows
from bot.core.errors import BadRequest

OF_MESSAGE = ("id", "from", "at", "text")
"""Fields that every row has: conversation, sender, time, message."""
OF_TALK = ("language", "platform", "country", "channel", "stage", "scenario", "date", "timezone")
"""Fields that hold for a whole conversation, from the first row that tells them."""
NEEDED = ("language", "platform", "channel", "stage")

AGENTS = frozenset("agent seller support operator staff merchant shop".split())
BUYERS = frozenset("buyer customer client user visitor".split())
NOBODY = frozenset("system bot".split())
"""Senders whose rows are left out: what the tool itself writes into a chat."""


@dataclass(frozen=True)
class Layout:
    """How an export is read. `columns` names the column of a field, its own name where none is named.

    `values` hold for every conversation that does not tell them. Where `agents` are named, every other
    sender is a buyer. `time_format` is one of strptime; without it times are seconds or ISO.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    agents: frozenset[str] = frozenset()
    time_format: str | None = None
    encoding: str = "utf-8-sig"

    def column(self, name: str) -> str:
        """The column that holds a field."""
        return self.columns.get(name, name)


class Message(NamedTuple):
    """A row: its conversation, seconds, and in `about` as JSON what it tells of the whole conversation.

    `wrong` says why a row cannot be read.
    """

    talk: str
    line: int
    at: float = 0.0
    side: str = ""
    text: str = ""
    about: str = "{}"
    wrong: str | None = None


def messages(file: BinaryIO, layout: Layout) -> Iterator[Message]:
    """Every row that somebody wrote, or what is wrong with it.

    Raises BadRequest for an export without a column that is needed.
    """
    with _decoded(file, layout.encoding) as text:
        rows = read_rows(text)
        header = next(rows, Row(1, ()))
        if header.wrong:
            raise BadRequest(header.wrong)
        names = [name.strip() for name in header.cells]
        _check_columns(names, layout)
        for row in rows:
            if row.wrong or any(row.cells):
                message = _message(row, names, layout)
                if message:
                    yield message


@contextmanager
def _decoded(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    """The file as text; the file itself stays open."""
    try:
        text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    except LookupError:
        raise BadRequest(f"--encoding: {encoding} is no encoding, as utf-8, gb18030 and utf-16 are") from None
    try:
        yield text
    finally:
        text.detach()


def _check_columns(names: Sequence[str], layout: Layout) -> None:
    for field_name in (*OF_MESSAGE, *layout.columns):
        if layout.column(field_name) not in names:
            raise BadRequest(
                f"no column {layout.column(field_name)} for {field_name}, but {', '.join(names) or 'none'}; "
                f"name it by --column {field_name}=COLUMN"
            )
    for field_name in NEEDED:
        if layout.column(field_name) not in names and field_name not in layout.values:
            raise BadRequest(
                f"{field_name} is not told: name a column by --column {field_name}=COLUMN, "
                f"or the same for all by --value {field_name}=VALUE"
            )


def _message(row: Row, names: Sequence[str], layout: Layout) -> Message | None:
    told = dict(zip(names, row.cells, strict=False))
    line, wrong = row.line, row.wrong or _uneven(row, names)
    if wrong:
        talk = told.get(layout.column("id"), "").strip()
        return Message(talk or f"line {line}", line, wrong=wrong)
    talk, sender, time, text = (told[layout.column(name)].strip() for name in OF_MESSAGE)
    if sender.casefold() in NOBODY - layout.agents:
        return None
    if not talk:
        return Message(f"line {line}", line, wrong="the row names no conversation")
    about = {name: told.get(layout.column(name), "").strip() for name in OF_TALK}
    try:
        side = _side(sender, layout.agents)
        moment = _moment(time, layout.time_format)
    except ValueError as error:
        return Message(talk, line, wrong=str(error))
    if isinstance(moment, datetime):
        about["date"] = about["date"] or moment.date().isoformat()
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    return Message(talk, line, moment, side, text, json.dumps({k: v for k, v in about.items() if v}))


def _uneven(row: Row, names: Sequence[str]) -> str | None:
    """What is wrong with a row of which nobody knows which cell stands below which name.

    Empty cells behind the last name, as a delimiter at the end of a line makes, are no fault.
    """
    if len(row.cells) >= len(names) and not any(row.cells[len(names) :]):
        return None
    return f"{len(row.cells)} cells below {len(names)} columns; a cell with the delimiter in it needs quotes"


def _side(sender: str, agents: frozenset[str]) -> str:
    if sender.casefold() in (agents or AGENTS):
        return "agent"
    if agents or sender.casefold() in BUYERS:
        return "buyer"
    raise ValueError(f"sender {sender or '(empty)'} is neither agent nor buyer; name the agents by --agent")


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _moment(time: str, time_format: str | None) -> float | datetime:
    """Seconds, or a time of the calendar; raises ValueError that names the time."""
    try:
        if time_format:
            return datetime.strptime(time, time_format)
        return float(time) if _is_number(time) else datetime.fromisoformat(time)
    except (ValueError, OverflowError):
        wanted = time_format or "seconds or as 2026-02-20T14:30:05; tell others by --time-format"
        raise ValueError(f"time {time or '(empty)'} is not {wanted}") from None
