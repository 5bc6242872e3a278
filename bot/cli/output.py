"""What the processes write, as the log keeps it: one JSON line an event, whoever wrote it.

Lines of ours pass as they are. A foreign line becomes the event `output`, with its words in `text`; what
belongs together, such as a traceback, stands in one event.
"""

from __future__ import annotations

import json
import os
import re
import select
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, Any

QUIET_MS = 100
"""After so long without a further line an event is complete."""
LONGEST_LINE = 1 << 20
MOST_LINES = 500

_HEAD = re.compile(
    r"\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[^a-zA-Z]*(DEBUG|INFO|WARNING|ERROR|CRITICAL)\b\]?\s*"
    r"(?:(\S+)\s+- )?(.*)"
)
"""Time, level and logger, as Rasa and the libraries below it write them before the words."""
_TRACEBACK = "Traceback (most recent call last):"


class Events:
    """Makes events out of the lines of one process."""

    def __init__(self, process: str) -> None:
        self._process = process
        self._begun: dict[str, Any] = {}
        self._lines: list[str] = []
        self._in_traceback = False

    @property
    def pending(self) -> bool:
        """Whether an event waits for further lines of its own."""
        return bool(self._lines)

    def take(self, line: str) -> Iterator[str]:
        """The events that are complete now that `line` has come."""
        if own := self._ours(line):
            yield from self.flush()
            yield own
        elif head := _HEAD.match(line):
            yield from self.flush()
            self._begin(head[1].lower(), head[3], head[2])
        elif self._goes_on(line):
            self._in_traceback |= _TRACEBACK in line
            self._lines.append(line)
        else:
            yield from self.flush()
            if line.strip():
                self._begin(_level(line), line)
                self._in_traceback = _TRACEBACK in line

    def flush(self) -> Iterator[str]:
        """The event that waited."""
        if self._lines:
            text = "\n".join(self._lines).rstrip()
            yield json.dumps({**self._begun, "text": text}, ensure_ascii=False)
        self._lines, self._in_traceback = [], False

    def _begin(self, level: str, text: str, source: str | None = None) -> None:
        named = {"logger": source} if source else {}
        at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        told = {"process": self._process, **named, "event": "output", "level": level, "timestamp": at}
        self._begun, self._lines = told, [text]

    def _goes_on(self, line: str) -> bool:
        """Whether a line without a head belongs to the event before it."""
        if not self._lines or len(self._lines) >= MOST_LINES:
            return False
        if line.startswith(_TRACEBACK):
            return self._in_traceback or self._begun["level"] in ("warning", "error", "critical")
        return self._in_traceback or not line.strip() or line[0].isspace()

    def _ours(self, line: str) -> str | None:
        """A line that is an event already, with the process that it came from."""
        if not line.startswith("{"):
            return None
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            return None
        if not {"event", "level"} <= data.keys():
            return None
        return (
            line if "process" in data else json.dumps({"process": self._process, **data}, ensure_ascii=False)
        )


def _level(line: str) -> str:
    if line.startswith((_TRACEBACK, "silkdesk: ")):
        return "error"
    return "warning" if "Warning: " in line else "info"


def text_of(line: str) -> str:
    """A line of the log as a person reads it: the words of a foreign event, else the line itself."""
    with suppress(ValueError, RecursionError):
        data = json.loads(line)
        if isinstance(data, dict) and data.get("event") == "output":
            return str(data.get("text"))
    return line


class Log:
    """The log of all processes. A disk that is full stops no process: what cannot be written is dropped."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._lock = threading.Lock()

    def write(self, events: Iterable[str]) -> None:
        """Adds these events."""
        with self._lock, suppress(OSError, ValueError):
            for event in events:
                self._file.write(f"{event}\n".encode(errors="replace"))
            self._file.flush()

    def follow(self, process: str, output: IO[bytes]) -> threading.Thread:
        """Writes what comes out of a process until it ends; gives the thread that does so."""
        thread = threading.Thread(target=self._follow, args=(Events(process), output), daemon=True)
        thread.start()
        return thread

    def _follow(self, events: Events, output: IO[bytes]) -> None:
        rest = b""
        with output:
            while data := self._next(events, output):
                *lines, rest = (rest + data).split(b"\n")
                if len(rest) > LONGEST_LINE:
                    lines, rest = [*lines, rest], b""
                for line in lines:
                    self._take(events, line)
        self._take(events, rest)
        self.write(events.flush())

    def _next(self, events: Events, output: IO[bytes]) -> bytes:
        """What comes next; nothing at the end. An event that waits is written once it is quiet."""
        poll = select.poll()
        poll.register(output, select.POLLIN)
        if events.pending and not poll.poll(QUIET_MS):
            self.write(events.flush())
        return os.read(output.fileno(), 1 << 16)

    def _take(self, events: Events, line: bytes) -> None:
        self.write(events.take(line.decode("utf-8", "replace").rstrip()))
