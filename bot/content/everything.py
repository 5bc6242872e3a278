"""All files that people write and that a practice needs, checked at once."""

from __future__ import annotations

from pathlib import Path

from bot.content.articles import folders, load_articles
from bot.content.move_words import load_move_words
from bot.content.rubric import load_rubric
from bot.content.rules import load_rules
from bot.content.scenarios import load_scenarios
from bot.core.article import Article
from bot.core.errors import Problem


def all_problems(root: Path) -> list[Problem]:
    """Everything wrong in the scenarios, the catalogue and the knowledge base of `root`."""
    knowledge = root / "knowledge"
    found, wrong = load_articles(knowledge / "articles")
    articles: dict[str, Article | None] = dict.fromkeys(f.name for f in folders(knowledge / "articles"))
    articles.update({article.topic: article for article in found})
    return [
        *load_scenarios(root).problems,
        *load_move_words(root)[1],
        *wrong,
        *load_rules(knowledge, articles)[1],
        *load_rubric(knowledge / "rubric.yml", articles)[1],
    ]
