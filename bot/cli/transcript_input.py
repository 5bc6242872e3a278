"""Transcripts from files and standard input: one JSON object, one a line, or a chat exported as CSV."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bot.cli.source import STANDARD_INPUT, opened
from bot.content.chat_export import read_export
from bot.content.chat_messages import Layout
from bot.content.transcripts import read_transcript, unknown_keys
from bot.core.errors import BadRequest
from bot.core.heard import JsonDict
from bot.core.text import one_line, read_json
from bot.core.transcript import Transcript

LONGEST_MESSAGE = 500
"""Characters of what is told about a line."""
MOST_WARNINGS = 50
"""Unknown keys of a source after which no further ones are told."""
TABLES = (".csv", ".tsv")


@dataclass(frozen=True)
class BadLine:
    """A line of many that cannot be read."""

    line: int
    error: str

    def to_json(self) -> JsonDict:
        """The contract's object in place of a result."""
        return dict(vars(self))


class Transcripts:
    """Reads sources one after the other, without holding more of one than a transcript.

    `scenarios` are those that a transcript may name. `as_table` says whether a source is CSV; None: by its
    name. Keys that nobody knows are ignored with one warning a source.
    """

    def __init__(
        self, sources: Sequence[str], scenarios: Container[str], layout: Layout, as_table: bool | None = None
    ) -> None:
        self._sources = sources
        self._scenarios = scenarios
        self._layout = layout
        self._as_table = as_table
        self._sizes = [_size(source) for source in sources]
        self._done = 0
        self._here = 0.0
        self._warned: set[str] = set()

    @property
    def share(self) -> float | None:
        """How much of all is read, from 0 to 1; None where standard input is among the sources."""
        if None in self._sizes:
            return None
        sizes = [size or 0 for size in self._sizes]
        here = sizes[self._done] * self._here if self._done < len(sizes) else 0.0
        return (sum(sizes[: self._done]) + here) / max(1, sum(sizes))

    def read(self) -> Iterator[Transcript | BadLine]:
        """Every transcript in order; where many stand in a source, a line that is wrong in its place.

        Raises BadRequest for a source that cannot be read, or that holds one object with something wrong.
        """
        for source in self._sources:
            self._warned = set()
            for found in self._of(source):
                yield self._told(found, source) if isinstance(found, BadLine) else found
            self._done, self._here = self._done + 1, 0.0

    def _told(self, wrong: BadLine, source: str) -> BadLine:
        where = f"{source}: " if len(self._sources) > 1 else ""
        return BadLine(wrong.line, f"{where}{_brief(wrong.error)}")

    def _of(self, source: str) -> Iterator[Transcript | BadLine]:
        by_name = Path(source).suffix.lower() in TABLES
        with opened(source) as file:
            if by_name if self._as_table is None else self._as_table:
                yield from self._of_table(file, source)
                return
            first = file.readline()
            rest = file.readline() if _is_object(first) else b""
            if rest:
                yield from self._of_lines(_chained(first, rest, file), source)
            else:
                yield self._alone(first + file.read(), source)

    def _alone(self, text: bytes, source: str) -> Transcript:
        try:
            return self._transcript(read_json(text), source)
        except json.JSONDecodeError as error:
            raise BadRequest(f"{source}:{error.lineno}: not valid JSON: {error.msg}") from None
        except BadRequest as error:
            raise BadRequest(f"{source}: {_brief(str(error))}") from None
        except (ValueError, RecursionError) as error:
            raise BadRequest(f"{source}: not valid JSON: {error}") from None

    def _of_lines(self, lines: Iterable[bytes], source: str) -> Iterator[Transcript | BadLine]:
        size, read = self._sizes[self._done], 0
        for number, line in enumerate(lines, 1):
            read += len(line)
            self._here = read / (size or read)
            if not line.strip():
                continue
            try:
                yield self._transcript(read_json(line), source)
            except BadRequest as error:
                yield BadLine(number, str(error))
            except (ValueError, RecursionError) as error:
                yield BadLine(number, f"not valid JSON: {error}")

    def _of_table(self, file: BinaryIO, source: str) -> Iterator[Transcript | BadLine]:
        try:
            for line, found, share in read_export(file, self._layout):
                self._here = share
                try:
                    yield BadLine(line, found) if isinstance(found, str) else self._transcript(found, source)
                except BadRequest as error:
                    yield BadLine(line, str(error))
        except BadRequest as error:
            raise BadRequest(f"{source}: {error}") from None

    def _transcript(self, data: Any, source: str) -> Transcript:
        new = unknown_keys(data) - self._warned
        if new and len(self._warned) < MOST_WARNINGS:
            self._warned |= new
            print(f"silkdesk: {source}: ignored {_brief(', '.join(sorted(new)))}", file=sys.stderr)
        transcript = read_transcript(data)
        if transcript.scenario is not None and transcript.scenario not in self._scenarios:
            raise BadRequest(f"scenario: there is no scenario {transcript.scenario}")
        return transcript


def _brief(text: str) -> str:
    """What a user reads of a message that quotes the input, which may be anything."""
    return textwrap.shorten(one_line(text), LONGEST_MESSAGE, placeholder=" …")


def _size(source: str) -> int | None:
    """Bytes of a file; None for standard input, and 0 where there is no file."""
    if source == STANDARD_INPUT:
        return None
    try:
        return Path(source).stat().st_size
    except OSError:
        return 0


def _is_object(line: bytes) -> bool:
    """Whether the line is a whole JSON value, or a broken line of JSONL that ends like one."""
    try:
        read_json(line)
    except (ValueError, RecursionError):
        return line.rstrip().endswith(b"}")
    return True


def _chained(first: bytes, second: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield first
    yield second
    yield from file
