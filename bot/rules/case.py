"""The circumstances under which a rule may hold: who sells to whom, where, when, and what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.core.words import Stage


@dataclass(frozen=True)
class Case:
    """One case. `facts` holds only what is known (paid, sealed, days_since_delivery, right, …)."""

    platform: str
    country: str | None
    stage: Stage
    day: date
    facts: Mapping[str, Any] = field(default_factory=dict)
