"""What the index holds of an article: its sections in both languages, and the taught questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.article import Article


@dataclass(frozen=True)
class Passage:
    """A piece of text that leads to a topic. `section` counts from 0; None: a taught question."""

    topic: str
    language: str
    text: str
    section: int | None = None


def passages_of(articles: Sequence[Article]) -> list[Passage]:
    """All passages, those of a topic together. A section carries the title, which says what it is about."""
    found = []
    for article in articles:
        for language, sections in article.sections.items():
            title = article.title[language]
            found += [
                Passage(article.topic, language, f"{title}. {section.heading}: {section.text}", i)
                for i, section in enumerate(sections)
            ]
        for asked_in, questions in article.questions.items():
            found += [Passage(article.topic, asked_in, question) for question in questions]
    return found
