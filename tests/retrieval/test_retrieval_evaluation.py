"""What is said about the search: shares by language, of questions with an article and without an answer."""

from __future__ import annotations

from bot.cli.evaluate_search import lines
from bot.retrieval.evaluation import Asked, Remembering, asked_in, measure
from bot.retrieval.knowledge_base import KnowledgeBase

FILE = {
    "answerable": {"undervaluation": {"de": "Zollwert"}, "sold-out": {"en": "Is it sold out?"}},
    "unanswerable": {"far": {"en": ["An egg?", "A poem?"]}},
}


def test_a_file_gives_its_questions() -> None:
    asked = asked_in(FILE)
    assert Asked("Zollwert", "de", "undervaluation") in asked
    assert [one.topic for one in asked].count(None) == 2


def test_questions_whose_topic_has_no_article_do_not_count(base: KnowledgeBase) -> None:
    found = measure(base, asked_in(FILE))
    assert found["all"]["questions"] == 1
    assert set(found["languages"]) == {"de"}


def test_shares_are_of_the_questions_of_their_kind(base: KnowledgeBase) -> None:
    asked = [
        Asked("Kann der Zollwert niedriger sein?", "de", "undervaluation"),
        Asked("Kann der Zollwert niedriger sein?", "de", "review-removal"),
        Asked("?", "en", None),
    ]
    found = measure(base, asked)
    assert found["languages"]["de"] == {"questions": 2, "first": 0.5, "first_three": 1.0}
    assert found["refused"] == 1.0


def test_a_remembered_question_is_encoded_once(encoder: object) -> None:
    remembering = Remembering(encoder)  # type: ignore[arg-type]
    assert remembering.encode(["a"]) is remembering.encode(["a"])
    assert encoder.encoded == 1  # type: ignore[attr-defined]


def test_the_table_has_a_line_for_each_way(base: KnowledgeBase) -> None:
    found = measure(base, [Asked("Zollwert", "de", "undervaluation"), Asked("?", "en", None)])
    table = list(lines({**found, "ways": {"words alone": found}}))
    assert len(table) == 4
    assert "words alone" in table[2]
