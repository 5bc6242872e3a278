"""Simulated agents, heard by the trained model, bring every scenario to a fitting end."""

from __future__ import annotations

from itertools import product

import pytest

from bot import bootstrap
from bot.buyer.scenario import Casting
from bot.core.words import LANGUAGES
from bot.service import agents, rehearsal

FITTING = 0.95
"""Share of the talks that must end as they should."""


def endings(kind: agents.Kind) -> dict[str, str]:
    """How a talk of this agent in every scenario and language ends; buyers and seeds take turns."""
    found = {}
    for seed, (scenario, language) in enumerate(product(bootstrap.scenarios().values(), LANGUAGES)):
        if language not in scenario.variants:
            continue
        buyers = scenario.variants[language]
        speaker = agents.speaker(kind, bootstrap.agent_lines()[language], scenario, seed)
        casting = Casting(language, buyers[seed // 4 % len(buyers)], seed, bootstrap.rubric().day)
        within = rehearsal.answers_within(bootstrap.rules(), scenario, casting)
        played = rehearsal.play(scenario, casting, speaker, bootstrap.understander(), within=within)
        found[f"{scenario.id} {language}"] = str(played.state.ended)
    return found


@pytest.mark.slow
def test_a_good_agent_satisfies_the_buyer() -> None:
    found = endings("good")
    others = {name: ending for name, ending in found.items() if ending != "satisfied"}
    assert len(others) <= (1 - FITTING) * len(found), others


@pytest.mark.slow
def test_a_poor_agent_neither_satisfies_the_buyer_nor_talks_without_end() -> None:
    found = endings("poor")
    unfit = {name: ending for name, ending in found.items() if ending in ("satisfied", "turn_limit", "None")}
    assert len(unfit) <= (1 - FITTING) * len(found), unfit
