"""What buyers want and say: enough wordings in every mood and language, each with its gloss, none twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.words import LANGUAGES
from bot.understanding.language import detect

CATALOGUE = Path(__file__).resolve().parents[2] / "catalogue"
WISHES = sorted([*CATALOGUE.glob("needs/*.yml"), *CATALOGUE.glob("traps/*.yml")])
TALK = sorted(CATALOGUE.glob("talk/*.yml"))
LEAST_NEEDS, LEAST_TRAPS = 40, 15
LEAST = 4
"""Wordings in each list."""

names = pytest.mark.parametrize("path", WISHES, ids=lambda path: path.stem)


@cache
def lines_of(path: Path) -> dict[str, Any]:
    return dict(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["lines"])


def lists_of(path: Path) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Every list of wordings with its place: language, then, where there are any, slot and mood."""
    yield from lists_below((), lines_of(path))


def lists_below(place: tuple[str, ...], given: Any) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    if isinstance(given, list):
        yield place, given
        return
    for key, below in given.items():
        yield from lists_below((*place, key), below)


def plain(line: dict[str, Any]) -> str:
    return " ".join(re.findall(r"\w+", line["text"].lower()))


def test_there_are_needs_and_traps_for_every_kind_of_case() -> None:
    assert len(list(CATALOGUE.glob("needs/*.yml"))) >= LEAST_NEEDS
    assert len(list(CATALOGUE.glob("traps/*.yml"))) >= LEAST_TRAPS


@pytest.mark.parametrize("path", [*WISHES, *TALK], ids=lambda path: path.stem)
def test_every_list_has_enough_wordings_in_all_languages(path: Path) -> None:
    assert set(lines_of(path)) == set(LANGUAGES)
    assert not [place for place, lines in lists_of(path) if len(lines) < LEAST]


@names
def test_every_line_says_in_chinese_what_it_means(path: Path) -> None:
    lines = [line for _, lines in lists_of(path) for line in lines]
    assert not [line for line in lines if not re.search(r"[\u4e00-\u9fff]|^\{name\}$", line.get("zh", ""))]


@names
def test_a_calm_buyer_asks_in_easy_and_in_rich_words(path: Path) -> None:
    for language, slots in lines_of(path).items():
        levels = {line.get("level") for line in slots["raise"]["calm"]}
        assert {"A2", "B2"} <= levels, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_stands_in_two_places(language: str) -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in WISHES:
        for place, lines in lists_of(path):
            for line in lines if place[0] == language else ():
                where = f"{path.stem} {' '.join(place)}"
                if plain(line) in seen:
                    twice.append(f"{where} and {seen[plain(line)]}: {line['text']}")
                seen[plain(line)] = where
    assert not twice


@names
def test_every_line_is_in_its_language(path: Path) -> None:
    spoken = [(place[0], line["text"]) for place, lines in lists_of(path) for line in lines]
    assert not [text for language, text in spoken if detect(text)[0] not in (language, None)]
