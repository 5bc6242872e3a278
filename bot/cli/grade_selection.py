"""Which stored practices `silkdesk grade --practices` takes: those of a class, of a period, of a scenario."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.core.errors import BadRequest
from bot.store.records import Selection


def selection(
    practices: bool,
    since: str | None,
    until: str | None,
    visitors: list[str] | None,
    scenarios: list[str] | None,
) -> Selection:
    """The selection; days are UTC, the last one included. Raises BadRequest for what selects nothing."""
    given = {"--since": since, "--until": until, "--visitor": visitors, "--scenario": scenarios}
    named = [option for option, value in given.items() if value]
    if named and not practices:
        raise BadRequest(f"{' and '.join(named)}: choose among stored practices, so give --practices too")
    first, last = day("--since", since), day("--until", until)
    if first and last and last < first:
        raise BadRequest(f"--until: {last} lies before --since {first}")
    return Selection(
        since=_start(first) if first else None,
        until=_start(last + timedelta(days=1)) if last else None,
        visitors=tuple(visitors or ()),
        scenarios=tuple(scenarios or ()),
    )


def day(option: str, text: str | None) -> date | None:
    """The day that an option names; raises BadRequest where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(f"{option}: {text} is no day of the calendar, as 2026-11-26 is") from None


def _start(of: date) -> float:
    return datetime(of.year, of.month, of.day, tzinfo=UTC).timestamp()
