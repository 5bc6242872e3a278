"""What the files of an article must agree on, beyond the schema of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.content.article_text import ArticleText
from bot.content.draft import UNFILLED, draft_phrases
from bot.content.sense import check_countries
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import Place, YamlFile
from bot.core.article import ARTICLE_LANGUAGES
from bot.core.errors import Problem


def problems(
    folder: str, files: Mapping[str, YamlFile], texts: Sequence[ArticleText], topics: Collection[str]
) -> list[Problem]:
    """Everything wrong between the files. `files` has only those that passed their schema."""
    found: list[Problem] = []
    about = files.get("article")
    if about:
        found += _topic(about, folder, topics) + _dates(about) + _titles(about, texts)
        found += check_countries(about, ("countries",), about.data["countries"])
    if len(texts) == len(ARTICLE_LANGUAGES):
        found += _sections(*texts)
        found += _marks(about, texts) if about else []
    if "phrases" in files:
        found += _phrases(files["phrases"])
    return found


def _topic(about: YamlFile, folder: str, topics: Collection[str]) -> list[Problem]:
    topic = about.data["topic"]
    if topic not in topics:
        message = f"{topic} is no topic of contract/topics.yml, nor of knowledge/topics.yml"
        return [about.problem(("topic",), message + did_you_mean(topic, topics))]
    if topic != folder:
        return [about.problem(("topic",), f"{topic} differs from the folder's name {folder}")]
    return []


def _dates(about: YamlFile) -> list[Problem]:
    data = about.data
    days: dict[Place, str | None] = {
        ("effective", "from"): data["effective"]["from"],
        ("effective", "until"): data["effective"]["until"],
        ("checked",): data["checked"],
    }
    days |= {("sources", i, "date"): source["date"] for i, source in enumerate(data["sources"])}
    found = [
        about.problem(place, f"{day} is no day of the calendar")
        for place, day in days.items()
        if day and not _is_day(day)
    ]
    first, last = data["effective"]["from"], data["effective"]["until"]
    if first and last and first > last:
        found.append(about.problem(("effective", "until"), f"{last} lies before {first}"))
    return found


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _titles(about: YamlFile, texts: Sequence[ArticleText]) -> list[Problem]:
    return [
        Problem(text.name, 1, "", f"the title is {text.title}, in article.yml {title}")
        for text in texts
        if text.title and text.title != (title := about.data["title"][text.language])
    ]


def _sections(first: ArticleText, second: ArticleText) -> list[Problem]:
    if len(first.sections) != len(second.sections):
        message = (
            f"has {len(second.sections)} sections, {first.name} has {len(first.sections)}; "
            "both languages need the same ones in the same order"
        )
        return [Problem(second.name, 0, "", message)]
    return [
        second.problem(i, f"marks {second.to_check(i)} statements to be checked, {first.name} {here}")
        for i in range(len(first.sections))
        if (here := first.to_check(i)) != second.to_check(i)
    ]


def _marks(about: YamlFile, texts: Sequence[ArticleText]) -> list[Problem]:
    said = any(text.to_check(i) for text in texts for i in range(len(text.sections)))
    marked = any(source["mark"] == "to_check" for source in about.data["sources"])
    if said and not marked:
        message = "statements are to be checked, but no source is marked to_check"
    elif marked and not said:
        message = "a source is marked to_check, but no statement of the texts ends with (to be checked)"
    else:
        return []
    return [about.problem(("sources",), message)]


def _phrases(phrases: YamlFile) -> list[Problem]:
    ids = [phrase["id"] for phrase in phrases.data]
    twice = [
        phrases.problem((i, "id"), f"{id} stands here twice") for i, id in enumerate(ids) if id in ids[:i]
    ]
    begun = [
        phrases.problem((i,), UNFILLED) for i, said in enumerate(phrases.data) if said in draft_phrases()
    ]
    return twice + begun
