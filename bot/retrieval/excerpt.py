"""The part of a section that is shown: whole sentences, some 300 characters.

A statement that still has to be checked bears its mark at its end, and is never shown without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.article import TO_CHECK

LENGTH = 300
_END = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])")
_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)(?!(?:[-*+>#]|\d+\.)\s)")
_MARKUP = re.compile(r"^\s*(?:[-*+]|\d+\.|#+|>)\s+|[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", re.MULTILINE)


def plain(markdown: str) -> str:
    """The text without the signs of Markdown: bullets, emphasis, code. A line is a paragraph or a bullet."""
    return _MARKUP.sub("", _WRAPPED.sub(" ", markdown)).strip()


@dataclass(frozen=True)
class Sentence:
    """A sentence; `mark` is what ends its statement where that is still to be checked, else empty."""

    text: str
    mark: str


def sentences(markdown: str) -> list[Sentence]:
    """The sentences of a section, each bullet at least one."""
    return [sentence for line in plain(markdown).splitlines() for sentence in _of_statement(line)]


def excerpt(markdown: str, asked: set[str], tokenize: Callable[[str], list[str]]) -> str:
    """Consecutive sentences that fit LENGTH and share most words with what was `asked`; at least one."""
    parts = sentences(markdown)
    shared = [len(asked.intersection(tokenize(part.text))) for part in parts]
    best, most = (0, 1), -1
    for start in range(len(parts)):
        end = _reach(parts, start)
        if (worth := sum(shared[start:end])) > most:
            best, most = (start, end), worth
    return _shown(parts[best[0] : best[1]])


def _of_statement(statement: str) -> Iterator[Sentence]:
    parts = [part.strip() for part in _END.split(statement) if part.strip()]
    for i, part in enumerate(parts):
        rest = " ".join(parts[i:])
        yield Sentence(part, next((mark for mark in TO_CHECK.values() if mark in rest), ""))


def _reach(parts: Sequence[Sentence], start: int) -> int:
    end = start + 1
    while end < len(parts) and len(_shown(parts[start : end + 1])) <= LENGTH:
        end += 1
    return end


def _shown(parts: Sequence[Sentence]) -> str:
    """Consecutive sentences as one text; where the last statement is cut, its mark follows."""
    text = ""
    for part in parts:
        text += _after(text, part.text)
    last = parts[-1]
    return text if last.mark in last.text else text + _after(text, last.mark)


def _after(text: str, more: str) -> str:
    return more if not text or text[-1] in "。！？；" else f" {more}"
