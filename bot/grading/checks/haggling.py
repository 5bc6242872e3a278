"""Haggling: the price defended within the limits, concessions made in steps and against something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.grade import Evidence
from bot.core.offers import PIECE, percent_off, sum_in
from bot.grading.judgement import Judge, Judgement, banded, excused, where_expected
from bot.grading.offers import ROUNDING, own_numbers
from bot.grading.rubric import CaseSheet
from bot.grading.talk import Said, Talk

QUOTES = ("offer_discount", "offer_bulk_price", "counter_offer")
"""Acts that name a lower price."""

STEP = 0.25
"""What it costs of the points to give all at once, to give for nothing, or to give nothing at all."""

_CONDITION = re.compile(
    r"\b(?:wenn|falls|sofern|vorausgesetzt|bei|ab|gegen|dafür|gültig)\b"
    r"|\b(?:if|when|provided|against|in return|for|on|until|from)\b"
    r"|\b(?:если|при|взамен|за|от|до|в обмен)\b"
    r"|\b(?:si|siempre que|a cambio|con|al|para|hasta|a partir)\b",
    re.IGNORECASE,
)
"""Words that tie a lower price to something: a quantity, a day, another favour."""


@dataclass(frozen=True)
class _Quote:
    """A lower price with the per cent that it takes off, where a number was named."""

    said: Said
    evidence: Evidence
    percent: float | None


@where_expected(lambda sheet: sheet.haggled, "这个情况不议价", "no price is haggled over here")
def price_held(talk: Talk, sheet: CaseSheet) -> Judgement:
    """Nothing beyond the limit was given, not all of it at once, and a concession made against something."""
    limit, given = sheet.authority.get("discount_percent"), list(_given(talk, sheet))
    if limit is None or not (given or talk.buyer_did("bargain")):
        return excused("没有人还价", "nobody asked for a lower price")
    beyond = [quote.evidence for quote in given if (quote.percent or 0.0) > limit + ROUNDING]
    if beyond:
        return banded(0.0, beyond)
    short = []
    if given and (given[0].percent or 0.0) >= limit > 0:
        short.append(given[0].evidence)
    if not given:
        short.append(talk.agent[-1].due())
    elif not any(_CONDITION.search(quote.said.turn.text) for quote in given):
        short.append(given[-1].evidence)
    return banded(1 - STEP * len(short), dict.fromkeys(short))


def _given(talk: Talk, sheet: CaseSheet) -> Iterator[_Quote]:
    """Every lower price that was named, in order of place."""
    listed = sheet.prices(talk.currency, "value", PIECE)
    for said in talk.agent:
        for act in said.acts(*QUOTES):
            found = own_numbers(talk, said, [act])
            cuts = [float(f.value["percent"]) for f in found if f.kind == "percent"]
            prices = (sum_in(finding, talk.currency) for finding in found)
            cuts += [cut for price in prices if price and (cut := percent_off(price, listed)) is not None]
            yield _Quote(said, said.quote_act(act), max(cuts, default=None))


JUDGES: dict[str, Judge] = {"price_held": price_held}
