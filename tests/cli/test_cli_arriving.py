"""Lines are handed on as they arrive: all that are there, and none is waited for."""

from __future__ import annotations

import os
from io import BytesIO

import pytest

from bot.cli.arriving import CHUNK, arriving


def test_lines_that_came_together_are_handed_on_together() -> None:
    assert list(arriving(BytesIO(b"one\ntwo\n\nthree"))) == [[b"one", b"two", b""], [b"three"]]


def test_nobody_waits_for_a_line_to_come() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as other_end:
        lines = arriving(stream)
        for said in (b"one", b"two"):
            other_end.write(said + b"\n")
            assert next(lines) == [said]


@pytest.mark.parametrize("length", [CHUNK - 1, CHUNK, 3 * CHUNK])
def test_a_long_line_stays_whole(length: int) -> None:
    line = b"x" * length
    assert [each for lines in arriving(BytesIO(line + b"\n" + line)) for each in lines] == [line, line]
