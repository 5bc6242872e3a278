"""What stands in quotation marks, as the four languages set them: “…”, „…“, «…», »…«, "…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKS = '«»„“”"'
"""All of them; only by its place does a mark tell whether it opens or closes."""
_QUOTED = re.compile(r"[„“\"][^„“”\"]*[“”\"]|«[^«»]*»|»[^«»]*«")
_LEFT_OPEN = re.compile(rf"[«„“\"](?=[^{MARKS}]*\w)[^{MARKS}]*\Z")


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each quotation that is closed again, with its marks."""
    return (match.span() for match in _QUOTED.finditer(text))


def unquoted(text: str) -> str:
    """The text with blanks for its quotations, so that each place is kept."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def left_open(text: str) -> bool:
    """Whether the text ends within a quotation, of which it has a word at least."""
    return bool(_LEFT_OPEN.search(unquoted(text)))
