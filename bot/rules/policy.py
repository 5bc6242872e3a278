"""What one shop decides for itself, besides its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Policy:
    """`authority`: what the agent may give alone; `answers_within`: hours in which a letter is answered."""

    shop: str
    authority: Mapping[str, Any] = field(default_factory=dict)
    answers_within: float | None = None
