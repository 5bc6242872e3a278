"""The shell of every talk: each act of the contract has one answer, and no intent is missing or double."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rasa.shared.utils.io

from bot.content import contract

ROOT = Path(__file__).resolve().parents[2]
COACH = {"ask_hint": "action_hint", "ask_rule": "action_rule_lookup", "finish": "action_grade"}
EVENTS = {"begin", "silence"}


def read(name: str) -> Any:
    return rasa.shared.utils.io.read_yaml_file(ROOT / name)


def test_the_domain_has_the_contracts_acts_and_webs_events_as_intents() -> None:
    intents = [next(iter(entry)) for entry in read("domain.yml")["intents"]]
    assert intents == [*contract.acts(), "begin", "silence"]


def test_each_act_has_the_answer_that_the_map_gives_it() -> None:
    answers: dict[str, list[str]] = {}
    for rule in read("data/stories/shell.yml")["rules"]:
        first, action = rule["steps"]
        intents = [alternative["intent"] for alternative in first.get("or", [first])]
        for intent in intents:
            answers.setdefault(intent, []).append(action["action"])
    assert answers == {
        intent: [COACH.get(intent, "action_buyer_turn")] for intent in {*contract.acts(), *EVENTS}
    }
