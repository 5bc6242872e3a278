"""Spans of time that a passage sets against each other: the law's and the shop's, a claim and its correction.

Read clause by clause, “two years by law, but this one carries six months” grants, and “some sellers write one
month; it is two years” denies.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from bot.understanding.quotations import unquoted
from bot.understanding.right_words import (
    CLAIMED,
    DENIED,
    DISOWNED,
    KINDS,
    LAW,
    LAW_ITSELF,
    NOT_OF_THE_RIGHT,
    OF_ELSE,
    OF_THE_RIGHT,
    ONLY,
    RIGHT,
    SHOP,
    SHOP_GIVES,
    WE,
)
from bot.understanding.told_spans import UNITS, Told, bare, told

LESS = 0.9
"""How much of another span is less; the same in another unit is not."""
NEAR = 120
"""Characters at most between the law's span and the shop's word, where that surely cuts it short."""
WINDOW = 30
"""Characters before a span in which it is denied or made little of."""
_STOP = re.compile(r"[.!?…](?=\s|\Z)")


@dataclass(frozen=True)
class Compared:
    """The clauses of a passage with the spans that they tell, to be compared.

    `text` is all clauses without quotations; `starts` are their places in it, and where one more would begin.
    """

    text: str
    starts: Sequence[int]
    told: Sequence[Told]

    @classmethod
    def of(cls, clauses: Sequence[str]) -> Compared:
        """Reads the clauses as one text."""
        text = unquoted(" ".join(clauses))
        return cls(text, list(accumulate((len(c) + 1 for c in clauses), initial=0)), told(text))

    def cut_short(self) -> list[int]:
        """The clauses that surely cut a right short: the shop gives less than the law, in plain words alone.

        Both spans are days at least, of the same right, and nothing else is named that they could be of.
        """
        if not LAW.search(self.text):
            return []
        return sorted({self._row(s.end()) for s in SHOP_GIVES.finditer(self.text) if self._cuts(*s.span())})

    def falls_short(self) -> list[int]:
        """The clauses in which a span of the shop's falls short of one told before it.

        A right has to be named before it, and a word of the shop in the clause, but none of something else.
        A hint alone: whether the span is one of the right is left to what else is heard there.
        """
        right = RIGHT.search(self.text)
        if right is None:
            return []
        short = {
            self._row(own.start)
            for own in self._spans
            if right.start() < own.start and any(s.end <= own.start and _less(own, s) for s in self._spans)
        }
        return [row for row in sorted(short) if _of_the_shop(self._clause(row))]

    def corrected(self, row: int) -> bool:
        """Whether the clause is what others are told to claim, or is not so, and a longer span follows.

        Where it tells no span itself, it has to be disowned in words.
        """
        begin, end = self.starts[row], self.starts[row + 1]
        own = [span for span in self._spans if begin <= span.start < end]
        claim = CLAIMED.search(self.text, self._sentence_start(begin), end)
        if claim is None or WE.search(self.text, claim.end(), end):
            claimed = any(DENIED.search(self._before(span)) for span in own)
        else:
            claimed = bool(own or DISOWNED.search(self.text, claim.end()))
        most = max((span.days for span in own), default=0.0)
        later = (span for span in self._spans if span.start >= end and LESS * span.days > most)
        return claimed and any(_of_the_right(self._clause(self._row(span.start))) for span in later)

    @cached_property
    def _spans(self) -> Sequence[Told]:
        return [*self.told, *self._counts()]

    def _counts(self) -> Iterator[Told]:
        """Counts that end a clause, in the unit told last before it: “with us only two”."""
        ends = [span.end for span in self.told]
        for begin, end in pairwise(self.starts):
            before = bisect(ends, begin)
            count = bare(self.text, begin, end - 1, self.told[before - 1].unit) if before else None
            if count and (count.days > count.unit or ONLY.search(self._before(count))):
                yield count

    def _cuts(self, shop: int, place: int) -> bool:
        """Whether the span at a place, which the shop named before it gives, is less than the law's."""
        days = [span for span in self.told if span.unit >= UNITS["day"]]
        law = next((s for s in reversed(days) if shop - NEAR <= s.start and s.end <= shop), None)
        if law is None:
            return False
        own = next((s for s in days if s.start == place), None) or bare(
            self.text, place, len(self.text), law.unit
        )
        if own is None or own.start != place or not _less(own, law):
            return False
        end = self._sentence_end(place)
        theirs, ours = self.text[:shop], self.text[shop:end]
        beside = self.text[self._sentence_start(law.start) : end]
        return "?" not in ours and not OF_ELSE.search(beside) and _of_one_kind(theirs, ours)

    def _clause(self, row: int) -> str:
        return self.text[self.starts[row] : self.starts[row + 1]].rstrip()

    def _row(self, place: int) -> int:
        return bisect(self.starts, place) - 1

    def _before(self, span: Told) -> str:
        return self.text[max(0, span.start - WINDOW) : span.start]

    def _sentence_start(self, place: int) -> int:
        return max((stop.end() for stop in _STOP.finditer(self.text, 0, place)), default=0)

    def _sentence_end(self, place: int) -> int:
        stop = _STOP.search(self.text, place)
        return stop.end() if stop else len(self.text)


def _less(own: Told, other: Told) -> bool:
    return 0 < own.days < LESS * other.days


def _of_one_kind(theirs: str, ours: str) -> bool:
    """Whether both speak of the same right, or one of them names none."""
    first, second = ({kind for kind in KINDS if kind.search(part)} for part in (theirs, ours))
    return not (first and second) or bool(first & second)


def _of_the_shop(clause: str) -> bool:
    other = NOT_OF_THE_RIGHT.search(clause) or LAW_ITSELF.search(clause) or clause.endswith("?")
    return bool(SHOP.search(clause)) and not other


def _of_the_right(clause: str) -> bool:
    return bool(OF_THE_RIGHT.search(clause)) and not NOT_OF_THE_RIGHT.search(clause)
