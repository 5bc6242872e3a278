"""Makes the folder of a new article: complete and valid, to be filled with what holds."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

import yaml

from bot.content.articles import load_article
from bot.content.contract import topics
from bot.core.article import ARTICLE_LANGUAGES
from bot.core.errors import BadFile, BadRequest

DRAFT = Path(__file__).with_name("article_draft")


@dataclass(frozen=True)
class NewArticle:
    """What must be known before an article is begun. `source` is where its first statement comes from."""

    topic: str
    title_en: str
    title_zh: str
    source: str
    platforms: Sequence[str] = ()
    countries: Sequence[str] = ()
    stages: Sequence[str] = ()


def make_folder(root: Path, new: NewArticle, today: date) -> Path:
    """Writes the article's files under `root`; raises BadRequest for an unknown or existing topic.

    Raises BadFile where what is given makes no valid article; nothing is left behind then.
    """
    if new.topic not in topics():
        raise BadRequest(f"{new.topic} is no topic of contract/topics.yml")
    folder = root / new.topic
    if folder.exists():
        raise BadRequest(f"{folder} is there already: edit its files")
    folder.mkdir(parents=True)
    about = yaml.safe_dump(_about(new, today), allow_unicode=True, sort_keys=False)
    (folder / "article.yml").write_text(about, encoding="utf-8")
    for language in ARTICLE_LANGUAGES:
        title = new.title_zh if language == "zh" else new.title_en
        text = (DRAFT / f"{language}.md").read_text(encoding="utf-8")
        (folder / f"{language}.md").write_text(Template(text).substitute(title=title), encoding="utf-8")
    shutil.copy(DRAFT / "phrases.yml", folder)
    questions = _questions(title=new.title_en, title_zh=new.title_zh)
    (folder / "questions.yml").write_text(questions, encoding="utf-8")
    _, problems = load_article(folder, f"{root.parent.name}/{root.name}/{new.topic}")
    if problems:
        shutil.rmtree(folder)
        raise BadFile(problems)
    return folder


def _about(new: NewArticle, today: date) -> dict[str, object]:
    return {
        "topic": new.topic,
        "title": {"en": new.title_en, "zh": new.title_zh},
        "platforms": list(new.platforms),
        "countries": list(new.countries),
        "stages": list(new.stages),
        "effective": {"from": None, "until": None},
        "checked": today.isoformat(),
        "sources": [{"name": new.source, "date": None, "mark": "to_check"}],
    }


def _questions(**titles: str) -> str:
    """Filled in as data, as a title may hold signs that mean something in YAML."""
    text = (DRAFT / "questions.yml").read_text(encoding="utf-8")
    comment = "".join(line + "\n" for line in text.splitlines() if line.startswith("#"))
    asked = {
        language: [Template(question).substitute(titles) for question in questions]
        for language, questions in yaml.safe_load(text).items()
    }
    return comment + yaml.safe_dump(asked, allow_unicode=True, sort_keys=False, width=110)
