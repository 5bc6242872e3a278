"""`silkdesk knowledge rules`: what holds on a platform, in a country, on a day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.core.article import Article
from bot.core.errors import BadRequest, Problem
from bot.core.heard import JsonDict
from bot.core.words import FURTHER_PLATFORMS, PLATFORMS
from bot.rules.rule import Condition, Cost, Rule, Term


def rules(
    platform: Annotated[str | None, typer.Option(help="Only what holds there.", show_default=False)] = None,
    country: Annotated[str | None, typer.Option(help="Only what holds there.", show_default=False)] = None,
    day: Annotated[str | None, typer.Option("--date", help="As of this day; today without.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the rules that decide what is forbidden, allowed or required.

    Example: silkdesk knowledge rules --platform own_shop --country DE
    """
    from bot import bootstrap
    from bot.retrieval.query import Query

    Query.parse({"question": "-", "platform": platform, "country": country})
    if platform is not None and platform not in PLATFORMS + FURTHER_PLATFORMS:
        print(
            f"silkdesk: {platform} gets the rules common to marketplaces",
            file=typer.get_text_stream("stderr"),
        )
    try:
        as_of = date.fromisoformat(day) if day else date.today()
    except ValueError:
        raise BadRequest(f"--date: {day} is no day of the calendar, as 2026-11-26 is") from None
    articles = {article.topic: article for article in bootstrap.articles()}
    found = [(rule, articles[rule.topic]) for rule in bootstrap.rules().in_force(platform, country, as_of)]
    if as_json:
        print(json.dumps([_as_json(rule, article) for rule, article in found], ensure_ascii=False))
        return
    for rule, article in found:
        _tell(rule, article)


def _tell(rule: Rule, article: Article) -> None:
    where = ", ".join((*rule.platforms, *rule.countries, *rule.stages)) or "everywhere"
    facts = "".join(f"; {_fact(condition)}" for condition in rule.when)
    print(f"{rule.ruling:10}{rule.id:28}{rule.title['en']} ({where}{facts})")
    for line in (*map(_term, rule.terms), *_cost(rule.cost), _basis(rule, article)):
        print(f"{'':10}{line}")


def _as_json(rule: Rule, article: Article) -> JsonDict:
    return {**rule.to_json(), "checked": article.checked, "verified": article.verified}


def _basis(rule: Rule, article: Article) -> str:
    doubt = "" if article.verified else ", not all of it verified"
    return f"{', '.join(rule.concerns)}; see {rule.topic} (checked {article.checked}{doubt})"


def _fact(condition: Condition) -> str:
    """A condition with its value, as “days since delivery: 8–12”."""
    return f"{_words(condition.fact)}: {_value(condition)}"


def _value(condition: Condition) -> str:
    least, most, money = condition.least, condition.most, condition.currency
    if least is None and most is None:
        truth = "yes" if condition.equals else "no"
        return truth if isinstance(condition.equals, bool) else str(condition.equals)
    if least is not None and most is not None:
        limits = f"{least:,.12g}–{most:,.12g}"
    else:
        limits = f"at most {most:,.12g}" if least is None else f"at least {least:,.12g}"
    return f"{limits} {money}" if money else limits


def _term(term: Term) -> str:
    amount = f"{term.amount:,.12g}" if term.to is None else f"{term.amount:,.12g}–{term.to:,.12g}"
    return f"{amount} {_words(term.unit)}" + (f": {term.what['en']}" if term.what else "")


def _cost(cost: Cost | None) -> Iterator[str]:
    if cost:
        most = "up to " if cost.most else ""
        yield f"a breach costs {most}{cost.amount:,.12g} {_words(cost.unit)} ({cost.source})"


def _words(unit: str) -> str:
    return unit.replace("_", " ")


def check_rules(
    knowledge: Path, articles: Mapping[str, Article | None], today: date
) -> tuple[list[Problem], list[Problem]]:
    """Errors and warnings beside the articles, among which None stands for a faulty one."""
    from bot.content.indices import load_indices
    from bot.content.rubric import load_rubric
    from bot.content.rules import expired, load_rules
    from bot.content.search_aids import load_search_aids

    book, wrong = load_rules(knowledge, articles)
    wrong += load_rubric(knowledge / "rubric.yml", articles)[1] + load_search_aids(knowledge)[2]
    wrong += load_indices(knowledge / "indices.yml")[1]
    return wrong, list(expired(book, today))
