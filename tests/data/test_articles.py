"""The shipped articles are valid, and no question is taught for two topics."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.bootstrap import ARTICLES
from bot.content.articles import load_articles
from bot.core.article import Article


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found, problems = load_articles(ARTICLES)
    assert [str(problem) for problem in problems] == []
    return found


def test_there_are_articles(articles: list[Article]) -> None:
    assert len(articles) >= 10


def test_no_question_is_taught_for_two_topics(articles: list[Article]) -> None:
    asked = Counter(
        question.casefold()
        for article in articles
        for questions in article.questions.values()
        for question in questions
    )
    assert [question for question, count in asked.items() if count > 1] == []


def test_no_phrase_stands_in_two_articles(articles: list[Article]) -> None:
    said = Counter(text for article in articles for text in article.phrases_in("de"))
    assert [text for text, count in said.items() if count > 1] == []


def test_english_articles_are_read_in_two_minutes() -> None:
    words = {
        path.parent.name: len(path.read_text(encoding="utf-8").split()) for path in ARTICLES.glob("*/en.md")
    }
    assert {topic: count for topic, count in words.items() if not 150 <= count <= 500} == {}
