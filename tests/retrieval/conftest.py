"""A tiny knowledge base of three articles, and an encoder that goes by words instead of meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from bot.core.article import Article, Mark, Phrase, Section, Source
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder, Vectors
from bot.retrieval.finder import Finder
from bot.retrieval.knowledge_base import KnowledgeBase
from bot.retrieval.tokens import tokens

SIZE = 256


class WordEncoder:
    """Texts that share words are near each other. Counts what it encoded."""

    def __init__(self, digest: str = "words") -> None:
        self.digest = digest
        self.size = SIZE
        self.encoded = 0

    def encode(self, texts: Sequence[str], prefix: str = "") -> Vectors:  # noqa: ARG002
        self.encoded += len(texts)
        rows = np.zeros((len(texts), SIZE), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in tokens(text) or ["nothing"]:
                row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % SIZE] += 1
        return cast(Vectors, rows / np.linalg.norm(rows, axis=1, keepdims=True))


def make_article(
    topic: str,
    title: tuple[str, str],
    rule: tuple[str, str],
    questions: dict[str, tuple[str, ...]],
    *,
    platforms: tuple[str, ...] = (),
    countries: tuple[str, ...] = (),
    stages: tuple[str, ...] = (),
    until: str | None = None,
    mark: Mark = "verified",
) -> Article:
    return Article(
        topic=topic,
        title={"en": title[0], "zh": title[1]},
        platforms=platforms,
        countries=countries,
        stages=stages,
        effective_from="2025-01-01",
        effective_until=until,
        checked="2026-11-20",
        sources=(Source("Rule book", "2026-01", mark),),
        sections={
            "en": (Section("What holds", rule[0]), Section("Never do", "Never be rude.")),
            "zh": (Section("规则是什么", rule[1]), Section("绝对不能做", "不要无礼。")),
        },
        phrases=(
            Phrase("one", {"de": "Gern.", "en": "Gladly.", "ru": "Конечно.", "es": "Claro.", "zh": "好的。"}),
        ),
        questions=questions,
    )


@pytest.fixture
def articles() -> list[Article]:
    return [
        make_article(
            "undervaluation",
            ("Declaring less", "低申报"),
            (
                "The customs value is the price paid.\nNever write *gift* on a sold parcel.",
                "申报价值就是实付价格。不得写礼物。",
            ),
            {"de": ("Kann der Zollwert niedriger sein?",), "ru": ("Можно занизить стоимость?",)},
        ),
        make_article(
            "eu-withdrawal",
            ("Withdrawal in the EU", "欧盟撤回权"),
            ("Consumers may withdraw within 14 days of receipt.", "消费者收货后十四天内可以撤回合同。"),
            {"es": ("¿Cuántos días tiene el cliente para desistir?",)},
            countries=("EU",),
            stages=("after_sales",),
        ),
        make_article(
            "review-removal",
            ("Removing a review", "删除评价"),
            ("On Amazon nobody may ask for a review to be removed.", "在亚马逊不得要求买家删除评价。"),
            {"en": ("May I ask the buyer to delete the review?",)},
            platforms=("amazon",),
            until="2026-12-31",
            mark="to_check",
        ),
    ]


@pytest.fixture
def encoder() -> Encoder:
    return cast(Encoder, WordEncoder())


@pytest.fixture
def knowledge(articles: list[Article]) -> Knowledge:
    rt = {"en": "return ticket", "de": "Rückschein"}
    return Knowledge(tuple(articles), {"rt": rt}, ("How do I boil an egg?", "明天会下雨吗？"))


@pytest.fixture
def base(knowledge: Knowledge, encoder: Encoder) -> KnowledgeBase:
    return KnowledgeBase(Finder.make(knowledge, encoder.encode), encoder)
