"""`silkdesk grade`: grades conversations, also real ones that were not practised here."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated

import typer

from bot.core.errors import BadRequest, NotFound
from bot.core.grade import CheckResult, Grade
from bot.core.heard import JsonDict


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="grade")(grade)


def grade(
    transcripts: Annotated[
        list[str], typer.Argument(help="Files with one transcript, or one a line; - is standard input.")
    ],
    day: Annotated[
        str | None, typer.Option("--date", help="Rules as of this day (ISO).", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Grade conversations. A line that cannot be read is reported in its place; the rest is graded.

    Example: silkdesk grade talk.json --date 2026-11-26
    """
    from bot import bootstrap
    from bot.cli import transcript_input

    as_of = _day(day)
    grader = bootstrap.grader()
    for source in transcripts:
        origin = f"{source}: " if len(transcripts) > 1 else ""
        for line, found in transcript_input.transcripts(source):
            if isinstance(found, transcript_input.BadLine):
                _print_error(found.line, origin + found.error, as_json)
                continue
            try:
                _print(grader.grade(found, as_of), as_json)
            except NotFound as error:
                if line is None:
                    raise BadRequest(f"{source}: scenario: {error}") from None
                _print_error(line, f"{origin}{error}", as_json)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(f"--date: {text} is no day of the calendar, as 2026-11-26 is") from None


def _print_error(line: int, error: str, as_json: bool) -> None:
    told: JsonDict = {"line": line, "error": error}
    print(json.dumps(told, ensure_ascii=False) if as_json else f"line {line}: {error}", flush=True)


def _print(given: Grade, as_json: bool) -> None:
    if as_json:
        print(json.dumps(given.to_json(), ensure_ascii=False), flush=True)
        return
    score = "no score" if given.score is None else f"{given.score:g} of 100"
    mark = {True: "passed", False: "not passed", None: "nothing to judge"}[given.passed]
    print(f"{given.transcript}: {score}, {mark} (pass mark {given.pass_mark:g})")
    if given.cap:
        print(f"  capped at {given.cap.score:g} by {', '.join(given.cap.because)}")
    for dimension, part in given.dimensions.items():
        print(f"  {dimension:14} {'–' if part.score is None else f'{part.score:.1f}'}")
    for check in given.checks:
        if check.verdict == "no":
            _print_broken(check)
    sys.stdout.flush()


def _print_broken(check: CheckResult) -> None:
    print(f"  no: {check.title['en']} ({check.id}){' critical' if check.critical else ''}")
    for evidence in check.evidence:
        print(f"      turn {evidence.turn}: {evidence.quote or 'left undone here'}")
    if check.advice:
        print(f"      {check.advice['en']}")
    if check.phrase:
        print(f"      Say: {check.phrase}")
    print(f"      See {check.topic}{f', {check.section}' if check.section else ''}")
