"""Reads the articles of the knowledge base, one folder a topic; reports everything wrong at once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from bot.content import article_checks
from bot.content.article_text import ArticleText, read_text
from bot.content.topics import load_topics
from bot.content.yaml_file import YamlFile, against_schema, read_yaml, with_days_as_text
from bot.core.article import ARTICLE_LANGUAGES, Article, Phrase, Source
from bot.core.errors import Problem

YAML_FILES = ("article", "phrases", "questions")
FILES = ("article.yml", "en.md", "zh.md", "phrases.yml", "questions.yml")


def load_articles(root: Path) -> tuple[list[Article], list[Problem]]:
    """The articles in `root`, in the order of the topics, and everything wrong with topics and articles."""
    articles: list[Article] = []
    topics, problems = load_topics(root.parent)
    order = list(topics)
    for folder in folders(root):
        article, found = load_article(folder, folder.relative_to(root.parent.parent).as_posix(), topics)
        problems += found
        articles += [article] if article else []
    return sorted(articles, key=lambda a: order.index(a.topic)), problems


def citable(root: Path) -> tuple[dict[str, Article | None], list[Problem]]:
    """The articles in `root` by topic, None for one that cannot be read, and everything wrong with them."""
    found, problems = load_articles(root)
    articles: dict[str, Article | None] = dict.fromkeys(folder.name for folder in folders(root))
    articles.update({article.topic: article for article in found})
    return articles, problems


def folders(root: Path) -> list[Path]:
    """The folders of the topics, by name; none where `root` is missing."""
    return sorted(p for p in root.glob("*") if p.is_dir() and not p.name.startswith("."))


def fingerprint(root: Path) -> str:
    """A checksum of all articles as they lie on disk, cheap because nothing is parsed."""
    digest = hashlib.sha256()
    for folder in folders(root):
        for name in FILES:
            digest.update(f"{folder.name}/{name}\0".encode())
            if (folder / name).is_file():
                digest.update((folder / name).read_bytes() + b"\0")
    return digest.hexdigest()


def load_article(folder: Path, name: str, topics: Collection[str]) -> tuple[Article | None, list[Problem]]:
    """The article in `folder`, which problems call `name`; None where anything in it is wrong.

    It must be about one of `topics`.
    """
    problems: list[Problem] = []
    files: dict[str, YamlFile] = {}
    for kind in YAML_FILES:
        file, found = read_yaml(folder / f"{kind}.yml", f"{name}/{kind}.yml")
        if file:
            file = with_days_as_text(file)
            found += against_schema(file, kind)
        if file and not found:
            files[kind] = file
        problems += found
    texts: list[ArticleText] = []
    for language in ARTICLE_LANGUAGES:
        text, found = read_text(folder / f"{language}.md", f"{name}/{language}.md", language)
        texts += [text] if text else []
        problems += found
    problems += article_checks.problems(folder.name, files, texts, topics)
    return (None if problems else _article(files, texts)), problems


def warnings(articles: Sequence[Article], today: date) -> list[Problem]:
    """What readers should know though nothing is broken: what has expired, what is still to be checked."""
    found = []
    for article in articles:
        name = f"knowledge/articles/{article.topic}/article.yml"
        if article.effective_until and article.effective_until < today.isoformat():
            found.append(
                Problem(name, 0, "effective.until", f"no longer holds since {article.effective_until}")
            )
        waiting = sum(source.mark == "to_check" for source in article.sources)
        if waiting:
            found.append(Problem(name, 0, "sources", f"{waiting} still to be checked"))
    return found


def _article(files: dict[str, YamlFile], texts: list[ArticleText]) -> Article:
    data = files["article"].data
    return Article(
        topic=data["topic"],
        title=data["title"],
        platforms=tuple(data["platforms"]),
        countries=tuple(data["countries"]),
        stages=tuple(data["stages"]),
        effective_from=data["effective"]["from"],
        effective_until=data["effective"]["until"],
        checked=data["checked"],
        sources=tuple(Source(**source) for source in data["sources"]),
        sections={text.language: text.sections for text in texts},
        phrases=tuple(
            Phrase(entry["id"], {key: value for key, value in entry.items() if key != "id"})
            for entry in files["phrases"].data
        ),
        questions={language: tuple(asked) for language, asked in files["questions"].data.items()},
    )
