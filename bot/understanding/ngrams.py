"""Character and word n-grams of a text, hashed into a fixed number of columns."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
SHORTEST, LONGEST = 2, 5
"""Lengths of the character n-grams, which do not cross words."""


def ngrams(text: str, columns: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The columns that `text` fills, ascending, and how strongly: 1 + log of the count."""
    counts = Counter(zlib.crc32(gram.encode("utf-8", "surrogatepass")) % columns for gram in _grams(text))
    places = np.array(sorted(counts), np.int64)
    strengths = np.array([1 + np.log(counts[int(p)]) for p in places], np.float32)
    return places, strengths


def _grams(text: str) -> Iterator[str]:
    words = _TOKEN.findall(text.lower().replace("ё", "е"))
    yield from ("w " + w for w in words)
    yield from (f"b {a} {b}" for a, b in pairwise(words))
    for word in words:
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            yield from (padded[i : i + size] for i in range(len(padded) - size + 1))
