"""What simulated agents say: complete, varied, and never what understanding was taught."""

from __future__ import annotations

import pytest

from bot.content.agent_lines import load_agent_lines
from bot.content.contract import acts
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from tests.data.wording import alike_but_for_a_word, shares_trigrams
from tests.nlu.sentences import taught

LEAST = 5
SHARED_WITH_TAUGHT = 0.5

languages = pytest.mark.parametrize("language", LANGUAGES)


def test_the_files_have_no_mistake_and_every_language_has_one() -> None:
    found, problems = load_agent_lines(ROOT)
    assert [str(problem) for problem in problems] == []
    assert set(found) == set(LANGUAGES)


@languages
def test_every_act_is_said_in_several_ways(language: str) -> None:
    lines = load_agent_lines(ROOT)[0][language]
    assert {act: len(lines[act]) for act in acts() if len(lines[act]) < LEAST} == {}


@languages
def test_no_two_lines_are_alike_but_for_a_word(language: str) -> None:
    lines = load_agent_lines(ROOT)[0][language]
    assert list(alike_but_for_a_word((text, (act,)) for act, texts in lines.items() for text in texts)) == []


@languages
def test_no_line_was_taught(language: str) -> None:
    lines = [text for texts in load_agent_lines(ROOT)[0][language].values() for text in texts]
    sentences = [example.text for example in taught() if example.language == language]
    assert shares_trigrams(lines, sentences, SHARED_WITH_TAUGHT) == []
