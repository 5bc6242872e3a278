"""Marks places in a text: quotes of a grade in a conversation, words of a question in a passage."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST_WORD = 3
_CHINESE = r"[\u4e00-\u9fff]"


@dataclass(frozen=True)
class Span:
    """A place in code points, and the checks that quote it."""

    start: int
    end: int
    check: str
    bad: bool


@dataclass(frozen=True)
class Segment:
    """A piece of a text; `checks` are those that quote it, `bad` whether one of them is broken."""

    text: str
    checks: tuple[str, ...] = ()
    bad: bool = False


def segments(text: str, spans: Iterable[Span]) -> list[Segment]:
    """The text cut at the borders of all spans, which may overlap; places outside the text are ignored."""
    inside = [s for s in spans if 0 <= s.start < s.end <= len(text)]
    cuts = sorted({0, len(text)} | {s.start for s in inside} | {s.end for s in inside})
    pieces = []
    for start, end in itertools.pairwise(cuts):
        over = [s for s in inside if s.start <= start and end <= s.end]
        checks = tuple(dict.fromkeys(s.check for s in over))
        pieces.append(Segment(text[start:end], checks, any(s.bad for s in over)))
    return pieces


def found(text: str, question: str) -> list[Segment]:
    """The text with the words of a question marked: words of three letters up, Chinese by pairs."""
    words = {
        w for w in re.findall(r"\w+", question) if len(w) >= SHORTEST_WORD and not re.search(_CHINESE, w)
    }
    for run in re.findall(f"{_CHINESE}+", question):
        words |= {run[i : i + 2] for i in range(len(run) - 1)}
    if not words:
        return [Segment(text)]
    pattern = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    spans = [Span(m.start(), m.end(), "", False) for m in re.finditer(pattern, text, re.IGNORECASE)]
    return segments(text, spans)
