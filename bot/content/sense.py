"""What no schema can say of numbers, countries and repetitions, the same for every file that people write."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from bot.content.yaml_file import Place, YamlFile
from bot.core.errors import Problem
from bot.core.words import COUNTRY_GROUPS, is_place


def check_numbers(file: YamlFile) -> Iterator[Problem]:
    """Numbers that are none (`.nan`) or have no end (`.inf`), wherever they stand."""
    yield from _numbers(file, file.data, ())


def check_countries(file: YamlFile, place: Place, named: Sequence[str]) -> Iterator[Problem]:
    """Entries of the list at `place` that are neither a country nor a group."""
    for i, country in enumerate(named):
        if not is_place(country):
            known = ", ".join(COUNTRY_GROUPS)
            yield file.problem((*place, i), f"{country} is no country code of ISO 3166-1 and none of {known}")


def _numbers(file: YamlFile, data: Any, place: Place) -> Iterator[Problem]:
    if isinstance(data, float) and not math.isfinite(data):
        yield file.problem(place, f"{data} is no number to reckon with")
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _numbers(file, value, (*place, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _numbers(file, value, (*place, i))


class Sentence(Protocol):
    """A sentence that people wrote, and where it stands."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...


def check_repeated(sentences: Iterable[Sentence]) -> Iterator[Problem]:
    """Sentences that stand in their language already, but for blanks and capitals."""
    seen: dict[tuple[str, str], Sentence] = {}
    for sentence in sentences:
        first = seen.setdefault((sentence.language, " ".join(sentence.text.lower().split())), sentence)
        if first is not sentence:
            yield Problem(sentence.file, sentence.line, "", f"stands in {first.file}:{first.line} already")
