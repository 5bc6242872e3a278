"""The part of `silkdesk evaluate` that says how far the grader's accusations and scores can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import evaluate_reviews
from bot.cli.figures import row
from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT

if TYPE_CHECKING:
    from bot.core.grade import Grade
    from bot.grading.validity import Known

CONVERSATIONS = ROOT / "tests" / "conversations"
SETS = {"first": "{}.jsonl", "further": "further.{}.jsonl"}
"""The sets of conversations, with a language's file of each; docs/grading.md says how they came about."""


def validity(errors_to: Path) -> JsonDict:
    """By set and language, what the grader finds in conversations of which the truth is known.

    What it missed and whom it accused wrongly is written to the file `errors_to`, a line each.
    """
    from bot import bootstrap
    from bot.grading.validity import measure

    grade = bootstrap.grader().grade
    graded = {
        (set_, language): [(one, grade(one.transcript)) for one in _known(set_, language)]
        for set_, language in product(SETS, LANGUAGES)
    }
    told = [line for pairs in graded.values() for pair in pairs for line in _errors(*pair)]
    errors_to.parent.mkdir(exist_ok=True)
    errors_to.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    return {
        set_: {language: asdict(measure(graded[set_, language])) for language in LANGUAGES} for set_ in SETS
    }


def _errors(known: Known, grade: Grade) -> Iterator[str]:
    from bot.grading.validity import errors

    missed, wrong = errors(known, grade)
    for one in missed:
        yield f"{grade.transcript}, turn {one.turn}: {one.act} not found: {one.words}"
    for found in wrong:
        yield f"{grade.transcript}, turn {found.turn}: {found.act} found wrongly: {found.quote}"


def readings() -> JsonDict:
    """Cohen's kappa of the grader with those who read the same conversations, and between these."""
    from bot import bootstrap
    from bot.content.conversations import load_readings
    from bot.grading.agreement import agreement

    by = load_readings(CONVERSATIONS / "readings.jsonl")
    read = {id for told in by.values() for id in told}
    talks = [one.transcript for set_, language in product(SETS, LANGUAGES) for one in _known(set_, language)]
    grades = [bootstrap.grader().grade(talk) for talk in talks if talk.id in read]
    by["grader"] = {grade.transcript: {check.id: check.verdict for check in grade.checks} for grade in grades}
    found: JsonDict = {}
    for one, other in combinations(sorted(by), 2):
        pairs = [
            (check, (by[one][id][check], by[other][id][check]))
            for id in sorted(by[one].keys() & by[other].keys())
            for check in sorted(by[one][id].keys() & by[other][id].keys())
        ]
        ids = sorted({check for check, _ in pairs})
        found[f"{one} and {other}"] = {
            "overall": agreement(pair for _, pair in pairs).to_json(),
            "checks": {id: agreement(pair for check, pair in pairs if check == id).to_json() for id in ids},
        }
    return found


def reading_lines(found: JsonDict) -> Iterator[str]:
    """The kappas over all checks."""
    yield f"{'readings of the same talks':36}{'n':>6}{'agreed':>8}{'kappa':>9}"
    yield from (evaluate_reviews.line(pair, row["overall"]) for pair, row in found.items())


def _known(set_: str, language: str) -> list[Known]:
    from bot.content.conversations import load_conversations

    return load_conversations(CONVERSATIONS / SETS[set_].format(language))


def lines(found: JsonDict) -> Iterator[str]:
    """The figures of each set as a table by language."""
    from bot.grading.validity import Validity

    for set_, by_language in found.items():
        yield row(f"validity, {set_} set", by_language, 30)
        for field in fields(Validity):
            yield row(f"  {field.name}", (figures[field.name] for figures in by_language.values()), 30)
