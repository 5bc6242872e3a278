"""The answer to a question: the contract's object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from bot import bootstrap
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder, Vectors
from bot.retrieval.finder import Finder
from bot.retrieval.knowledge_base import KnowledgeBase
from bot.retrieval.query import Query


def test_the_answer_has_the_contracts_shape(base: KnowledgeBase) -> None:
    answer = base.search(Query("May I ask the buyer to delete the review?", "en"))
    assert set(answer) == {"question", "answered", "hits"}
    first = answer["hits"][0]
    assert first == {
        "topic": "review-removal",
        "title": {"en": "Removing a review", "zh": "删除评价"},
        "article": "review-removal/en",
        "section": "What holds",
        "language": "en",
        "score": first["score"],
        "excerpt": "On Amazon nobody may ask for a review to be removed.",
        "phrases": {
            "de": ["Gern."],
            "en": ["Gladly."],
            "ru": ["Конечно."],
            "es": ["Claro."],
            "zh": ["好的。"],
        },
        "platforms": ["amazon"],
        "countries": [],
        "effective": {"from": "2025-01-01", "until": "2026-12-31"},
        "verified": False,
        "sources": [{"name": "Rule book", "date": "2026-01"}],
        "reviewed": "2026-11-20",
    }
    assert 0 < first["score"] <= 1


def test_one_hit_a_topic_best_first_and_at_most_k(base: KnowledgeBase) -> None:
    hits = base.search(Query("Kann der Zollwert niedriger sein?", k=3))["hits"]
    assert len({hit["topic"] for hit in hits}) == len(hits) == 3
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert len(base.search(Query("Zollwert", k=1))["hits"]) == 1


@pytest.mark.parametrize(
    ("question", "language", "article"),
    [
        ("消费者收货后几天可以撤回合同", None, "eu-withdrawal/zh"),
        ("¿Cuántos días tiene el cliente para desistir?", None, "eu-withdrawal/en"),
        ("¿Cuántos días tiene el cliente para desistir?", "es", "eu-withdrawal/en"),
    ],
)
def test_chinese_questions_get_the_chinese_article_others_the_english(
    base: KnowledgeBase, question: str, language: str | None, article: str
) -> None:
    assert base.search(Query(question, language))["hits"][0]["article"] == article


def test_the_section_is_named_in_english_also_in_the_chinese_article(base: KnowledgeBase) -> None:
    hit = base.search(Query("对买家不要无礼", topics=("undervaluation",)))["hits"][0]
    assert (hit["section"], hit["excerpt"]) == ("Never do", "不要无礼。")


def test_what_a_filter_drops_is_not_found(base: KnowledgeBase) -> None:
    hits = base.search(Query("May I ask the buyer to delete the review?", platform="ebay"))["hits"]
    assert "review-removal" not in {hit["topic"] for hit in hits}


def test_where_nothing_is_admitted_nothing_is_answered(base: KnowledgeBase) -> None:
    answer = base.search(Query("Zollwert", date="2000-01-01"))
    assert answer == {"question": "Zollwert", "answered": False, "hits": []}


@pytest.mark.parametrize("question", ["?", "🙂", "\ud800"])
def test_a_question_without_words_does_no_harm(base: KnowledgeBase, question: str) -> None:
    assert base.search(Query(question))["answered"] is False


class CaseEncoder:
    """Texts are near each other that share letters in the same case."""

    def encode(self, texts: Sequence[str], prefix: str = "") -> Vectors:  # noqa: ARG002
        rows = np.zeros((len(texts), 256), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 256] += 1
        return cast(Vectors, rows / np.linalg.norm(rows, axis=1, keepdims=True))


@pytest.mark.parametrize("question", ["zollwert", "ZOLLWERT", "zollWert", " Zollwert "])
def test_a_question_is_answered_alike_whatever_its_case(knowledge: Knowledge, question: str) -> None:
    encoder = cast(Encoder, CaseEncoder())
    base = KnowledgeBase(Finder.make(knowledge, encoder.encode), encoder)
    assert base.search(Query(question))["hits"] == base.search(Query("Zollwert"))["hits"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("questions", "topic"),
    [
        (("WhatsApp", "whatsapp", "WHATSAPP"), "off-platform-contact"),
        (("Telegram", "telegram"), "off-platform-contact"),
        (("Gewährleistung", "gewährleistung", "GEWÄHRLEISTUNG"), "eu-legal-guarantee"),
    ],
)
def test_single_words_find_their_article_in_any_case(questions: tuple[str, ...], topic: str) -> None:
    answers = [bootstrap.knowledge_base().search(Query(question)) for question in questions]
    found = [tuple(hit["topic"] for hit in answer["hits"]) for answer in answers]
    assert all(answer["answered"] for answer in answers)
    assert len(set(found)) == 1
    assert topic in found[0][:3]
