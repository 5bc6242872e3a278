"""Numbers, times and days that a message names, and in which of its acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Literal

from bot.core.days import day_named
from bot.core.heard import Heard, HeardAct

NO_OFFER = ("inform", "ask", "decline", "violate")
"""Groups of acts in which a per cent is no offer: eighty per cent of cotton, the demand that is refused."""

SENTENCE_END = re.compile(r"[.!?…]+\s+|\n+")
"""What stands between two sentences, with the mark that ends the first."""

MOMENTS = frozenset({"minute", "hour"})
"""Units of time that a buyer spends in front of the screen."""

GREETINGS = frozenset({"greet", "farewell"})
"""Acts whose times are no terms: good to see you today, until tomorrow."""

A_SUMMARY = 12
"""Words from which a wish for confirmation sums up something."""

ARRIVAL = frozenset({"inform_shipping_time", "violate_false_promise"})
"""Acts whose dates say when the goods come."""

DISPATCH = frozenset({"promise_dispatch"})
"""Acts whose dates say when they leave."""


def acts_of(heard: Heard, ids: Iterable[str]) -> list[HeardAct]:
    """The acts of those ids, with their places."""
    return [act for act in heard.acts if act.act in set(ids)]


def sentences_of(heard: Heard, act: str) -> str:
    """The sentences in which the act stands."""
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(heard.text)), len(heard.text)]
    places = acts_of(heard, [act])
    told = [(a, b) for a, b in pairwise(ends) if any(p.start < b and a < p.end for p in places)]
    return " ".join(heard.text[a:b] for a, b in told)


def names_a_share(heard: Heard, groups: Mapping[str, str]) -> tuple[str, ...] | None:
    """The acts that name a per cent, but for those that state a fact, ask, refuse or do wrong.

    Empty where it stands in no act; None where none is named. In answer to a demand it is an offer.
    """
    shares = [finding for finding in heard.findings if finding.kind == "percent"]
    around = [act for act in heard.acts for share in shares if act.start <= share.start < act.end]
    naming = tuple(dict.fromkeys(act.act for act in around if groups[act.act] not in NO_OFFER))
    return naming if naming or (shares and not around) else None


def share_besides(heard: Heard, groups: Mapping[str, str]) -> float | None:
    """The first per cent that stands in no act that states a fact, asks, refuses or does wrong."""
    barred = [act for act in heard.acts if groups[act.act] in NO_OFFER]
    shares = [finding for finding in heard.findings if finding.kind == "percent"]
    free = [s for s in shares if not any(act.start <= s.start < act.end for act in barred)]
    return float(free[0].value["percent"]) if free else None


def time_named(heard: Heard) -> Literal["moment", "day"] | None:
    """Whether the message names minutes or hours to wait, or a day or more, beside its greeting."""
    named = [f for f in heard.findings if not _in_greeting(heard, f.start)]
    units = {finding.value["unit"] for finding in named if finding.kind == "duration"}
    if units - MOMENTS or any(finding.kind == "date" for finding in named):
        return "day"
    return "moment" if units else None


def sums_up(heard: Heard) -> bool:
    """Whether a message that asks for confirmation is long enough, or names what there is to confirm."""
    return bool(heard.findings) or len(heard.text.split()) >= A_SUMMARY


def _in_greeting(heard: Heard, place: int) -> bool:
    around = {act.act for act in heard.acts if act.start <= place < act.end}
    return bool(around) and around <= GREETINGS


def days_in(heard: Heard, acts: Iterable[str], today: date) -> list[date]:
    """The days from today on that the message names in these acts, in order."""
    spans = [(act.start, act.end) for act in acts_of(heard, acts)]
    named = (
        day_named(finding, today)
        for finding in heard.findings
        if finding.kind == "date" and any(start <= finding.start < end for start, end in spans)
    )
    return sorted({day for day in named if day is not None and day >= today})
