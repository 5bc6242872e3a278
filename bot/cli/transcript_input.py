"""Transcripts from files and standard input: one JSON object, or one a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bot.content.transcripts import read_transcript, unknown_keys
from bot.core.errors import BadRequest
from bot.core.text import read_json
from bot.core.transcript import Transcript


@dataclass(frozen=True)
class BadLine:
    """A line of many that cannot be read."""

    line: int
    error: str


def transcripts(source: str) -> Iterator[tuple[int | None, Transcript | BadLine]]:
    """Every transcript of a file, or of standard input for `-`, in order, with its line if there are many.

    Raises BadRequest for a file that cannot be read, or that holds one object with something wrong in it.
    """
    warned: set[str] = set()
    with _opened(source) as file:
        first = file.readline()
        if _is_object(first) is None:
            yield None, _one(first + file.read(), source, warned)
            return
        rest = file.readline()
        if not rest:
            yield None, _one(first, source, warned)
            return
        for number, line in enumerate(_chained(first, rest, file), 1):
            if line.strip():
                yield number, _of_line(line, number, source, warned)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as file:
            yield file
    except OSError as error:
        raise BadRequest(f"{source}: cannot be read: {error.strerror}") from None


def _is_object(line: bytes) -> dict[str, Any] | None:
    """The line as a JSON object, or None; also for a broken line of JSONL that starts like one."""
    try:
        data = read_json(line)
    except (ValueError, RecursionError):
        return {} if line.rstrip().endswith(b"}") else None
    return data if isinstance(data, dict) else {}


def _chained(first: bytes, second: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield first
    yield second
    yield from file


def _one(text: bytes, source: str, warned: set[str]) -> Transcript:
    try:
        return _read(read_json(text), source, warned)
    except json.JSONDecodeError as error:
        raise BadRequest(f"{source}:{error.lineno}: not valid JSON: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"{source}: not valid JSON: {error}") from None
    except BadRequest as error:
        raise BadRequest(f"{source}: {error}") from None


def _of_line(line: bytes, number: int, source: str, warned: set[str]) -> Transcript | BadLine:
    try:
        return _read(read_json(line), source, warned)
    except (BadRequest, ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, BadRequest) else f"not valid JSON: {error}"
        return BadLine(number, reason)


def _read(data: Any, source: str, warned: set[str]) -> Transcript:
    """One transcript; keys that nobody knows are ignored with one warning."""
    if new := unknown_keys(data) - warned:
        warned |= new
        print(f"silkdesk: {source}: ignored {', '.join(sorted(new))}", file=sys.stderr)
    return read_transcript(data)
