"""What a command reads: a file, or standard input where it is named -."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bot.core.errors import BadRequest

STANDARD_INPUT = "-"


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """The bytes of the source. Raises BadRequest where they cannot be read."""
    try:
        if source == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with Path(source).open("rb") as file:
                yield file
    except OSError as error:
        raise BadRequest(f"{source}: cannot be read: {error.strerror}") from None
