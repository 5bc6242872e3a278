"""The case of a new scenario: the order, and what fills the places in the lines of its needs and traps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

from bot.buyer.scenario import Need, Scenario, Trap
from bot.content.catalogue import Catalogue
from bot.core.grade import Text
from bot.core.words import LANGUAGES, Language, Responsibility, Stage

DRAFT = Path(__file__).with_name("scenario_draft")
UNWRITTEN = "…"
"""Stands where a word is still to be written."""

ELSEWHERE = "USD"
"""The currency of countries that the defaults do not name."""
DAYS_AHEAD = 7
"""A date that no other scenario has lies so many days ahead."""


@cache
def defaults() -> dict[str, Any]:
    """What is proposed where nobody has said otherwise; see scenario_draft/defaults.yml."""
    found: dict[str, Any] = yaml.safe_load((DRAFT / "defaults.yml").read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class NewScenario:
    """What must be known before a scenario is begun.

    `buyers`: platform and country of the buyer, by language played. `arrived`: whether an order of the
    after-sales stage has come. `goods`: in every language played, Chinese and English, as they stand behind
    “I ordered”.
    """

    id: str
    title: Text
    level: int
    stage: Stage
    arrived: bool
    responsibility: Responsibility
    world: str
    buyers: Mapping[Language, tuple[str, str]]
    needs: Sequence[str]
    traps: Sequence[str]
    goods: Mapping[str, str]


class Draft:
    """A new scenario with everything that follows from the answers."""

    def __init__(self, new: NewScenario, catalogue: Catalogue, others: Mapping[str, Scenario]) -> None:
        stage: dict[str, Any] = {**defaults()["stages"][new.stage]}
        if new.stage == "after_sales" and new.arrived:
            stage |= defaults()["arrived"]
        self.new = new
        self.languages = [language for language in LANGUAGES if language in new.buyers]
        self.needs = [catalogue.needs[id] for id in new.needs if id in catalogue.needs]
        self.traps = [catalogue.traps[id] for id in new.traps if id in catalogue.traps]
        self.variants = {language: self._variant(language) for language in self.languages}
        self.context: dict[str, Any] = stage["context"]
        self.authority: dict[str, Any] = stage["authority"]
        self.dates: dict[str, int] = dict(stage["dates"])
        self.sums: dict[str, dict[str, float]] = {}
        self.words: dict[str, dict[str, str]] = {
            "goods": dict(new.goods),
            "address": {language: defaults()["address"][language] for language in self.spoken},
        }
        raising = {act for need in self.needs for act in need.raised_by}
        self.facts = {
            fact: defaults()["facts"][fact]
            for fact in stage["facts"]
            if not raising.issuperset(defaults()["facts"][fact])
        }
        for place in _wanted((*self.needs, *self.traps)):
            self._fill(place, others)

    @property
    def spoken(self) -> list[str]:
        """The languages of its words: those played, and those of the briefing."""
        return list(dict.fromkeys([*self.languages, "en", "zh"]))

    @property
    def order(self) -> dict[str, Any]:
        """The order sheet; its numbers are made from the id, so that no two scenarios share them."""
        number = crc32(self.new.id.encode())
        tracking = {"tracking": f"LP{number:011}CN"} if self.context["shipped"] else {}
        prices = {currency: self._price(currency) for currency in self._currencies()}
        sums = {"sums": self.sums} if self.sums else {}
        name = f"SD-{number % 10**8:08}"
        return {"number": name, **tracking, "value": prices, "dates": self.dates, **sums}

    def _variant(self, language: str) -> dict[str, Any]:
        platform, country = self.new.buyers[language]  # type: ignore[index]
        known = (money for money, countries in defaults()["currencies"].items() if country in countries)
        buyer = defaults()["buyers"][language]["buyer"]
        return {
            "platform": platform,
            "country": country,
            "currency": next(known, ELSEWHERE),
            "buyer": buyer,
        }

    def _currencies(self) -> list[str]:
        return list(dict.fromkeys(variant["currency"] for variant in self.variants.values()))

    def _price(self, currency: str) -> float:
        price: float = defaults()["prices"][currency]
        return price

    def _fill(self, place: str, others: Mapping[str, Scenario]) -> None:
        """Takes over what another scenario fills the place with; a word that none has is left to write."""
        date = place.removesuffix("_date")
        if place in self.words or (date != place and date in self.dates):
            return
        if date != place:
            known = (other.order.dates[date] for other in others.values() if date in other.order.dates)
            self.dates[date] = next(known, DAYS_AHEAD)
            return
        for other in others.values():
            if sums := other.order.sums.get(place):
                self.sums[place] = {money: _sum(sums, money) for money in self._currencies()}
                return
        texts = next((other.words[place] for other in others.values() if place in other.words), {})
        self.words[place] = {language: texts.get(language, UNWRITTEN) for language in self.spoken}


def _wanted(wishes: Iterable[Need | Trap]) -> list[str]:
    return list(dict.fromkeys(place for wish in wishes for place in wish.fills))


def _sum(sums: Mapping[str, float], currency: str) -> float:
    return sums.get(currency, next(iter(sums.values())))
