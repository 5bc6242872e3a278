"""What one shop decides for itself, besides its rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Policy:
    """What agents may and should do.

    `authority`: what they may give alone; `answers_within`: hours in which a letter is answered; `addresses`:
    what they may name as the shop's contact, by kind; `scripts`: sentences of the house, by language.
    """

    shop: str
    authority: Mapping[str, Any] = field(default_factory=dict)
    answers_within: float | None = None
    addresses: Mapping[str, str] = field(default_factory=dict)
    scripts: Mapping[str, Sequence[str]] = field(default_factory=dict)
