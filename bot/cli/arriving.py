"""Lines of a stream, as many together as have arrived: work on many is faster, and nobody waits for more."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase

CHUNK = 8192
"""Bytes that are read at once, at most."""


def arriving(stream: BufferedIOBase) -> Iterator[list[bytes]]:
    """The lines of `stream` without `\\n`, in the lists in which they arrive; no list is empty."""
    begun = bytearray()
    while chunk := stream.read1(CHUNK):
        begun += chunk
        if b"\n" in chunk:
            *lines, begun = begun.split(b"\n")
            yield [bytes(line) for line in lines]
    if begun:
        yield [bytes(begun)]
