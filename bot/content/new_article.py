"""Makes the folder of a new article: complete in form, to be filled with what holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

import yaml

from bot.content.articles import load_article
from bot.content.draft import DRAFT, UNFILLED
from bot.content.topics import FILE, add_topic, load_topics
from bot.core.article import ARTICLE_LANGUAGES
from bot.core.errors import BadFile, BadRequest, sound


@dataclass(frozen=True)
class NewArticle:
    """What must be known before an article is begun. `source` is where its first statement comes from.

    `group` and what it `answers` are said of a topic that is not known yet, and of no other.
    """

    topic: str
    title_en: str
    title_zh: str
    source: str
    platforms: Sequence[str] = ()
    countries: Sequence[str] = ()
    stages: Sequence[str] = ()
    group: str | None = None
    answers: str | None = None


def make_folder(root: Path, new: NewArticle, today: date) -> Path:
    """Writes the article's files under `root`, and a topic that is not known yet beside it.

    Raises BadRequest for an article that is there already or a topic of which nothing is said, and BadFile
    where what is given makes no valid topic or article; nothing is left behind then.
    """
    folder, knowledge = root / new.topic, root.parent
    topics = sound(*load_topics(knowledge))
    if new.topic not in topics and not (new.group and new.answers):
        raise BadRequest(f"{new.topic} is no topic yet: say its group and what it answers")
    if folder.exists():
        raise BadRequest(f"{folder} is there already: edit its files")
    with _undone_if_it_fails(folder, knowledge / FILE):
        if new.group and new.answers:
            add_topic(knowledge, new.topic, new.group, new.answers)
            topics = sound(*load_topics(knowledge))
        _write(folder, new, today)
        _, problems = load_article(folder, f"{knowledge.name}/{root.name}/{new.topic}", topics)
        if wrong := [problem for problem in problems if problem.message != UNFILLED]:
            raise BadFile(wrong)
    return folder


@contextmanager
def _undone_if_it_fails(folder: Path, file: Path) -> Iterator[None]:
    """Whatever goes wrong, `folder` goes and `file` is as it was."""
    before = file.read_bytes() if file.exists() else None
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(before)
        raise


def _write(folder: Path, new: NewArticle, today: date) -> None:
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
