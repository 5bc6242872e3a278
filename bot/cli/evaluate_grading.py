"""The part of `silkdesk evaluate` that says how far the grader's accusations and scores can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import combinations
from pathlib import Path

from bot.cli import evaluate_reviews
from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT

CONVERSATIONS = ROOT / "tests" / "conversations"


def validity() -> JsonDict:
    """By language, what the grader finds in conversations of which the truth is known."""
    from bot import bootstrap
    from bot.content.conversations import load_conversations
    from bot.grading.validity import measure

    return {
        language: asdict(
            measure(
                load_conversations(_file(language)),
                bootstrap.grader().grade,
            )
        )
        for language in LANGUAGES
    }


def readings() -> JsonDict:
    """Cohen's kappa of the grader with those who read the same conversations, and between these."""
    from bot import bootstrap
    from bot.content.conversations import load_conversations, load_readings
    from bot.grading.agreement import agreement

    by = load_readings(CONVERSATIONS / "readings.jsonl")
    read = {id for told in by.values() for id in told}
    talks = [known.transcript for language in LANGUAGES for known in load_conversations(_file(language))]
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


def _file(language: str) -> Path:
    return CONVERSATIONS / f"{language}.jsonl"


def lines(found: JsonDict) -> Iterator[str]:
    """The figures as a table by language."""
    from bot.grading.validity import Validity

    yield f"{'validity':16}" + "".join(f"{language:>8}" for language in found)
    for field in fields(Validity):
        row = (found[language][field.name] for language in found)
        yield f"  {field.name:28}" + "".join(
            f"{value:8.3f}" if isinstance(value, float) else f"{value:8}" for value in row
        )
