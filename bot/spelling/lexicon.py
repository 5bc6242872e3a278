"""A set of words too large for memory: sorted 32-bit checksums in a file that is mapped, not read."""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32


def pack(words: Iterable[str]) -> bytes:
    """The file's content for these words: their checksums, ascending, four bytes each, little-endian."""
    packed = array("I", sorted({_sum(word) for word in words}))
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


class Lexicon:
    """Tells whether a word is in it; of words that are not, one in some thousand passes for one that is."""

    def __init__(self, path: Path) -> None:
        """Maps the file; raises OSError or ValueError where it is missing or empty."""
        with path.open("rb") as file:
            self._sums = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")

    def __contains__(self, word: str) -> bool:
        wanted = _sum(word)
        place = bisect_left(self._sums, wanted)
        return place < len(self._sums) and self._sums[place] == wanted

    def __len__(self) -> int:
        return len(self._sums)


def _sum(word: str) -> int:
    return crc32(word.encode())
