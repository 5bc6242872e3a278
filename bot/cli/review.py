"""`silkdesk review`: a teacher accepts, adjusts or rejects one check of a stored grade."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from bot.core.errors import BadRequest
from bot.core.heard import JsonDict
from bot.core.review import Review


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="review")(review)


def review(
    practice: Annotated[str, typer.Argument(help="The practice's id, as its report's address has it.")],
    check: Annotated[str | None, typer.Argument(help="A check of its grade.", show_default=False)] = None,
    decision: Annotated[
        str | None, typer.Argument(help="accept, adjust or reject.", show_default=False)
    ] = None,
    author: Annotated[str, typer.Option("--by", help="Who decides.", show_default=False)] = "",
    reason: Annotated[str, typer.Option(help="Why.", show_default=False)] = "",
    verdict: Annotated[
        str | None, typer.Option(help="Adjusted to yes, no or na.", show_default=False)
    ] = None,
    points: Annotated[
        float | None, typer.Option(help="Adjusted points; all for yes, 0 for no.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Review one check of a practice's latest grade, or show what was reviewed. The grade itself stays.

    Example: silkdesk review 0b5c… empathy_shown reject --by "Wang Li" --reason "She did name the trouble."
    """
    import time

    from bot import bootstrap
    from bot.grading.revision import revised_score
    from bot.service.reviewing import Ruling

    desk = bootstrap.reviewing()
    if check is not None:
        if decision is None:
            raise BadRequest("review what way? Say accept, adjust or reject after the check")
        desk.review(practice, Ruling(check, decision, author, reason, verdict, points), time.time())
    grade = desk.grading(practice).grade
    reviews = desk.reviews.of_attempt(practice)
    told: JsonDict = {
        "transcript": practice,
        "visitor": desk.attempt(practice).visitor,
        "score": grade["score"],
        "revised_score": revised_score(grade, reviews, bootstrap.rubric().caps),
        "reviews": [made.to_json() for made in reviews],
    }
    print(json.dumps(told, ensure_ascii=False) if as_json else "\n".join(_lines(told, reviews)))


def _lines(told: JsonDict, reviews: list[Review]) -> Iterator[str]:
    from bot.cli.grade_text import review_line

    score, revised = (_figure(told[key]) for key in ("score", "revised_score"))
    taught = f", by teachers {revised}" if reviews else ", no review yet"
    yield f"{told['transcript']} of visitor {told['visitor']}: {score}{taught}"
    for made in reviews:
        yield f"  {made.check}: {review_line(made)}"


def _figure(score: float | None) -> str:
    return "no score" if score is None else f"{score:g}"
