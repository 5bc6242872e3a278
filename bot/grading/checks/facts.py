"""Facts: whether what was said agrees with the order sheet, as far as numbers, prices and days tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from bot.core.days import day_named
from bot.core.grade import Evidence
from bot.core.heard import Finding, HeardAct
from bot.core.offers import findings_in, percent_off, sum_in
from bot.grading.judgement import Judge, Judgement, broken, excused, kept, where_expected
from bot.grading.offers import GOODWILL, ROUNDING
from bot.grading.rubric import CaseSheet
from bot.grading.talk import Said, Talk

PRICES = ("inform_price", "offer_bulk_price", "inform_shipping_cost")
STATES = ("inform_order_status", "inform_tracking", "inform_delay_cause")
"""Acts that say what has happened to the order; their days before the talk stand on the sheet."""
ARRIVAL = "inform_shipping_time"

TOLERANCE = 0.01
"""The share by which a price may differ from the sheet's, as prices are rounded."""
PIECES = 4
"""How many pieces of an article a sum may be for."""

_COMES = re.compile(
    r"bei ihnen|ankomm|angekommen|kommt|eintreff|zugestellt|arriv|reach|with you|get it"
    r"|прид[её]т|прибуд|получите|будет у вас|lleg|recib",
    re.IGNORECASE,
)
"""Words that say that the goods come, not that they leave."""

Statement = tuple[Evidence, bool]
"""Words that the sheet can tell, and whether they are true."""


@where_expected(lambda sheet: sheet.numbers or sheet.sums, "没有订单资料", "there is no order sheet")
def statements_match_facts(talk: Talk, sheet: CaseSheet) -> Judgement:
    """Numbers of the order, prices, days past and days of arrival are those of the order sheet.

    Whatever may follow from the sheet, or from what the buyer said, is not contradicted.
    """
    judged = [
        statement
        for said in talk.agent
        for tell in (_numbers, _prices, _past, _arrival)
        for statement in tell(talk, sheet, said)
    ]
    wrong = [evidence for evidence, true in judged if not true]
    if wrong:
        return broken(wrong)
    if not judged:
        return excused("没有说到订单资料能核对的内容", "nothing was said that the order sheet can tell")
    return kept([judged[0][0]])


def _numbers(talk: Talk, sheet: CaseSheet, said: Said) -> Iterator[Statement]:
    """Numbers of orders and parcels, where the sheet has such; one that the buyer named is a quotation."""
    for finding in (f for f in said.heard.findings if sheet.numbers.get(f.kind)):
        number = said.turn.text[finding.start : finding.end].upper()
        told = any(number in other.turn.text.upper() for other in talk.buyer)
        yield _quote(said, finding), told or number in sheet.numbers[finding.kind]


def _prices(talk: Talk, sheet: CaseSheet, said: Said) -> Iterator[Statement]:
    """Prices in the order's currency, before it is paid; beside something given back a sum may be that."""
    listed = sheet.prices(talk.currency)
    if not listed or talk.transcript.context.get("paid") or said.acts(*GOODWILL):
        return
    told = {sum_in(finding, talk.currency) for other in talk.buyer for finding in other.heard.findings}
    limit = sheet.authority.get("discount_percent", 0) + ROUNDING
    shares = [f.value["percent"] for f in said.heard.findings if f.kind == "percent"]
    for finding in _within(said, PRICES):
        named = sum_in(finding, talk.currency)
        if named:
            reduced = percent_off(named, (price for price in listed if price >= named))
            yield (
                _quote(said, finding),
                named in told or _adds_up(named, listed, shares) or (reduced or 100.0) <= limit,
            )


def _adds_up(named: float, listed: list[float], shares: list[float]) -> bool:
    """Whether it is a listed sum, one of several pieces, of two articles together, or a share of one."""
    whole = [n * price for n, price in product(range(1, PIECES + 1), listed)]
    parts = [price * part / 100 for price, share in product(listed, shares) for part in (share, 100 - share)]
    both = [one + other for one, other in product([*whole, *parts], listed)]
    return any(abs(named - sum_) <= TOLERANCE * sum_ for sum_ in (*whole, *parts, *both))


def _past(talk: Talk, sheet: CaseSheet, said: Said) -> Iterator[Statement]:
    """Days before the talk on which something happened to the order."""
    if talk.began is None:
        return
    told = _days_told(talk, talk.began)
    known = _dates(sheet, talk.began)
    for finding in _within(said, STATES):
        day = _day(finding, talk.began)
        if day is not None and day < talk.began:
            yield _quote(said, finding), day in known or day in told


def _arrival(talk: Talk, sheet: CaseSheet, said: Said) -> Iterator[Statement]:
    """The last day that is named for the arrival: not before the first that the sheet holds possible.

    A day alone counts where the words say that the goods come: it may be that of the dispatch.
    """
    began = talk.began
    if began is None:
        return
    possible = [began + timedelta(days=days) for days in sheet.arrivals]
    told = {*_dates(sheet, began), *_days_told(talk, began)}
    for act in said.acts(ARRIVAL):
        found = findings_in(said.heard, [act])
        named = [(day, f) for f in found if (day := _day(f, began)) is not None and day >= began]
        words = said.turn.text[act.start : act.end]
        if possible and (len(named) > 1 or (named and _COMES.search(words))):
            day, finding = max(named, key=lambda pair: pair[0])
            yield _quote(said, finding), day in told or day >= min(possible)


def _dates(sheet: CaseSheet, began: date) -> set[date]:
    return {began + timedelta(days=days) for days in sheet.dates.values()}


def _day(finding: Finding, began: date) -> date | None:
    return day_named(finding, began) if finding.kind == "date" else None


def _days_told(talk: Talk, began: date) -> set[date | None]:
    """The days that the buyer named."""
    return {_day(finding, began) for said in talk.buyer for finding in said.heard.findings}


def _within(said: Said, acts: Iterable[str]) -> list[Finding]:
    """What is found in acts of these kinds."""
    spans: list[HeardAct] = said.acts(*acts)
    return findings_in(said.heard, spans) if spans else []


def _quote(said: Said, finding: Finding) -> Evidence:
    return said.quote(finding.start, finding.end)


JUDGES: dict[str, Judge] = {"statements_match_facts": statements_match_facts}
