"""How figures look in the tables of `silkdesk evaluate`."""

from __future__ import annotations

from collections.abc import Iterable


def figure(value: float | None) -> str:
    """A share with three places, a count as it is, a dash for nothing."""
    return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def row(name: str, values: Iterable[float | str | None], width: int) -> str:
    """A line of a table: its name in so many columns, then a figure or a head in eight each."""
    shown = (value if isinstance(value, str) else figure(value) for value in values)
    return f"{name:{width}}" + "".join(f"{one:>8}" for one in shown)
