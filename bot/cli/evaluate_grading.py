"""The part of `silkdesk evaluate` that says how far the grader's accusations and scores can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields

from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT


def validity() -> JsonDict:
    """By language, what the grader finds in conversations of which the truth is known."""
    from bot import bootstrap
    from bot.content.conversations import load_conversations
    from bot.grading.validity import measure

    return {
        language: asdict(
            measure(
                load_conversations(ROOT / "tests" / "conversations" / f"{language}.jsonl"),
                bootstrap.grader().grade,
            )
        )
        for language in LANGUAGES
    }


def lines(found: JsonDict) -> Iterator[str]:
    """The figures as a table by language."""
    from bot.grading.validity import Validity

    yield f"{'validity':16}" + "".join(f"{language:>8}" for language in found)
    for field in fields(Validity):
        row = (found[language][field.name] for language in found)
        yield f"  {field.name:28}" + "".join(
            f"{value:8.3f}" if isinstance(value, float) else f"{value:8}" for value in row
        )
