"""What is said of an id that nobody knows: where the known ones stand, and which of them is the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

STANDS_IN = {
    "act": "contract/acts.yml",
    "check": "contract/checks.yml",
    "matter": "catalogue/matters.yml",
    "move": "contract/moves.yml",
    "topic": "contract/topics.yml and knowledge/topics.yml",
}
"""By kind the files that list all there are; of other kinds a message names them."""


def unknown(kind: str, id: str, known: Iterable[str]) -> str:
    """That `id` is none of the `known` ones of its kind."""
    there = sorted(known)
    where = f"{kind}s stand in {STANDS_IN[kind]}" if kind in STANDS_IN else f"there are {_listed(there)}"
    return f"unknown {kind} {id}; {where}{did_you_mean(id, there)}"


def did_you_mean(said: str | Iterable[str], known: Iterable[str]) -> str:
    """The end of a message about what is not `known`: the nearest known one to each, where any is near."""
    there = list(known)
    near = [
        n for word in ([said] if isinstance(said, str) else said) for n in get_close_matches(word, there, 1)
    ]
    return f"; did you mean {', '.join(near)}?" if near else ""


def _listed(there: list[str]) -> str:
    return ", ".join(there) or "none"
