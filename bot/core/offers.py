"""What an offer is worth: per cents and sums named in a message, measured against an order."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.heard import Finding, Heard, HeardAct

DOLLARS_AND_PESOS = frozenset("USD AUD CAD HKD NZD SGD TWD ARS CLP COP CUP DOP MXN UYU".split())
"""Currencies that people write with a bare `$`, which is heard as a dollar."""

PIECE = "piece"
"""The sum of an order that is the list price of one piece."""


def offered_percent(
    heard: Heard, acts: Iterable[HeardAct], value: float | None, currency: str | None
) -> float | None:
    """The best offer in those acts, or without any in the whole message, as per cent of the order's value.

    None where no number was named, or only a sum and the order's value is not known.
    """
    shares = [_share(finding, value, currency) for finding in findings_in(heard, acts)]
    return max((share for share in shares if share is not None), default=None)


def findings_in(heard: Heard, acts: Iterable[HeardAct]) -> list[Finding]:
    """What was found in those acts, or without any in the whole message."""
    spans = [(act.start, act.end) for act in acts] or [(0, len(heard.text))]
    return [f for f in heard.findings if any(start <= f.start < end for start, end in spans)]


def sum_in(finding: Finding, currency: str | None) -> float | None:
    """The sum that was named, where it is one in this currency."""
    if finding.kind != "money" or not _same(finding.value["currency"], currency):
        return None
    return float(finding.value["amount"])


def percent_off(named: float, listed: Iterable[float]) -> float | None:
    """What a lower price takes off the first list price it may belong to; None where it is no such price."""
    return next((100 * (1 - named / price) for price in listed if price / 2 < named <= price), None)


def price_cut(finding: Finding, currency: str, listed: Iterable[float]) -> float | None:
    """A number as per cent off: a per cent, or what a lower price takes off one of the list prices."""
    if finding.kind == "percent":
        return float(finding.value["percent"])
    named = sum_in(finding, currency)
    return None if named is None else percent_off(named, listed)


def _share(finding: Finding, value: float | None, currency: str | None) -> float | None:
    if finding.kind == "percent":
        return float(finding.value["percent"])
    amount = sum_in(finding, currency)
    return 100 * amount / value if amount is not None and value else None


def _same(written: str, currency: str | None) -> bool:
    return written == currency or (written == "USD" and currency in DOLLARS_AND_PESOS)
