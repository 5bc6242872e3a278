"""The numbers of rules and articles agree, and every prohibition and violation has its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
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


def last_days(rule: Rule) -> Iterator[date]:
    """The days until which a rule holds by its titles, in English and in Chinese."""
    for day in re.findall(r"\buntil (?:about )?(\d{1,2} [A-Z][a-z]+ \d{4})", rule.title["en"]):
        yield datetime.strptime(day, "%d %B %Y").date()
    for numbers in re.findall(r"(?<!推迟)到 ?(\d{4}) 年 (\d{1,2}) 月 (\d{1,2}) 日", rule.title["zh"]):
        yield date(*map(int, numbers))


def test_a_title_that_names_a_last_day_ends_on_it() -> None:
    named = {rule.id: set(last_days(rule)) for rule in rules().rules}
    assert len([id for id, days in named.items() if days]) >= 2
    assert [r.id for r in rules().rules if named[r.id] and named[r.id] != {r.until}] == []


def test_what_has_run_out_or_not_yet_begun_is_not_listed() -> None:
    def held(country: str, day: date) -> set[str]:
        return {rule.id for rule in rules().in_force(None, country, day)}

    assert "us-duty-surcharge" in held("US", date(2026, 7, 24))
    assert "us-duty-surcharge" not in held("US", date(2026, 7, 25))
    assert "us-duty-rates" in held("US", date(2026, 7, 25))
    assert "battery-mark-old" not in held("DE", date(2027, 1, 1))
    assert "es-complaints-large" not in held("ES", date(2026, 12, 27))
    assert held("GB", date(2028, 10, 31)) - held("GB", date(2028, 11, 1)) == {"uk-duty-free"}


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
