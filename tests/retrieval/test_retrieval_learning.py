"""What is learned from questions: weights, the metric, and when not to answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.core.article import Article
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder
from bot.retrieval import choice, nearest
from bot.retrieval.finder import Finder, Way
from bot.retrieval.knowledge_base import KnowledgeBase
from bot.retrieval.metric import Metric, unit
from bot.retrieval.query import Query


def test_a_choice_follows_the_feature_that_tells_right_from_wrong() -> None:
    chance = np.random.default_rng(1)
    features = chance.normal(size=(300, 4, 2))
    chosen = features[:, :, 1].argmax(1)
    weights = choice.fit(features, chosen, np.ones(300), np.zeros(2), np.full(2, 5.0))
    assert weights[1] > 5 * abs(weights[0])
    assert ((features @ weights).argmax(1) == chosen).mean() > 0.9


def test_without_choices_the_guess_stays() -> None:
    none = np.empty((0, 4, 2))
    guess = np.array([3.0, 1.0])
    assert choice.fit(none, np.empty(0, np.intp), np.empty(0), guess, np.ones(2)) == pytest.approx(guess)


def test_the_metric_overlooks_what_differs_within_topics() -> None:
    chance = np.random.default_rng(2)
    topics = np.arange(200) % 2
    rows = chance.normal(size=(200, 3)) * [5.0, 0.1, 0.1]  # the first direction is loud and says nothing
    rows[:, 1] += topics
    vectors = np.asarray(rows, np.float32)
    placed, plain = Metric.learn(vectors, topics).place(vectors), unit(vectors - vectors.mean(0))
    alike = topics[:, None] == topics[None]
    apart = [(rows @ rows.T)[alike].mean() - (rows @ rows.T)[~alike].mean() for rows in (placed, plain)]
    assert apart[0] > 2 * apart[1]


def test_a_graph_finds_what_looking_at_all_finds() -> None:
    rows = unit(np.random.default_rng(3).standard_normal((500, 16), np.float32))
    every = np.arange(500) % 2 == 0
    answers = []
    for index in (nearest.flat(16), nearest.graph(16)):
        index.add(rows)
        answers.append(nearest.search(index, rows[:20], 5, every)[1])
    flat, graph = answers
    assert (flat % 2 == 0).all()
    assert np.mean([len(set(a) & set(b)) for a, b in zip(flat, graph, strict=True)]) > 4.5


def many_questions(articles: list[Article]) -> list[Article]:
    """Two articles of ten questions each, that share words within a topic."""
    about = {"undervaluation": "customs value", "eu-withdrawal": "withdraw days"}
    return [
        replace(
            article, questions={"en": tuple(f"{about[article.topic]} case{i} note{i}?" for i in range(10))}
        )
        for article in articles
        if article.topic in about
    ]


STRANGE = tuple(f"poem number{i} about the moon" for i in range(10))


def test_strange_questions_are_refused_and_taught_ones_answered(
    articles: list[Article], encoder: Encoder
) -> None:
    knowledge = Knowledge(tuple(many_questions(articles)), {}, STRANGE)
    base = KnowledgeBase(Finder.make(knowledge, encoder.encode), encoder)
    assert base.search(Query("which customs value?"))["answered"]
    assert base.search(Query("withdraw, how many days?"))["hits"][0]["topic"] == "eu-withdrawal"
    assert not base.search(Query("a poem about the moon"))["answered"]


@pytest.mark.parametrize(
    "way", [Way(("words",)), Way(("gist", "section")), Way(taught=False), Way(learned=False)]
)
def test_every_way_finds_a_plain_question(articles: list[Article], encoder: Encoder, way: Way) -> None:
    knowledge = Knowledge(tuple(many_questions(articles)), {}, STRANGE)
    base = KnowledgeBase(Finder.make(knowledge, encoder.encode, way), encoder)
    hits = base.search(Query("consumers may withdraw within days of receipt"))["hits"]
    assert hits[0]["topic"] == "eu-withdrawal"


def test_a_search_goes_on_where_the_lesson_is_empty(articles: list[Article], encoder: Encoder) -> None:
    bare = Knowledge(tuple(replace(article, questions={}) for article in articles))
    base = KnowledgeBase(Finder.make(bare, encoder.encode), encoder)
    assert base.search(Query("Removing a review on Amazon"))["hits"][0]["topic"] == "review-removal"
