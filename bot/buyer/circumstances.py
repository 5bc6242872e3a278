"""What holds in a talk, so that a line is said only where it fits."""

from __future__ import annotations

from typing import Final

from bot.buyer.scenario import Casting, Scenario

OPPOSITES: Final = (
    ("ordered", "not_ordered"),
    ("marketplace", "own_shop"),
    ("reviewed", "not_reviewed"),
    ("chat", "letter"),
)
"""Of each pair one holds through the whole talk."""

THIRD_TIME: Final = "third_time"
"""Holds while something is asked for the third time or more."""


def repeated(times: int) -> frozenset[str]:
    """What holds where something was asked for again so many times, this one included."""
    return frozenset({THIRD_TIME}) if times > 1 else frozenset()


def lasting(scenario: Scenario, casting: Casting) -> frozenset[str]:
    """What holds through a talk of this casting."""
    holds = (
        scenario.stage != "pre_sales",
        casting.variant.platform != "own_shop",
        scenario.reviewed,
        scenario.channel == "chat",
    )
    return frozenset(pair[0] if here else pair[1] for pair, here in zip(OPPOSITES, holds, strict=True))
