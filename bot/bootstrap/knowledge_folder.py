"""What lies in knowledge/: topics, articles and their search, rules, rubric, indices."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot import bootstrap
from bot.bootstrap.once import once
from bot.core.errors import sound
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder
from bot.settings import ROOT, settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.core.article import Article
    from bot.grading.period import IndexSpec
    from bot.grading.rubric import Rubric
    from bot.retrieval.knowledge_base import KnowledgeBase
    from bot.rules.rule_book import RuleBook
    from bot.service.library import Library

KNOWLEDGE = ROOT / "knowledge"
ARTICLES = KNOWLEDGE / "articles"


@once
def topics() -> dict[str, str]:
    """Topic id to its group; raises BadFile with everything that is wrong in the school's own topics."""
    from bot.content.topics import load_topics

    return sound(*load_topics(bootstrap.KNOWLEDGE))


@once
def articles() -> list[Article]:
    """The articles of the knowledge base; raises BadFile with everything that is wrong in them."""
    from bot.content.articles import load_articles

    return sound(*load_articles(bootstrap.ARTICLES))


def knowledge() -> Knowledge:
    """The articles and what helps to find them; raises BadFile with everything that is wrong in them."""
    from bot.content.search_aids import load_search_aids

    abbreviations, unanswerable, problems = load_search_aids(bootstrap.KNOWLEDGE)
    aids = sound((abbreviations, unanswerable), problems)
    return Knowledge(tuple(bootstrap.articles()), *aids)


@once
def knowledge_encoder() -> Encoder:
    """The encoder of the knowledge base: the built-in one, unless a host names another model."""
    name = settings().embedding_model
    if name is None:
        return bootstrap.encoder()
    from bot.retrieval import embedding_model

    return Encoder.load(embedding_model.ensure(settings().var, name, _say))


@once
def knowledge_base() -> KnowledgeBase:
    """The knowledge base; its index is built first where it is missing, broken or of other articles."""
    from bot.content.search_aids import fingerprint
    from bot.retrieval import builder
    from bot.retrieval.knowledge_base import KnowledgeBase

    using = bootstrap.knowledge_encoder()
    return KnowledgeBase(
        builder.ensure(settings().var, fingerprint(bootstrap.KNOWLEDGE), using, bootstrap.knowledge, _say),
        using,
    )


@once
def rules() -> RuleBook:
    """The rules of knowledge/rules and policies; raises BadFile with everything that is wrong in them."""
    from bot.content.rules import load_rules

    return sound(
        *load_rules(bootstrap.KNOWLEDGE, {article.topic: article for article in bootstrap.articles()})
    )


@once
def rubric() -> Rubric:
    """The general rubric; raises BadFile with everything that is wrong in it."""
    return bootstrap.rubric_in(bootstrap.KNOWLEDGE / "rubric.yml", "knowledge/rubric.yml")


def rubric_in(path: Path, name: str) -> Rubric:
    """The rubric of a file that its reader calls `name`; raises BadFile with everything wrong in it."""
    from bot.content.rubric import load_rubric

    return sound(*load_rubric(path, {article.topic: article for article in bootstrap.articles()}, name))


@once
def index_specs() -> Mapping[str, IndexSpec]:
    """What the fourteen indices mean; raises BadFile with everything that is wrong in their file."""
    from bot.content.indices import load_indices

    return sound(*load_indices(bootstrap.KNOWLEDGE / "indices.yml"))


@once
def library() -> Library:
    """The articles as the pages show them."""
    from bot.service.library import Library

    return Library(bootstrap.articles(), bootstrap.topics())


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
