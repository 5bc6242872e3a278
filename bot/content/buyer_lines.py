"""Lines as they stand in YAML: read, and checked for places, repetitions and countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from bot.buyer.circumstances import OPPOSITES
from bot.buyer.fill import GENDERED, OF_THE_TALK, PLACE, REGIONAL, SPOKEN
from bot.buyer.lines import Fit
from bot.buyer.scenario import BANDS, Band, Line, Lines, Talk
from bot.content.sense import check_countries
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import Place, YamlFile
from bot.core.errors import Problem
from bot.core.words import COUNTRY_GROUPS

LEAST = 3
"""Wordings of a scenario's own that must be left in every country and circumstance."""

ELSEWHERE = "ZZ"
"""A country that no line names."""


def line_of(data: str | Mapping[str, Any]) -> Line:
    """One wording."""
    if isinstance(data, str):
        return Line(data)
    countries, when = tuple(data.get("countries", ())), tuple(data.get("when", ()))
    return Line(data["text"], data.get("level"), countries, data.get("zh"), when)


def wordings_of(data: list[Any]) -> tuple[Line, ...]:
    """A list of wordings."""
    return tuple(line_of(item) for item in data)


def slots_of(data: Mapping[str, Mapping[str, Any]]) -> Lines:
    """Lines by language and slot; a plain list holds for every mood."""
    return {
        language: {slot: _bands(given) for slot, given in slots.items()} for language, slots in data.items()
    }


def talk_of(id: str, data: Mapping[str, Any]) -> Talk:
    """A talk; its one slot bears its name."""
    return Talk(
        id, tuple(data["moves"]), slots_of({lang: {id: given} for lang, given in data["lines"].items()})
    )


def _bands(data: Any) -> dict[Band, tuple[Line, ...]]:
    if isinstance(data, list):
        return dict.fromkeys(BANDS, wordings_of(data))
    return {band: wordings_of(data[band]) for band in BANDS}


def check_lines(
    file: YamlFile, place: Place, fills: tuple[str, ...] = (), least: int = LEAST
) -> Iterator[Problem]:
    """Everything wrong in the lines below `place`.

    `fills` are places filled besides the common ones; `least` wordings must be left everywhere.
    """
    data = file.data
    for key in place:
        data = data[key]
    for where, texts in _leaves(data, place):
        lines = wordings_of(texts)
        for i, line in enumerate(lines):
            for text in filter(None, (line.text, line.gloss)):
                yield from check_places(file, (*where, i), text, (*SPOKEN, *OF_THE_TALK, *fills))
            yield from check_countries(file, (*where, i, "countries"), line.countries)
        for text, count in Counter(line.text for line in lines).items():
            if count > 1:
                yield file.problem(where, f"stands here {count} times: {text}")
        for country, holds in product(_countries(lines), _circumstances(lines)):
            if sum(map(Fit(country, frozenset(holds)), lines)) < least:
                abroad = "countries that no line names" if country == ELSEWHERE else country
                told = f" ({', '.join(holds)})" if holds else ""
                yield file.problem(where, f"fewer than {least} wordings are left for {abroad}{told}")


def check_places(file: YamlFile, where: Place, text: str, known: tuple[str, ...]) -> Iterator[Problem]:
    """Places in `text` that nobody fills, and braces that form none."""
    for message in unknown_places(text, known):
        yield file.problem(where, message)
    if set("{}") & set(PLACE.sub("", REGIONAL.sub("", GENDERED.sub("", text)))):
        yield file.problem(where, "a brace that belongs to no place")


def unknown_places(text: str, known: Iterable[str]) -> Iterator[str]:
    """What is wrong with the places in `text` that nobody fills, by name."""
    there = sorted(set(known))
    for name in sorted(set(PLACE.findall(text)).difference(there)):
        yield f"unknown place {{{name}}}; known are {', '.join(there)}{did_you_mean(name, there)}"


def _circumstances(lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
    """Every case that the lines tell apart; what holds at a moment only is left out."""
    named = {name for line in lines for name in line.when}
    return list(product(*(pair for pair in OPPOSITES if named.intersection(pair))))


def _countries(lines: tuple[Line, ...]) -> set[str]:
    named = {name for line in lines for name in line.countries}
    return {c for name in named for c in COUNTRY_GROUPS.get(name, {name})} | {ELSEWHERE}


def _leaves(data: Any, place: Place) -> Iterator[tuple[Place, list[Any]]]:
    if isinstance(data, list):
        yield place, data
        return
    for key, value in data.items():
        yield from _leaves(value, (*place, key))
