"""What `silkdesk grade` prints: each format makes pieces of text out of grades as they come."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from bot.cli.grade_compare import compared
from bot.cli.grade_html import html
from bot.cli.grade_indices import indices_csv, indices_json, indices_text
from bot.cli.grade_junit import junit
from bot.cli.grade_table import as_csv, table
from bot.cli.grade_text import text
from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.grading.comparison import Comparison

if TYPE_CHECKING:
    from bot.cli.grade import Format

Results = Iterable[Grade | BadLine]


def as_json(results: Iterable[Grade | Comparison | BadLine]) -> Iterator[str]:
    """One JSON object a line."""
    for result in results:
        yield f"{json.dumps(result.to_json(), ensure_ascii=False)}\n"


def as_html(results: Results) -> Iterator[str]:
    """A page in the language of the interface."""
    from bot.settings import settings

    return html(results, settings().interface)


FORMATS: dict[Format, Callable[[Results], Iterator[str]]] = {
    "text": text,
    "json": as_json,
    "table": table,
    "html": as_html,
    "csv": as_csv,
    "junit": junit,
}
INDICES: dict[Format, Callable[[Results], Iterator[str]]] = {
    "text": indices_text,
    "json": indices_json,
    "csv": indices_csv,
}
COMPARED: dict[Format, Callable[[Iterable[Comparison | BadLine]], Iterator[str]]] = {
    "text": compared,
    "json": as_json,
}
