"""Hints go by what the buyer waits for at the moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.buyer.scenario import NeedUse, Scenario
from bot.core.article import Article
from bot.core.heard import JsonDict
from bot.retrieval.query import Query
from bot.rules.policy import Policy
from bot.service.coach import hint, hint_as_text, look_up
from tests.buyer.talks import late_parcel
from tests.grading.talks import articles

POLICY = Policy("lumo-toys", addresses={"web": "lumo.example"}, scripts={"de": ["Gern."], "en": ["Gladly."]})


class LastSection:
    """A knowledge base that finds the last topic admitted, and in it the last section."""

    def __init__(self, known: Mapping[str, Article]) -> None:
        self.articles = known

    def search(self, query: Query) -> JsonDict:
        found = [article for article in self.articles.values() if query.admits(article)][-1]
        return {"hits": [{"topic": found.topic, "section": found.anchors[-1]}]}


def topic(scenario: Scenario, state: Mapping[str, Any], known: Mapping[str, Article] | None = None) -> str:
    """The topic of the first hint."""
    return str(hint(LastSection(known or articles()), POLICY, scenario, {"state": state})["topic"])


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        (["where-is-parcel"], "parcel-delayed"),
        (["arrives-by-date"], "parcel-delayed"),
        (["compensation"], "compensation-authority"),
        (["compensation", "other-channel"], "off-platform-contact"),
    ],
)
def test_a_hint_goes_by_the_topic_of_the_wish(focus: list[str], expected: str) -> None:
    assert topic(late_parcel(), {"focus": focus}) == expected


def test_without_focus_the_next_open_need_counts() -> None:
    needs = {"where-is-parcel": {"status": "met"}, "compensation": {"status": "open"}}
    assert topic(late_parcel(), {"needs": needs}) == "compensation-authority"


def test_a_wish_without_a_topic_is_looked_for_among_those_of_the_scenario() -> None:
    scenario = late_parcel()
    needs = tuple(NeedUse(replace(use.need, topic=None), use.bargain) for use in scenario.needs)
    bare = replace(scenario, needs=needs, topics=("complaint-steps",))
    assert topic(bare, {"focus": ["arrives-by-date"]}) == "complaint-steps"
    gone = {id: article for id, article in articles().items() if id != "parcel-delayed"}
    scenario = replace(scenario, topics=("complaint-steps",))
    assert topic(scenario, {"focus": ["arrives-by-date"]}, gone) == "complaint-steps"


def test_the_last_hint_has_the_sentences_of_the_house_and_its_contact() -> None:
    given = [
        hint(LastSection(articles()), POLICY, late_parcel(), {"language": "de", "step": step})
        for step in range(3)
    ]
    assert [step["house"] for step in given] == [
        None,
        None,
        {"scripts": ["Gern."], "addresses": {"web": "lumo.example"}},
    ]
    assert hint_as_text(given[2], "en").endswith("\nGern.")


def test_a_look_up_has_them_too_and_none_where_there_is_no_shop() -> None:
    asked = {"question": "Rückgabe", "language": "en"}
    base = LastSection(articles())
    assert look_up(base, POLICY, asked, "")["house"]["scripts"] == ["Gladly."]
    assert look_up(base, Policy(""), asked, "")["house"] == {"scripts": [], "addresses": {}}
