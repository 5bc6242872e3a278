"""Grades as rows: a table to read, and CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from bot.cli.transcript_input import BadLine
from bot.core.bill import written
from bot.core.grade import Grade
from bot.core.text import one_line
from bot.core.words import DIMENSIONS
from bot.grading.indices import MEASURES

NAME = 28
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""


def table(results: Iterable[Grade | BadLine]) -> Iterator[str]:
    """One line a grade, and what all of them come to."""
    yield f"{'':{NAME}} score  passed {''.join(f'{d:>15}' for d in DIMENSIONS)}  broken\n"
    passed = failed = unread = 0
    for result in results:
        if isinstance(result, BadLine):
            unread += 1
            yield f"line {result.line}: {result.error}\n"
        else:
            passed += result.passed is True
            failed += result.passed is False
            yield _row(result)
    yield f"{passed} passed, {failed} not passed, {unread} could not be read\n"


def _row(given: Grade) -> str:
    name = one_line(given.transcript)
    name = name if len(name) <= NAME else name[: NAME - 1] + "…"
    parts = "".join(f"{_figure(given.dimensions[d].score):>15}" for d in DIMENSIONS)
    mark = {True: "yes", False: "no", None: "–"}[given.passed]
    broken = " ".join(_broken(given)) or "–"
    return f"{name:{NAME}} {_figure(given.score):>5}  {mark:>6} {parts}  {broken}\n"


def _figure(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"


def _broken(given: Grade) -> list[str]:
    return [check.id for check in given.checks if check.verdict == "no"]


COLUMNS = (
    *("transcript", "scenario", "score", "passed", "pass_mark", "cap"),
    *DIMENSIONS,
    *("broken", "violations", "cost", "cost_at_most", "reviews"),
    *MEASURES,
    *("line", "error"),
)


def as_csv(results: Iterable[Grade | BadLine]) -> Iterator[str]:
    """One row a grade under a row of names; several values of a cell stand apart by blanks."""
    yield csv_row(COLUMNS)
    for result in results:
        if isinstance(result, BadLine):
            yield csv_row([*[None] * (len(COLUMNS) - 2), result.line, result.error])
        else:
            yield csv_row(_cells(result))


def _cells(given: Grade) -> list[object]:
    return [
        *(given.transcript, given.scenario, given.score, given.passed, given.pass_mark),
        given.cap.score if given.cap else None,
        *(given.dimensions[d].score for d in DIMENSIONS),
        " ".join(_broken(given)),
        " ".join(f"{v.act}@{v.turn}" for v in given.violations),
        ", ".join(written(given.bill.total)),
        ", ".join(written(given.bill.at_most)),
        " ".join(f"{made.check}:{made.decision}" for made in given.reviews),
        *(index.value for index in given.indices),
        *(None, None),
    ]


def csv_row(cells: Iterable[object]) -> str:
    """A row of CSV that no spreadsheet runs."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: object) -> object:
    """The cell, with a text that a spreadsheet would run made plain by an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
