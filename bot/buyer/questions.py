"""What a message asks the buyer, in so many words or by a choice it offers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.buyer.matters import matters_named
from bot.buyer.named import sentences_of
from bot.buyer.scenario import Fact, Scenario
from bot.core.heard import Heard

REMEDIES = frozenset({"offer_replacement", "offer_repair", "offer_full_refund"})
"""Two of these in one message are a choice: the buyer is asked which."""

CHOICE = "ask_preferred_solution"
"""The question that a choice of remedies asks."""

NEEDS, BUDGET, DATE = "ask_needs", "budget", "wanted_by"
"""The question about a buyer's needs, and the matters in it that have answers of their own."""

BARE_QUESTION = re.compile(r"\W*\w{1,6}\s*\?\W*")
"""A single short word: “Huh?”, “¿Qué?”."""


ASKED_AFTER = frozenset({"damage", "looks", "power", "size"})
"""Matters of which a question is no question for another: who is asked for the plug tells no colour."""


def asked_facts(scenario: Scenario, language: str, heard: Heard) -> Iterator[tuple[Fact | None, str]]:
    """Each asking act with the fact it asks for; None where the buyer has no such fact."""
    for act in questions(heard):
        if scenario.groups.get(act) != "ask" or act in ("ask_confirmation", *_raising(scenario)):
            continue
        named = matters_named(sentences_of(heard, act), language, scenario.matters)
        fitting = (fact for fact in scenario.facts if act in fact.asked_by)
        yield next((fact for fact in fitting if not _asks_else(act, named, fact)), None), act


def _asks_else(act: str, named: frozenset[str], fact: Fact) -> bool:
    """Whether the question names a matter that the fact tells nothing of; of a day only some facts do."""
    if act == NEEDS and DATE in named - fact.about:
        return True
    return bool(named & ASKED_AFTER and fact.about and not named & fact.about)


def questions(heard: Heard) -> tuple[str, ...]:
    """The message's acts, and the question that a choice of remedies asks."""
    choice = len(REMEDIES.intersection(heard.act_ids)) > 1
    return tuple(dict.fromkeys((*heard.act_ids, *([CHOICE] if choice else []))))


def asks_back(scenario: Scenario, heard: Heard) -> bool:
    """Whether the message is no more than a “Huh?”."""
    meant = any(scenario.groups[act] != "meta" for act in heard.act_ids)
    return not meant and BARE_QUESTION.fullmatch(heard.text) is not None


def _raising(scenario: Scenario) -> Iterable[str]:
    return (act for use in scenario.needs for act in use.need.raised_by)
