"""A scenario in which the buyer writes letters."""

from __future__ import annotations

from dataclasses import replace

from bot.buyer.scenario import Line, Scenario
from bot.service.cards import Choice
from tests.service.fakes import scenario

SUBJECT = "Bestellung 8190"
BY_MAIL = Choice("late-parcel-by-mail", "de", "aliexpress", "DE")


def by_mail(name: str = BY_MAIL.scenario) -> Scenario:
    """The late parcel, written about in letters."""
    subject = {"de": (Line(SUBJECT),), "en": (Line("Order 8190"),)}
    return replace(scenario(), id=name, channel="email", subject=subject)
