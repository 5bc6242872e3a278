"""All that the search of the knowledge base is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.article import Article

LongForms = Mapping[str, str]
"""What an abbreviation stands for, by language."""


@dataclass(frozen=True)
class Knowledge:
    """Articles, and what helps to find them.

    `abbreviations` has the long forms of each short one, which is written in small letters; `unanswerable`
    are questions that no article answers.
    """

    articles: tuple[Article, ...]
    abbreviations: Mapping[str, LongForms] = field(default_factory=dict)
    unanswerable: tuple[str, ...] = ()
