"""The articles of the knowledge base, as readers find them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.article import Article
from bot.core.words import UiLanguage


class Library:
    """Articles by topic and by group of topics; `groups` is all topics with their groups."""

    def __init__(self, articles: Iterable[Article], groups: Mapping[str, str]) -> None:
        self._articles = {article.topic: article for article in articles}
        self._groups = groups

    def article(self, topic: str) -> Article | None:
        """The article on a topic; None where there is none yet."""
        return self._articles.get(topic)

    def shelves(self) -> list[tuple[str, list[Article]]]:
        """Each group that has articles, in the contract's order of groups."""
        found: dict[str, list[Article]] = {}
        for topic, group in self._groups.items():
            if topic in self._articles:
                found.setdefault(group, []).append(self._articles[topic])
        return list(found.items())

    def heading(self, topic: str, section: str, language: UiLanguage) -> str:
        """The heading, in a language, of the section that grades and hits name in English."""
        article = self._articles[topic]
        headings = dict(zip(article.anchors, article.sections[language], strict=True))
        return headings[section].heading if section in headings else section
