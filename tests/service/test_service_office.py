"""The office clock: a working week in three quarters of an hour."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.service.office import DAY, HOUR, WEEK, Office, monday_of, opening

MONDAY = date(2026, 11, 23)
OFFICE = Office(MONDAY, speed=60.0, within=24.0 * HOUR)
DAY_S = 540.0
"""Real seconds of a day of nine hours."""


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "Mon 09:00"),
        (30.0, "Mon 09:30"),
        (DAY_S - 1, "Mon 17:59"),
        (DAY_S, "Tue 09:00"),
        (4 * DAY_S + 60, "Fri 10:00"),
        (5 * DAY_S, "Mon 09:00"),
    ],
)
def test_a_second_is_a_minute_and_nobody_sits_through_nights_and_weekends(seconds: float, shown: str) -> None:
    assert OFFICE.moment(OFFICE.at(seconds)).strftime("%a %H:%M") == shown


def test_the_calendar_goes_on_over_the_weekend() -> None:
    assert OFFICE.at(5 * DAY_S) == WEEK
    assert OFFICE.moment(OFFICE.at(5 * DAY_S)) == datetime(2026, 11, 30, 9)


@pytest.mark.parametrize("seconds", [0.0, 17.25, DAY_S - 0.5, DAY_S, 3 * DAY_S + 100, 12 * DAY_S + 1])
@pytest.mark.parametrize("speed", [1.0, 60.0, 77.7])
def test_back_and_forth_is_the_same(seconds: float, speed: float) -> None:
    office = Office(MONDAY, speed, DAY)
    assert office.seconds(office.at(seconds)) == pytest.approx(seconds, abs=0.001)


@pytest.mark.parametrize(
    ("arrives", "opens"),
    [
        (2.0 * HOUR, 2.0 * HOUR),
        (11.0 * HOUR, DAY),
        (4 * DAY + 9.0 * HOUR, WEEK),
        (6 * DAY, WEEK),
        (-62.0 * HOUR, 0),
    ],
)
def test_a_letter_is_waited_for_from_when_the_office_opens(arrives: float, opens: float) -> None:
    assert opening(arrives) == OFFICE.counts_from(arrives) == opens
    assert OFFICE.writes_again(arrives) == opens + 24 * HOUR
    assert OFFICE.seconds(arrives) == OFFICE.seconds(opens)


def test_an_angry_buyer_answers_sooner_and_a_long_letter_takes_longer() -> None:
    short, long = "Danke.", "Danke. " * 100
    angry, annoyed, calm = (OFFICE.answered(HOUR, short, mood) for mood in ("angry", "annoyed", "calm"))
    assert HOUR < angry < annoyed < calm < OFFICE.answered(HOUR, long, "calm") < DAY


def test_a_practice_begins_on_the_monday_of_its_week() -> None:
    assert {monday_of(date(2026, 11, day)) for day in range(23, 30)} == {MONDAY}
