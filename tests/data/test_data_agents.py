"""What simulated agents say: complete, varied, and never what understanding was taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from bot import bootstrap
from bot.content.agent_lines import AgentLines, Sentences, load_agent_lines
from bot.content.contract import acts
from bot.core.words import LANGUAGES
from bot.service.agents import Agent
from bot.settings import ROOT
from tests.data.wording import alike_but_for_a_word, shares_trigrams
from tests.nlu.sentences import taught
from tests.shipped import scenarios

LEAST = 5
SHARED_WITH_TAUGHT = 0.5

languages = pytest.mark.parametrize("language", LANGUAGES)


def test_the_files_have_no_mistake_and_every_language_has_one() -> None:
    found, problems = load_agent_lines(ROOT)
    assert [str(problem) for problem in problems] == []
    assert set(found) == set(LANGUAGES)


@languages
def test_every_act_is_said_in_several_ways(language: str) -> None:
    lines = bootstrap.agent_lines()[language].acts
    assert {act: len(lines[act]) for act in acts() if len(lines[act]) < LEAST} == {}


@languages
def test_every_need_and_trap_is_answered_by_the_act_that_a_good_agent_chooses(language: str) -> None:
    answers = bootstrap.agent_lines()[language].answers
    if answers:
        assert set(answered(answers)) == set(due())


@languages
def test_an_answer_to_haggling_names_a_number(language: str) -> None:
    answers = bootstrap.agent_lines()[language].answers
    bargains = [use.need for scenario in scenarios().values() for use in scenario.needs if use.bargain]
    places = {need.id: "{share}" if need.unit == "percent" else "{days}" for need in bargains}
    said = ((id, line) for id in places for lines in answers.get(id, {}).values() for line in lines)
    assert [line for id, line in said if places[id] not in line] == []


@languages
def test_no_two_lines_are_alike_but_for_a_word(language: str) -> None:
    lines = bootstrap.agent_lines()[language]
    assert list(alike_but_for_a_word((text, (act,)) for act, text in spoken(lines))) == []


@languages
def test_no_line_was_taught(language: str) -> None:
    lines = [text for _, text in spoken(bootstrap.agent_lines()[language])]
    sentences = [example.text for example in taught() if example.language == language]
    assert shares_trigrams(lines, sentences, SHARED_WITH_TAUGHT) == []


def spoken(lines: AgentLines) -> Iterator[tuple[str, str]]:
    """Every sentence, after its act."""
    for said in (lines.acts, *lines.answers.values()):
        yield from ((act, text) for act, texts in said.items() for text in texts)


def answered(answers: Mapping[str, Sentences]) -> Iterator[tuple[str, str]]:
    """Need or trap, and an act that has an answer to it."""
    return ((id, act) for id, said in answers.items() for act in said)


def due() -> Iterator[tuple[str, str]]:
    """Need or trap, and the act by which a good agent deals with it in a shipped scenario."""
    for scenario in scenarios().values():
        agent = Agent("good", AgentLines({}, {}), scenario, seed=0)
        used = (*(use.need.id for use in scenario.needs), *(use.trap.id for use in scenario.traps))
        yield from ((id, act) for id in used for act, _ in agent.dealing_with(id))
