"""`silkdesk rubric`: the checks with weights, caps, pass mark and the formula."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.core.words import DIMENSIONS

FORMULA = (
    "A dimension's score is 100 x the points of its judged checks / their possible points. "
    "The score is the mean of the dimensions by weight; the weight of one without a judged check is "
    "shared out. Broken critical checks cap it. A check takes from the score its missing points / the "
    "possible points of its dimension x that dimension's share; that and the score before the cap make 100."
)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="rubric")(show)


def show(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the checks of the grade, what they weigh, and how they add up.

    Example: silkdesk rubric
    """
    from bot import bootstrap

    rubric = bootstrap.rubric()
    if as_json:
        print(
            json.dumps(
                {
                    "date": rubric.day.isoformat(),
                    "digest": rubric.digest,
                    "pass_mark": rubric.pass_mark,
                    "caps": list(rubric.caps),
                    "dimensions": dict(rubric.dimensions),
                    "formula": FORMULA,
                    "checks": [
                        {
                            "id": spec.id,
                            "dimension": spec.dimension,
                            "critical": spec.critical,
                            "of": spec.of,
                            "title": dict(spec.title),
                            "topic": spec.topic,
                            "section": spec.section,
                        }
                        for spec in rubric.checks.values()
                    ],
                },
                ensure_ascii=False,
            )
        )
        return
    for dimension in DIMENSIONS:
        print(f"{dimension} ({rubric.dimensions[dimension]:.0%})")
        for spec in rubric.checks.values():
            if spec.dimension == dimension:
                print(
                    f"  {spec.of:4g}  {spec.id:26}{spec.title['en']}{' (critical)' if spec.critical else ''}"
                )
    caps = ", ".join(f"{cap:g}" for cap in rubric.caps)
    print(f"Pass mark {rubric.pass_mark:g}; highest score with one critical check broken, with more: {caps}")
    print(FORMULA)
