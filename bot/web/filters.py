"""The filters of the start page: what of the scenarios it shows, and how easy the buyer's texts shall be.

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
class Filter:
    """A property of scenarios. `words`: group of texts that names its options; `of`: those a scenario has.

    One that every scenario has narrows nothing: it is a wish that goes along into the practice.
    """

    name: str
    words: str
    options: tuple[str, ...]
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
    Filter("cefr", "cefr", CEFR, lambda _scenario: CEFR),
)


def chosen(query: Mapping[str, str]) -> dict[str, str]:
    """The options that an address chooses, by filter; what is no option chooses nothing."""
    return {each.name: query[each.name] for each in FILTERS if query.get(each.name) in each.options}


def fitting(scenarios: Iterable[Scenario], choice: Mapping[str, str]) -> list[Scenario]:
    """The scenarios that have every chosen option."""
    asked = [(each.of, choice[each.name]) for each in FILTERS if each.name in choice]
    return [scenario for scenario in scenarios if all(option in of(scenario) for of, option in asked)]


def address(choice: Mapping[str, str]) -> str:
    """The start page's address with these options."""
    return f"/?{urlencode(choice)}" if choice else "/"
