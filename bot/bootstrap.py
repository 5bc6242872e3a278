"""The one place that wires: settings in, ready objects out. Nothing is built before it is asked for."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from bot.core.errors import BadFile
from bot.encoder import folder
from bot.encoder.runtime import Encoder
from bot.settings import ROOT, settings

if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.retrieval.knowledge_base import KnowledgeBase

ARTICLES = ROOT / "knowledge" / "articles"


@cache
def encoder() -> Encoder:
    """The sentence encoder that set-up built; raises NotReady where there is none."""
    return Encoder.load(folder.current(settings().var))


@cache
def articles() -> list[Article]:
    """The articles of the knowledge base; raises BadFile with everything that is wrong in them."""
    from bot.content.articles import load_articles

    found, problems = load_articles(ARTICLES)
    if problems:
        raise BadFile(problems)
    return found


@cache
def knowledge_encoder() -> Encoder:
    """The encoder of the knowledge base: the one of understanding, unless a host names another model."""
    name = settings().embedding_model
    if name is None:
        return encoder()
    from bot.retrieval import embedding_model

    return Encoder.load(embedding_model.ensure(settings().var, name, _say))


@cache
def knowledge_base() -> KnowledgeBase:
    """The knowledge base; its index is built first where it is missing, broken or of other articles."""
    from bot.content.articles import fingerprint
    from bot.retrieval import builder
    from bot.retrieval.knowledge_base import KnowledgeBase

    using = knowledge_encoder()
    index = builder.ensure(settings().var, fingerprint(ARTICLES), using, articles, _say)
    return KnowledgeBase(index, using)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
