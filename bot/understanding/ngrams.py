"""Character and word n-grams of a text, hashed into a fixed number of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.text import checksum

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
SHORTEST, LONGEST = 2, 5
"""Lengths of the character n-grams, which do not cross words."""
REMEMBERED = 1 << 15
"""Words whose columns are kept in memory; most words come again and again."""


def ngrams(text: str, columns: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The columns that `text` fills, ascending, and how strongly."""
    places, counts = np.unique(columns_of(text, columns), return_counts=True)
    return places, strength(counts)


def strength(counts: NDArray[Any]) -> NDArray[np.float32]:
    """How strongly a column is filled by an n-gram that occurs so often: 1 + log of the count."""
    strengths: NDArray[np.float32] = (1 + np.log(counts)).astype(np.float32)
    return strengths


def columns_of(text: str, columns: int) -> NDArray[np.int64]:
    """The column of each n-gram of `text`, one for each time it occurs."""
    words = _TOKEN.findall(text.lower().replace("ё", "е"))
    pairs = [checksum(f"b {a} {b}") % columns for a, b in pairwise(words)]
    return np.concatenate([np.array(pairs, np.int64), *(_in_word(word, columns) for word in words)])


@lru_cache(REMEMBERED)
def _in_word(word: str, columns: int) -> NDArray[np.int64]:
    """The columns of a word and of its characters, one for each time they occur."""
    return np.array([checksum(gram) % columns for gram in _grams(word)], np.int64)


def _grams(word: str) -> Iterator[str]:
    yield "w " + word
    padded = f" {word} "
    for size in range(SHORTEST, LONGEST + 1):
        yield from (padded[i : i + size] for i in range(len(padded) - size + 1))
