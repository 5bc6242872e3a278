"""What is chosen on the start page: which scenarios it shows, and how the buyer shall speak in a practice.

What is chosen stands in the address.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from bot.buyer.scenario import Scenario
from bot.core.words import CEFR, LANGUAGES, Channel, Responsibility


@dataclass(frozen=True)
class Wish:
    """What goes along into any practice. `words`: group of texts that names its options."""

    name: str
    words: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Filter(Wish):
    """A property of scenarios, by which they are shown; `of`: the options that a scenario has."""

    of: Callable[[Scenario], Collection[str]]


FILTERS = (
    Filter("language", "spoken", LANGUAGES, lambda scenario: scenario.variants),
    Filter("level", "level", ("1", "2", "3"), lambda scenario: (str(scenario.level),)),
    Filter(
        "responsibility",
        "responsibility",
        get_args(Responsibility),
        lambda scenario: (scenario.responsibility,),
    ),
    Filter("channel", "channel", get_args(Channel), lambda scenario: (scenario.channel,)),
)
WISHES = (Wish("cefr", "cefr", CEFR),)


def chosen(query: Mapping[str, str]) -> dict[str, str]:
    """The options that an address chooses, by filter and wish; what is no option chooses nothing."""
    return {each.name: query[each.name] for each in FILTERS + WISHES if query.get(each.name) in each.options}


def wished(choice: Mapping[str, str]) -> dict[str, str]:
    """What is left of a choice where no scenario is filtered out."""
    return {each.name: choice[each.name] for each in WISHES if each.name in choice}


def fitting(scenarios: Iterable[Scenario], choice: Mapping[str, str]) -> list[Scenario]:
    """The scenarios that have every chosen option."""
    asked = [(each.of, choice[each.name]) for each in FILTERS if each.name in choice]
    return [scenario for scenario in scenarios if all(option in of(scenario) for of, option in asked)]


def address(choice: Mapping[str, str]) -> str:
    """The start page's address with these options."""
    return f"/?{urlencode(choice)}" if choice else "/"
