"""Questions and their filters."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.errors import BadRequest
from bot.retrieval.query import Query


def found(articles: list[Article], **filters: str) -> set[str]:
    query = Query.parse({"question": "?", **filters})
    return {article.topic for article in articles if query.admits(article)}


def test_without_filters_everything_is_admitted(articles: list[Article]) -> None:
    assert len(found(articles)) == 3


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"platform": "amazon"}, {"undervaluation", "eu-withdrawal", "review-removal"}),
        ({"platform": "shopee"}, {"undervaluation", "eu-withdrawal"}),
        ({"country": "DE"}, {"undervaluation", "eu-withdrawal", "review-removal"}),
        ({"country": "EU"}, {"undervaluation", "eu-withdrawal", "review-removal"}),
        ({"country": "US"}, {"undervaluation", "review-removal"}),
        ({"stage": "pre_sales"}, {"undervaluation", "review-removal"}),
        ({"date": "2027-01-01"}, {"undervaluation", "eu-withdrawal"}),
        ({"date": "2024-12-31"}, set()),
    ],
)
def test_a_filter_drops_what_holds_elsewhere_only(
    articles: list[Article], filters: dict[str, str], kept: set[str]
) -> None:
    assert found(articles, **filters) == kept


def test_every_wrong_key_is_named() -> None:
    wrong = {
        "question": " ",
        "language": "fr",
        "platform": "Ä",
        "country": "de",
        "stage": "x",
        "date": "1.1.",
    }
    with pytest.raises(BadRequest) as error:
        Query.parse(wrong, 0)
    for key in (*wrong, "k"):
        assert f"{key}: " in str(error.value)


@pytest.mark.parametrize("country", ["ZZ", "UK", "germany", ""])
def test_a_country_is_one_of_the_list_or_a_group(country: str) -> None:
    with pytest.raises(BadRequest, match="country"):
        Query.parse({"question": "?", "country": country})


@pytest.mark.parametrize("question", [None, 3, ["?"], ""])
def test_a_question_is_a_text(question: object) -> None:
    with pytest.raises(BadRequest, match="question"):
        Query.parse({"question": question})
