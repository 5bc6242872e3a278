"""Where the lexicons lie that set-up builds from public dictionaries."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.core.errors import NotReady

RECIPE = "1"
"""Raised when the way of building changes, so that the lexicons are built anew."""
FILES = ("en", "de", "de-nouns", "ru", "es")

_PINNED = Path(__file__).resolve().parents[2] / "requirements" / "lexicon.txt"


def key() -> str:
    """The folder's name: it changes with the dictionaries' versions and with the way of building."""
    return hashlib.sha256(RECIPE.encode() + _PINNED.read_bytes()).hexdigest()[:16]


def expected(var: Path) -> Path:
    """Where the lexicons of this version lie, built or not."""
    return var / "lexicon" / key()


def current(var: Path) -> Path:
    """The folder of the built lexicons under `var`; raises NotReady where there is none."""
    folder = expected(var)
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise NotReady(f"lexicon missing: {folder / missing[0]}; run `make setup`")
    return folder
