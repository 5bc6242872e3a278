"""The numbers of rules and articles agree, and every prohibition and violation has its rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.content.contract import acts, topics
from bot.core.words import PLATFORMS, Stage, UiLanguage
from bot.rules.case import Case
from bot.rules.rule import Rule
from tests.data.quantities import Quantity, quantities
from tests.grading.talks import articles, rules

NORMATIVE = ("What holds", "What to do", "Never do")
"""Sections that say what must be; the others show mistakes and examples."""

PERCENT = "percent"
"""A cost in per cent of something stands in the article as a plain per cent."""


TOPICS = tuple(
    topic
    for topic, group in topics().items()
    if group in ("conduct", "law", "customs") or topic.startswith("dispute-")
)


@cache
def excepted() -> dict[str, dict[Quantity, str]]:
    """Why numbers are no rules, by topic."""
    listed = yaml.safe_load((Path(__file__).parent / "not_rules.yml").read_text(encoding="utf-8"))
    return {
        topic: {(entry["amount"], entry["unit"]): entry["why"] for entry in entries}
        for topic, entries in listed.items()
    }


@cache
def written(topic: str, language: UiLanguage, *anchors: str) -> set[Quantity]:
    """The numbers in sections of an article, by their English headings."""
    article = articles()[topic]
    sections = zip(article.anchors, article.sections[language], strict=True)
    return quantities("\n".join(section.text for anchor, section in sections if anchor in anchors))


def ruled(rule: Rule) -> Iterator[Quantity]:
    """The numbers of a rule, those of its cost among them."""
    for term in rule.terms:
        yield term.amount, term.unit
        if term.to is not None:
            yield term.to, term.unit
    if rule.cost and rule.cost.unit.startswith(PERCENT):
        yield rule.cost.amount, PERCENT
    elif rule.cost and rule.cost.unit.isupper():
        yield rule.cost.amount, rule.cost.unit


@pytest.mark.parametrize("topic", TOPICS)
def test_every_number_of_an_article_is_a_rule(topic: str) -> None:
    known = {number for rule in rules().rules if rule.topic == topic for number in ruled(rule)}
    assert written(topic, "en", *NORMATIVE) - known - excepted().get(topic, {}).keys() == set()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_number_of_a_rule_stands_in_its_section(language: UiLanguage) -> None:
    missing = [
        (rule.id, number)
        for rule in rules().rules
        for number in ruled(rule)
        if rule.section and number not in written(rule.topic, language, rule.section)
    ]
    assert missing == []


def test_what_is_excepted_stands_there_and_is_no_rule() -> None:
    for topic, numbers in excepted().items():
        known = {number for rule in rules().rules if rule.topic == topic for number in ruled(rule)}
        assert numbers.keys() <= written(topic, "en", *NORMATIVE) - known, topic


@pytest.mark.parametrize("topic", TOPICS)
def test_what_an_article_forbids_is_a_rule(topic: str) -> None:
    assert any(
        rule.topic == topic and rule.section == "Never do" and rule.ruling == "forbidden"
        for rule in rules().rules
    )


@pytest.mark.parametrize("stage", get_args(Stage))
@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_violation_has_a_verdict_on_every_platform_in_every_stage(platform: str, stage: Stage) -> None:
    cases = [Case(platform, country, stage, date(2026, 11, 26)) for country in ("DE", "US", "JP", None)]
    violations = [act for act in acts() if act.startswith("violate_")]
    assert [(act, case) for act in violations for case in cases if rules().decide(act, case) is None] == []
