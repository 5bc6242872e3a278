"""An article of the knowledge base: guidance on one topic, with its sources and what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.core.grade import Text
from bot.core.heard import JsonDict
from bot.core.words import UiLanguage

Mark = Literal["verified", "known", "to_check"]
"""How sure a source is: seen in writing, long-standing knowledge, or still to be checked."""

ARTICLE_LANGUAGES: tuple[UiLanguage, ...] = ("en", "zh")
"""The languages that articles are written in; the first names the sections."""

TO_CHECK: Mapping[UiLanguage, str] = {"en": "(to be checked)", "zh": "（待核实）"}
"""What ends a statement that still has to be checked."""


@dataclass(frozen=True)
class Source:
    """Where a statement comes from. `date` is the source's own: a year, a month or a day; None unknown."""

    name: str
    date: str | None
    mark: Mark


@dataclass(frozen=True)
class Section:
    """A part of an article: `heading` in its own language, `text` in Markdown."""

    heading: str
    text: str


@dataclass(frozen=True)
class Phrase:
    """A sentence to say, by language: de, en, ru, es, and zh as a gloss."""

    id: str
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Article:
    """What holds on one topic. Empty `platforms`, `countries` and `stages` mean everywhere.

    `sections` are the same in both languages, in the same order. `effective_from` and `effective_until`
    are the first and last day (ISO) on which it holds, `checked` the day on which it was last reviewed.
    `questions` are ways to ask for it, by language.
    """

    topic: str
    title: Text
    platforms: tuple[str, ...]
    countries: tuple[str, ...]
    stages: tuple[str, ...]
    effective_from: str | None
    effective_until: str | None
    checked: str
    sources: tuple[Source, ...]
    sections: Mapping[UiLanguage, tuple[Section, ...]]
    phrases: tuple[Phrase, ...]
    questions: Mapping[str, tuple[str, ...]]

    @property
    def verified(self) -> bool:
        """Whether none of its sources is still to be checked."""
        return all(source.mark != "to_check" for source in self.sources)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The English headings, by which rules, hits and grades name the sections."""
        return tuple(section.heading for section in self.sections["en"])

    def phrases_in(self, language: str) -> tuple[str, ...]:
        """What to say, in one language."""
        return tuple(phrase.texts[language] for phrase in self.phrases if language in phrase.texts)

    def to_json(self) -> JsonDict:
        """Plain JSON; `from_json` reads it."""
        return asdict(self)

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Article:
        """Reads what `to_json` wrote; raises KeyError or TypeError for anything else."""
        known = dict(data)
        for key in ("platforms", "countries", "stages"):
            known[key] = tuple(known[key])
        known["sources"] = tuple(Source(**source) for source in known["sources"])
        known["sections"] = {
            language: tuple(Section(**section) for section in sections)
            for language, sections in known["sections"].items()
        }
        known["phrases"] = tuple(Phrase(**phrase) for phrase in known["phrases"])
        known["questions"] = {language: tuple(asked) for language, asked in known["questions"].items()}
        return Article(**known)
