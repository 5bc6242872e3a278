"""Which pieces of the tokenizer's vocabulary are kept: the alphabets in use, and single characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SPACE = "\u2581"
LATIN = "abcdefghijklmnopqrstuvwxyzäöüßéèêëáàâíìîïóòôúùûñçæœåøãõ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALPHABET = frozenset(LATIN + LATIN.upper() + CYRILLIC + CYRILLIC.upper())
SPECIAL = 4
"""The first pieces (begin, padding, end, unknown) stay; so does the last (mask)."""


def _in_use(char: str) -> bool:
    return char in ALPHABET or not char.isalpha() or unicodedata.name(char, "").startswith("CJK UNIFIED")


def kept(pieces: Sequence[str]) -> NDArray[np.int64]:
    """Places of the pieces to keep, in order. Special pieces and single characters always stay."""
    last = len(pieces) - 1
    return np.array(
        [
            i
            for i, piece in enumerate(pieces)
            if i < SPECIAL
            or i == last
            or len(piece.lstrip(SPACE)) <= 1
            or all(_in_use(char) for char in piece.lstrip(SPACE))
        ],
        dtype=np.int64,
    )
