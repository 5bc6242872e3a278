"""The part of a section that is shown: whole sentences, some 300 characters."""

from __future__ import annotations

import re
from collections.abc import Callable

LENGTH = 300
_END = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])|\n+")
_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)(?!(?:[-*+>#]|\d+\.)\s)")
_MARKUP = re.compile(r"^\s*(?:[-*+]|\d+\.|#+|>)\s+|[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", re.MULTILINE)


def plain(markdown: str) -> str:
    """The text without the signs of Markdown: bullets, emphasis, code. A line is a paragraph or a bullet."""
    return _MARKUP.sub("", _WRAPPED.sub(" ", markdown)).strip()


def sentences(markdown: str) -> list[str]:
    """The sentences of a section, each bullet at least one."""
    return [part.strip() for part in _END.split(plain(markdown)) if part.strip()]


def excerpt(markdown: str, asked: set[str], tokenize: Callable[[str], list[str]]) -> str:
    """Consecutive sentences that fit LENGTH and share most words with what was `asked`; at least one."""
    parts = sentences(markdown)
    shared = [len(asked.intersection(tokenize(part))) for part in parts]
    best, most = (0, 1), -1
    for start in range(len(parts)):
        end = _reach(parts, start)
        if (worth := sum(shared[start:end])) > most:
            best, most = (start, end), worth
    return _join(parts[best[0] : best[1]])


def _reach(parts: list[str], start: int) -> int:
    end, size = start + 1, len(parts[start])
    while end < len(parts) and size + 1 + len(parts[end]) <= LENGTH:
        size += 1 + len(parts[end])
        end += 1
    return end


def _join(parts: list[str]) -> str:
    text = ""
    for part in parts:
        text += part if not text or text[-1] in "。！？；" else f" {part}"
    return text
