"""What is certain by its form, with its place in the message."""

from __future__ import annotations

from functools import partial

from bot.core.heard import Finding
from bot.understanding.amounts import money
from bot.understanding.contacts import emails, phones, urls
from bot.understanding.dates import dates
from bot.understanding.durations import durations
from bot.understanding.messengers import messengers
from bot.understanding.numbers import cards, identities, orders, parcels
from bot.understanding.percents import percents
from bot.understanding.times import times

_FIRST = (emails, urls, parcels, orders, cards, identities, phones)
_THEN = (money, durations, percents, times)
"""Where two kinds claim the same characters, the earlier kind has them; dates stand between these."""


def findings(text: str, language: str | None = None) -> tuple[Finding, ...]:
    """All findings in order of place. A messenger may stand inside a link; else none overlap.

    `language` tells which number of a date such as 3/12 is the day.
    """
    free = bytearray(b"\x01") * len(text)
    found: list[Finding] = []
    for kind in (*_FIRST, partial(dates, language=language), *_THEN):
        new = [f for f in kind(text) if all(free[f.start : f.end])]
        for f in new:
            free[f.start : f.end] = bytes(f.end - f.start)
        found += new
    return tuple(sorted([*found, *messengers(text)], key=lambda f: (f.start, f.end)))
