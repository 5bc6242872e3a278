"""Reads the rules and the shops' policies; reports everything wrong at once."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.contract import acts, checks
from bot.content.sense import check_countries, check_numbers
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import Place, YamlFile, against_schema, read_yaml, with_days_as_text
from bot.core.article import Article
from bot.core.errors import Problem
from bot.core.words import FURTHER_PLATFORMS, PLATFORMS
from bot.rules.policy import Policy
from bot.rules.rule import Condition, Cost, Rule, Term
from bot.rules.rule_book import RuleBook

FOLDERS = {"rules": "rule", "policies": "policy"}
"""Folder below knowledge/ to the schema of its files."""

Citable = Mapping[str, Article | None]
"""The articles by topic; None: there is one, but it cannot be read."""


def load_rules(knowledge: Path, articles: Citable) -> tuple[RuleBook, list[Problem]]:
    """The rule book of `knowledge` and everything wrong in its files.

    What a rule cites, an article and a section in it, must be among `articles`.
    """
    rules: list[Rule] = []
    policies: list[Policy] = []
    problems: list[Problem] = []
    digest = hashlib.sha256()
    for folder, kind in FOLDERS.items():
        for path in sorted((knowledge / folder).glob("*.yml")):
            name = f"{folder}/{path.name}"
            file, found = read_yaml(path, f"{knowledge.name}/{name}")
            if file:
                file = with_days_as_text(file)
                found += [*against_schema(file, kind), *check_numbers(file)]
            if file and not found:
                found = [*_check_policy(file, kind), *_check_rules(file, articles)]
                found += _once(file, {rule.id for rule in rules})
            problems += found
            if file and not found:
                rules += [_rule(data, shop) for _, data, shop in _entries(file)]
                policies += [_policy(file.data)] if kind == "policy" else []
                digest.update(f"{name}\0".encode() + path.read_bytes())
    return RuleBook(rules, digest.hexdigest()[:16], policies), problems


def expired(book: RuleBook, today: date) -> Iterator[Problem]:
    """A warning for each rule that no longer holds."""
    for rule in book.rules:
        if rule.until and rule.until < today:
            yield Problem(f"rules ({rule.id})", 0, "until", f"no longer holds since {rule.until}")


def _entries(file: YamlFile) -> Iterator[tuple[Place, Mapping[str, Any], str | None]]:
    """Each rule of a file with its place, and the shop whose policy it is in."""
    if isinstance(file.data, list):
        yield from (((i,), entry, None) for i, entry in enumerate(file.data))
    else:
        for i, entry in enumerate(file.data.get("rules", ())):
            yield ("rules", i), entry, file.data["id"]


def _check_policy(file: YamlFile, kind: str) -> Iterator[Problem]:
    name = Path(file.name).stem
    if kind == "policy" and file.data["id"] != name:
        yield file.problem(("id",), f"must be the file's name, {name}")


def _check_rules(file: YamlFile, articles: Citable) -> Iterator[Problem]:
    for place, entry, _ in _entries(file):
        for i, concern in enumerate(entry["concerns"]):
            if concern not in acts() and concern not in checks():
                near = did_you_mean(concern, (*acts(), *checks()))
                yield file.problem((*place, "concerns", i), f"{concern} is no act and no check{near}")
        for i, platform in enumerate(entry.get("platforms", ())):
            if platform not in PLATFORMS + FURTHER_PLATFORMS:
                message = f"{platform} is none of {', '.join(PLATFORMS + FURTHER_PLATFORMS)}"
                near = did_you_mean(platform, PLATFORMS + FURTHER_PLATFORMS)
                yield file.problem((*place, "platforms", i), message + near)
        yield from check_countries(file, (*place, "countries"), entry.get("countries", ()))
        yield from _check_dates(file, place, entry)
        yield from _check_ranges(file, place, entry)
        yield from check_citation(file, place, entry["topic"], entry.get("section"), articles)


def _check_dates(file: YamlFile, place: Place, entry: Mapping[str, Any]) -> Iterator[Problem]:
    days = {}
    for key in ("from", "until"):
        try:
            days[key] = date.fromisoformat(entry[key]) if key in entry else None
        except ValueError:
            yield file.problem((*place, key), f"{entry[key]} is no day of the calendar")
    first, last = days.get("from"), days.get("until")
    if first and last and last < first:
        yield file.problem((*place, "until"), f"{last} lies before {first}")


def _check_ranges(file: YamlFile, place: Place, entry: Mapping[str, Any]) -> Iterator[Problem]:
    for i, term in enumerate(entry.get("terms", ())):
        if term.get("to", math.inf) <= term["amount"]:
            message = f"{term['to']} does not lie above {term['amount']}"
            yield file.problem((*place, "terms", i, "to"), message)


def check_citation(
    file: YamlFile, place: Place, topic: str, section: str | None, articles: Citable
) -> Iterator[Problem]:
    """Whether a cited topic has an article, and the cited section stands in it."""
    if topic not in articles:
        remedy = f"begin it by `silkdesk knowledge new {topic}`, or cite another"
        message = f"there is no article {topic}; {remedy}{did_you_mean(topic, articles)}"
        yield file.problem((*place, "topic"), message)
    elif section and (article := articles[topic]) and section not in article.anchors:
        message = f"article {topic} has no section {section}; it has {', '.join(article.anchors)}"
        yield file.problem((*place, "section"), message + did_you_mean(section, article.anchors))


def _once(file: YamlFile, known: set[str]) -> Iterator[Problem]:
    seen = set(known)
    for place, entry, _ in _entries(file):
        if entry["id"] in seen:
            yield file.problem((*place, "id"), f"there is a rule {entry['id']} already")
        seen.add(entry["id"])


def _rule(data: Mapping[str, Any], shop: str | None) -> Rule:
    cost = data.get("cost")
    return Rule(
        id=data["id"],
        title=data["title"],
        concerns=tuple(data["concerns"]),
        ruling=data["verdict"],
        topic=data["topic"],
        section=data.get("section"),
        platforms=tuple(data.get("platforms", ())),
        countries=tuple(data.get("countries", ())),
        stages=tuple(data.get("stages", ())),
        since=_day(data.get("from")),
        until=_day(data.get("until")),
        when=tuple(_condition(fact, value) for fact, value in data.get("when", {}).items()),
        terms=tuple(Term(**term) for term in data.get("terms", ())),
        cost=Cost(**cost) if cost else None,
        shop=shop,
    )


def _policy(data: Mapping[str, Any]) -> Policy:
    return Policy(
        data["id"],
        data.get("authority", {}),
        data.get("answers_within_hours"),
        data.get("addresses", {}),
        data.get("scripts", {}),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _condition(fact: str, value: Any) -> Condition:
    if isinstance(value, dict):
        return Condition(fact, **value)
    return Condition(fact, equals=value)
