"""The draft that an article is begun with, and how to tell what an article still has of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from bot.core.words import UiLanguage

DRAFT = Path(__file__).with_name("article_draft")
UNFILLED = "still stands as in the draft; write what holds here"


@cache
def draft_lines(language: UiLanguage) -> frozenset[str]:
    """The lines of guidance that are there to be replaced; headings stay."""
    rows = (DRAFT / f"{language}.md").read_text(encoding="utf-8").splitlines()
    return frozenset(row for row in rows if row and not row.startswith("#"))


@cache
def draft_phrases() -> Sequence[Mapping[str, str]]:
    """The phrases that are there to be replaced."""
    phrases: list[Mapping[str, str]] = yaml.safe_load((DRAFT / "phrases.yml").read_text(encoding="utf-8"))
    return phrases
