"""How the knowledge base looks in a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.core.article import Article
from bot.core.heard import JsonDict


def print_result(result: JsonDict, as_json: bool) -> None:
    """One answer of the search, or one line that could not be read."""
    if as_json:
        print(_json(result))
    elif "error" in result:
        print(f"line {result['line']}: {result['error']}\n")
    else:
        _print_hits(result)


def _print_hits(result: JsonDict) -> None:
    print(result["question"])
    if not result["answered"]:
        print("  Nothing in the knowledge base answers this; nearest is:")
    for hit in result["hits"]:
        title = hit["title"][hit["language"]]
        print(f"  {hit['score']:.2f}  {title} ({hit['topic']}: {hit['section']})")
        print(f"        {hit['excerpt']}")
        checked = f"reviewed {hit['reviewed']}" if hit["verified"] else "partly still to be checked"
        print(f"        {'; '.join(source['name'] for source in hit['sources'])} ({checked})")
    print()


def print_list(articles: Sequence[Article], as_json: bool) -> None:
    """The articles, one a line."""
    if as_json:
        print(_json([_entry(article) for article in articles]))
        return
    for article in articles:
        scope = ", ".join((*article.platforms, *article.countries)) or "everywhere"
        print(f"{article.topic:26} {article.title['en']} · {article.title['zh']} ({scope})")


def _entry(article: Article) -> JsonDict:
    return {
        "topic": article.topic,
        "title": dict(article.title),
        "platforms": list(article.platforms),
        "countries": list(article.countries),
        "stages": list(article.stages),
        "effective": {"from": article.effective_from, "until": article.effective_until},
        "verified": article.verified,
        "reviewed": article.checked,
    }


def print_article(article: Article, language: str, as_json: bool) -> None:
    """One article: Markdown for people, everything for programs."""
    if as_json:
        print(_json(article.to_json()))
        return
    print(f"# {article.title[language]}\n")
    for section in article.sections["zh" if language == "zh" else "en"]:
        print(f"## {section.heading}\n{section.text}\n")
    for source in article.sources:
        print(f"- {source.name} ({source.date or 'n.d.'}, {source.mark.replace('_', ' ')})")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
