"""`silkdesk grade`: grades conversations, also real ones that were not practised here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from bot.core.errors import BadFile, BadRequest

if TYPE_CHECKING:
    from bot.cli.grade_work import Read
    from bot.grading.rubric import Rubric

Result = TypeVar("Result")

Format = Literal["text", "json", "table", "html", "csv", "junit"]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="grade")(grade)


def grade(
    transcripts: Annotated[
        list[str] | None,
        typer.Argument(help="Files with one transcript, one a line, or a chat as CSV; - is standard input."),
    ] = None,
    practices: Annotated[
        bool, typer.Option("--practices", help="Grade all finished practices of this host.")
    ] = False,
    since: Annotated[
        str | None, typer.Option(help="Practices begun on this day or later (UTC).", show_default=False)
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Practices begun on this day or before.", show_default=False)
    ] = None,
    visitor: Annotated[list[str] | None, typer.Option(help="Practices of this visitor.")] = None,
    scenario: Annotated[list[str] | None, typer.Option(help="Practices of this scenario.")] = None,
    day: Annotated[
        str | None, typer.Option("--date", help="Rules as of this day (ISO).", show_default=False)
    ] = None,
    rubric: Annotated[
        Path | None, typer.Option(help="Another rubric than knowledge/rubric.yml.", show_default=False)
    ] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Tell what --date or --rubric changes (text or json).")
    ] = False,
    indices: Annotated[
        bool, typer.Option("--indices", help="The fourteen indices over all talks (text, json or csv).")
    ] = False,
    output: Annotated[Format, typer.Option("--format", help="What is printed.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    source: Annotated[
        Literal["json", "csv"] | None,
        typer.Option("--input", help="What is read, where a file's name does not tell.", show_default=False),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="FIELD=COLUMN of a CSV; without it a column bears its field's name."),
    ] = None,
    value: Annotated[
        list[str] | None, typer.Option(help="FIELD=VALUE that holds for all conversations of a CSV.")
    ] = None,
    agent: Annotated[
        list[str] | None, typer.Option(help="Sender in a CSV who is an agent; all others are buyers then.")
    ] = None,
    time_format: Annotated[
        str | None, typer.Option(help="How a CSV writes times, as %d.%m.%Y %H:%M.", show_default=False)
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(
            help="How a CSV is encoded, as gb18030 or utf-16; UTF-8 without it.", show_default=False
        ),
    ] = "utf-8-sig",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes for many conversations.", show_default="one a CPU")
    ] = None,
) -> None:
    """Grade conversations. A line that cannot be read is reported in its place; the rest is graded.

    Example: silkdesk grade chats.csv --column id=Ticket --value language=de --format table
    """
    from bot import bootstrap
    from bot.cli.grade_formats import COMPARED, FORMATS, INDICES
    from bot.cli.grade_selection import day as day_of
    from bot.cli.grade_selection import selection
    from bot.cli.grade_work import comparing, grading, with_reviews
    from bot.cli.transcript_input import Transcripts
    from bot.content.chat_messages import OF_MESSAGE, OF_TALK, Layout
    from bot.service import finished

    if not (transcripts or practices):
        raise BadRequest("grade what? Name files, - for standard input, or --practices")
    shown: Format = "json" if as_json else output
    as_of = day_of("--date", day)
    wanted = selection(practices, since, until, visitor, scenario)
    if compare and not (as_of or rubric):
        raise BadRequest("--compare: with what? Give --date or --rubric")
    if compare and shown not in COMPARED:
        raise BadRequest(f"--compare prints {' or '.join(COMPARED)}, not {shown}")
    if indices and (compare or shown not in INDICES):
        raise BadRequest(f"--indices prints {', '.join(INDICES)}, and goes without --compare")
    layout = Layout(
        columns=_pairs("--column", column, (*OF_MESSAGE, *OF_TALK)),
        values=_pairs("--value", value, OF_TALK),
        agents=frozenset(name.casefold() for name in agent or ()),
        time_format=time_format,
        encoding=encoding,
    )
    grader = bootstrap.grader()
    newer = replace(grader, rubric=_rubric(rubric)) if rubric else grader
    reading = Transcripts(transcripts or [], bootstrap.scenarios(), layout, source and source == "csv")
    stored = finished.transcripts(bootstrap.attempts(), bootstrap.scenarios(), wanted) if practices else ()
    things = chain(stored, reading.read())
    share = (lambda: None) if practices else lambda: reading.share
    if compare:
        _print(COMPARED[shown], comparing(grader, newer, as_of), things, share, jobs)
    elif indices:
        _print(INDICES[shown], grading(newer, as_of), things, share, jobs)
    elif practices:
        reviewed = with_reviews(FORMATS[shown], bootstrap.reviews().of_attempt)
        _print(reviewed, grading(newer, as_of), things, share, jobs)
    else:
        _print(FORMATS[shown], grading(newer, as_of), things, share, jobs)


def _print(
    shown: Callable[[Iterable[Result]], Iterator[str]],
    work: Callable[[Read], Result],
    things: Iterable[Read],
    share: Callable[[], float | None],
    jobs: int | None,
) -> None:
    """Prints the results as they come, with the progress on the terminal where they go elsewhere."""
    from bot.cli.in_order import in_order
    from bot.cli.progress import with_progress

    results = in_order(work, things, jobs or len(os.sched_getaffinity(0)))
    if not sys.stdout.isatty():
        results = with_progress(results, share, sys.stderr)
    for piece in shown(results):
        print(piece, end="", flush=True)


def _rubric(path: Path) -> Rubric:
    """The rubric in a file; raises BadRequest with the first thing that is wrong in it."""
    from bot import bootstrap

    try:
        return bootstrap.rubric_in(path, str(path))
    except BadFile as error:
        first, *more = error.problems
        raise BadRequest(f"{first}{f' (and {len(more)} more)' if more else ''}") from None


def _pairs(option: str, given: list[str] | None, fields: Collection[str]) -> dict[str, str]:
    """Field to what is given for it; raises BadRequest for what is no pair, or of no such field."""
    pairs = dict(pair.partition("=")[::2] for pair in given or ())
    for name, meant in pairs.items():
        if name not in fields or not meant:
            raise BadRequest(f"{option}: {name}={meant} names none of {', '.join(fields)}, or nothing for it")
    return pairs
