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
    """How the talks of this agent with the first buyer of every scenario and language end."""
    found = {}
    for scenario, language in product(bootstrap.scenarios().values(), LANGUAGES):
        if language not in scenario.variants:
            continue
        speaker = agents.speaker(kind, bootstrap.agent_lines()[language], scenario, 0)
        casting = Casting(language, scenario.variant(language), 0, bootstrap.rubric().day)
        promised = bootstrap.rules().policy(scenario.shop).answers_within
        played = rehearsal.play(scenario, casting, speaker, bootstrap.understander(), promised=promised)
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
