"""Which pieces of the tokenizer's vocabulary are kept: the scripts in use, and single characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SCRIPTS = ("LATIN", "CYRILLIC", "CJK")
SPACE = "\u2581"


@lru_cache(maxsize=65536)
def _in_use(char: str) -> bool:
    if char == SPACE or not char.isalpha():
        return True
    name = unicodedata.name(char, "")
    return name.startswith(SCRIPTS) and not name.startswith("CJK COMPATIBILITY")


def kept(pieces: Sequence[str]) -> NDArray[np.int64]:
    """Places of the pieces to keep, in order. Special pieces and single characters always stay."""
    special = 4
    last = len(pieces) - 1
    return np.array(
        [
            i
            for i, piece in enumerate(pieces)
            if i < special or i == last or len(piece.lstrip(SPACE)) <= 1 or all(map(_in_use, piece))
        ],
        dtype=np.int64,
    )
