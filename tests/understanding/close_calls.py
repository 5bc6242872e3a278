"""Messages that come as near to a violation as daily work does, and plain violations beside them.

By other hands than what is taught, an author for each language and a third of its messages. What is right or
wrong was told by who wrote it, as on a marketplace; nobody else has read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class CloseCall:
    """A message with the violation that it commits, or only resembles."""

    text: str
    violation: str
    innocent: bool


@cache
def close_calls(language: str) -> tuple[CloseCall, ...]:
    """Those of a language."""
    path = Path(__file__).with_name(f"close_calls.{language}.yml")
    calls = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(
        CloseCall(text, violation, kind == "innocent")
        for violation, kinds in calls.items()
        for kind, texts in kinds.items()
        for text in texts
    )
