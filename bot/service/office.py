"""The office clock of a practice by e-mail.

Letters are answered within hours, and nobody practises for hours. So the practice begins on a Monday at
09:00, a real second lasts about a minute (`Pace.office`), and what nobody works through, nights and
weekends, passes at a jump. `at` of a letter counts all simulated seconds since that Monday 09:00, closed
hours included, as a calendar does. The agent is waited for only from the hour at which the office opens.
Times are those of the office's wall clock in China, where no hour is ever skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.buyer.scenario import Band

HOUR = 3_600
DAY = 24 * HOUR
WEEK = 7 * DAY
WORKDAYS = 5
OPENS = 9
WORKDAY = 9 * HOUR
"""Seconds from opening to closing."""

ANSWERS_WITHIN = 24.0
"""Hours in which a letter is to be answered where neither shop nor platform says."""
FIRST_HOURS: dict[Band, float] = {"calm": 4.0, "annoyed": 2.0, "angry": 1.0}
"""Hours after which a buyer answers, by mood."""
ARRIVALS = (-61.3 * HOUR, -46.8 * HOUR, -17.1 * HOUR, -9.6 * HOUR, -1.4 * HOUR)
"""When the letters of an inbox came in: Friday evening, Saturday, Sunday, Sunday night, Monday early."""
CHARACTERS_AN_HOUR = 800
"""Characters of a letter that take the buyer one hour more."""


@dataclass(frozen=True)
class Office:
    """A timeline of simulated seconds since `monday`, 09:00.

    `speed`: simulated seconds in a real one; `within`: seconds in which a letter is to be answered.
    """

    monday: date
    speed: float
    within: float

    @staticmethod
    def of(monday: date, speed: float, within: float | None) -> Office:
        """The office of a shop that has to answer within so many hours, or of which nothing is known."""
        return Office(monday, speed, HOUR * (ANSWERS_WITHIN if within is None else within))

    def at(self, seconds: float) -> float:
        """What the clock shows after so many real seconds: never a closed hour."""
        return _shown(round(seconds * self.speed, 3))

    def seconds(self, at: float) -> float:
        """Real seconds until the clock shows `at`, or has jumped over it."""
        return _worked(at) / self.speed

    def counts_from(self, at: float) -> float:
        """`at` itself in office hours, else when the office opens next."""
        return opening(at)

    def writes_again(self, at: float) -> float:
        """When the time for an answer is over."""
        return opening(at) + self.within

    def answered(self, at: float, text: str, band: Band) -> float:
        """When the buyer's letter arrives after an agent's at `at`: longer ones later, angry ones sooner."""
        return at + HOUR * (FIRST_HOURS[band] + len(text) / CHARACTERS_AN_HOUR)

    def moment(self, at: float) -> datetime:
        """`at` by calendar and wall clock."""
        return datetime.combine(self.monday, time(OPENS)) + timedelta(seconds=at)


def opening(at: float) -> float:
    """The first moment of office hours that is not before `at`."""
    return _shown(_worked(at))


def monday_of(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def _worked(at: float) -> float:
    """Seconds of office hours from the first opening to `at`."""
    weeks, rest = divmod(at, WEEK)
    day, passed = divmod(rest, DAY)
    worked = min(passed, WORKDAY) if day < WORKDAYS else 0.0
    return (weeks * WORKDAYS + min(day, WORKDAYS)) * WORKDAY + worked


def _shown(worked: float) -> float:
    """What the clock shows after so many seconds of office hours."""
    days, passed = divmod(worked, WORKDAY)
    weeks, day = divmod(days, WORKDAYS)
    return weeks * WEEK + day * DAY + passed
