"""The Markdown of an article: `# Title`, then `## Section`s; counted and checked by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bot.content.draft import UNFILLED, draft_lines
from bot.core.article import TO_CHECK, Section
from bot.core.errors import Problem
from bot.core.words import UiLanguage

LENGTH: dict[UiLanguage, tuple[int, int, str]] = {"en": (150, 500, "words"), "zh": (250, 900, "characters")}
"""How long an article may be, headings aside; of Chinese, characters without spaces are counted."""


@dataclass(frozen=True)
class ArticleText:
    """One language of an article; `lines` are the lines of the sections' headings, counted from 1."""

    name: str
    language: UiLanguage
    title: str
    sections: tuple[Section, ...]
    lines: tuple[int, ...]

    def to_check(self, section: int) -> int:
        """How many statements of a section still have to be checked."""
        return self.sections[section].text.count(TO_CHECK[self.language])

    def problem(self, section: int, message: str) -> Problem:
        """A problem in one section of this text."""
        return Problem(self.name, self.lines[section], self.sections[section].heading, message)


def read_text(path: Path, name: str, language: UiLanguage) -> tuple[ArticleText | None, list[Problem]]:
    """Reads one language; a file that cannot be read gives None and the problem."""
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None, [Problem(name, 0, "", "is not UTF-8 text")]
    except OSError as error:
        return None, [Problem(name, 0, "", f"cannot be read: {error.strerror}")]
    rows = content.splitlines()
    text, before = _parse(rows, name, language)
    return text, [*before, *_unfilled(rows, name, language), *_in_itself(text)]


def _parse(rows: list[str], name: str, language: UiLanguage) -> tuple[ArticleText, list[Problem]]:
    title = ""
    problems: list[Problem] = []
    headings: list[str] = []
    lines: list[int] = []
    bodies: list[list[str]] = []
    for number, row in enumerate(rows, 1):
        if row.startswith("## "):
            headings.append(row[3:].strip())
            lines.append(number)
            bodies.append([])
        elif row.startswith("# ") and not title:
            title = row[2:].strip()
        elif bodies:
            bodies[-1].append(row)
        elif row.strip():
            problems.append(Problem(name, number, "", "text before the first section (## Section)"))
    sections = tuple(
        Section(heading, "\n".join(body).strip()) for heading, body in zip(headings, bodies, strict=True)
    )
    return ArticleText(name, language, title, sections, tuple(lines)), problems


def _unfilled(rows: list[str], name: str, language: UiLanguage) -> list[Problem]:
    draft = draft_lines(language)
    return [Problem(name, number, "", UNFILLED) for number, row in enumerate(rows, 1) if row.strip() in draft]


def _in_itself(text: ArticleText) -> list[Problem]:
    problems = []
    if not text.title:
        problems.append(Problem(text.name, 1, "", "the first line must be the title: # Title"))
    if not text.sections:
        problems.append(Problem(text.name, 0, "", "has no section: ## Section"))
    seen = set()
    for i, section in enumerate(text.sections):
        if not section.text:
            problems.append(text.problem(i, "the section is empty"))
        if section.heading in seen:
            problems.append(text.problem(i, "this heading stands here twice"))
        seen.add(section.heading)
    low, high, unit = LENGTH[text.language]
    size = length(text)
    if not low <= size <= high:
        problems.append(Problem(text.name, 0, "", f"has {size} {unit}; write {low} to {high}"))
    return problems


def length(text: ArticleText) -> int:
    """Words of the English text, characters without spaces of the Chinese; headings aside."""
    body = " ".join(section.text for section in text.sections)
    pattern = r"\S" if text.language == "zh" else r"[^\W_]+(?:[’'.,-][^\W_]+)*"
    return len(re.findall(pattern, body))
