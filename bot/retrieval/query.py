"""A question with its filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from bot.core.article import Article
from bot.core.errors import BadRequest
from bot.core.words import COUNTRY_GROUPS, LANGUAGES, Stage, covers, is_place

QUESTION_LANGUAGES = (*LANGUAGES, "zh")
KEYS = ("question", "language", "platform", "country", "stage", "date")
DEFAULT_HITS = 5


@dataclass(frozen=True)
class Query:
    """What is asked. A filter that is None drops nothing.

    `date` is an ISO day, `topics` limits the answer to some topics, `k` is how many hits there are at most.
    """

    question: str
    language: str | None = None
    platform: str | None = None
    country: str | None = None
    stage: str | None = None
    date: str | None = None
    k: int = DEFAULT_HITS
    topics: tuple[str, ...] | None = None

    @staticmethod
    def parse(data: Mapping[str, Any], k: int = DEFAULT_HITS) -> Query:
        """A query from what somebody wrote; raises BadRequest that names every wrong key."""
        given = {key: value for key in KEYS if (value := data.get(key)) is not None}
        wrong = [
            f"{key}: {value!r} {_CHECKS[key][1]}"
            for key, value in {"question": None, **given}.items()
            if not (isinstance(value, str) and _CHECKS[key][0](value))
        ]
        if k < 1:
            wrong.append(f"k: {k} is below 1")
        if wrong:
            raise BadRequest("; ".join(wrong))
        return Query(**given, k=k)

    def admits(self, article: Article) -> bool:
        """Whether `article` holds where and when the question is asked; what holds everywhere always does."""
        return (
            (self.topics is None or article.topic in self.topics)
            and _within(self.platform, article.platforms)
            and (self.country is None or covers(article.countries, self.country))
            and _within(self.stage, article.stages)
            and self._in_force(article)
        )

    def _in_force(self, article: Article) -> bool:
        return self.date is None or (
            (article.effective_from or "") <= self.date <= (article.effective_until or "9999")
        )


def _within(asked: str | None, named: tuple[str, ...]) -> bool:
    return asked is None or not named or asked in named


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "question": (lambda text: bool(text.strip()), "is no question"),
    "language": (lambda text: text in QUESTION_LANGUAGES, f"is none of {', '.join(QUESTION_LANGUAGES)}"),
    "platform": (lambda text: bool(re.fullmatch(r"[a-z][a-z0-9_]*", text)), "is no platform's id"),
    "country": (is_place, f"is no country code such as DE and none of {', '.join(COUNTRY_GROUPS)}"),
    "stage": (lambda text: text in get_args(Stage), f"is none of {', '.join(get_args(Stage))}"),
    "date": (_is_day, "is no day such as 2026-11-25"),
}
