"""Reads the rows of a CSV strictly: one with a broken quote costs itself, not what follows."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

DELIMITERS = ",;\t"
LONGEST = 131_072
"""Characters of a row that are still read."""


class Row(NamedTuple):
    """A row and the line it begins in; `wrong` says why it is none, its cells are then those of this line."""

    line: int
    cells: Sequence[str]
    wrong: str | None = None


def read_rows(text: TextIO) -> Iterator[Row]:
    """Every row. Behind one that is wrong, reading goes on with the line after its first."""
    first = text.readline()
    delimiter = max(DELIMITERS, key=first.count)
    lines, line = _Lines(first, text), 1
    while True:
        try:
            yield Row(line, next(csv.reader(lines, delimiter=delimiter, strict=True)))
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(line, _cells(lines.taken[:1], delimiter), _wrong(line, error, lines.taken, delimiter))
            lines.back_to_second()
        line += lines.leave()


class _Lines:
    """The lines of a text; `taken` are those of the row that is read."""

    def __init__(self, first: str, rest: Iterator[str]) -> None:
        self.taken: list[str] = []
        self._size = 0
        self._again = deque([first] if first else [])
        self._rest = rest

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._size > LONGEST:
            raise csv.Error(f"the row is longer than {LONGEST} characters")
        line = self._again.popleft() if self._again else next(self._rest)
        self.taken.append(line)
        self._size += len(line)
        return line

    def leave(self) -> int:
        """Begins another row; gives the number of lines that the last took."""
        count = len(self.taken)
        self.taken, self._size = [], 0
        return count

    def back_to_second(self) -> None:
        """Leaves the first of the lines taken, and gives the others once more."""
        self._again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _wrong(line: int, error: csv.Error, taken: Sequence[str], delimiter: str) -> str:
    """The error, with the line in which the quote opens that holds several lines together."""
    ended = str(error).startswith("unexpected end")
    within = taken if ended else taken[:-1]
    if not within:
        return f"not valid CSV: {error}"
    cells = _cells(within, delimiter)
    spanned = len(list(io.StringIO(cells[-1], newline=""))) if cells else 1
    opens = line + len(within) - max(1, spanned)
    return f"not valid CSV: the quote that opens in line {opens} is not closed: {error}"


def _cells(lines: Sequence[str], delimiter: str) -> Sequence[str]:
    """What the lines hold, broken quotes or not; nothing where they are too long for cells."""
    try:
        return next(csv.reader(lines, delimiter=delimiter), ())
    except csv.Error:
        return ()
