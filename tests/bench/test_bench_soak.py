"""Whom the soak reaches before its talks are cut."""

from __future__ import annotations

from itertools import islice

from bench.soak import TALKS, TALKS_IN_TEXT, castings
from bot import bootstrap

Buyer = tuple[str, str, int]


def reached(talks: int) -> set[Buyer]:
    """Scenario, language and place of the buyers who play the first talks."""
    played = islice(castings(), talks)
    return {
        (scenario.id, who.language, scenario.variants[who.language].index(who.variant))
        for scenario, who in played
    }


def buyers() -> set[Buyer]:
    return {
        (scenario.id, language, place)
        for scenario in bootstrap.scenarios().values()
        for language, variants in scenario.variants.items()
        for place in range(len(variants))
    }


def test_talks_in_text_reach_every_scenario_in_each_language_and_not_its_first_buyer_alone() -> None:
    found = reached(TALKS_IN_TEXT)
    assert {(id, language) for id, language, _ in found} == {(id, lang) for id, lang, _ in buyers()}
    assert {place for _, _, place in found} == {place for _, _, place in buyers()}


def test_talks_in_acts_reach_every_buyer() -> None:
    assert reached(TALKS) == buyers()


def test_no_two_talks_have_one_seed() -> None:
    assert len({who.seed for _, who in islice(castings(), TALKS)}) == TALKS
