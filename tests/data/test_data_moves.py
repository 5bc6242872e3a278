"""The sentences that teach a buyer's moves: enough of each, varied, and none a test turn in disguise."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bot.content.contract import moves
from bot.content.move_examples import MoveExample, load_move_examples
from bot.content.nlu import load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from tests.data.wording import alike_but_for_a_word, commonest_opening, shares_trigrams

LEAST, LEAST_TESTED, LEAST_TURNS = 40, 4, 40
COMMONEST_OPENING = 0.10
SHARED_WITH_TEST = 0.5


@cache
def taught(language: str) -> list[MoveExample]:
    return [example for example in load_move_examples(ROOT)[0] if example.language == language]


def turns(language: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        turn
        for name in ("moves", "moves_blind")
        for turn in load_messages(ROOT / "tests" / "understanding" / f"{name}.{language}.yml", "moves")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_of_each_move(language: str) -> None:
    counts = Counter(example.moves[0] for example in taught(language))
    assert {move: counts[move] for move in moves() if counts[move] < LEAST} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_move_is_tested_alone_and_among_others(language: str) -> None:
    counts = Counter(found[0] for _, found in turns(language) if len(found) == 1)
    assert {move: counts[move] for move in moves() if counts[move] < LEAST_TESTED} == {}
    assert sum(2 <= len(found) <= 4 for _, found in turns(language)) >= LEAST_TURNS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_opening_is_worn_out(language: str) -> None:
    worn = {}
    for move in moves():
        opening, share = commonest_opening(e.text for e in taught(language) if e.moves[0] == move)
        if share > COMMONEST_OPENING:
            worn[move, opening] = round(share, 3)
    assert worn == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_are_alike_but_for_a_word(language: str) -> None:
    assert list(alike_but_for_a_word((example.text, example.moves) for example in taught(language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_test_turn_shares_more_than_half_its_trigrams_with_a_taught_sentence(language: str) -> None:
    tests = [text for text, _ in turns(language)]
    assert shares_trigrams(tests, [e.text for e in taught(language)], SHARED_WITH_TEST) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_test_turn_is_a_taught_sentence(language: str) -> None:
    sentences = {example.text.lower() for example in taught(language)}
    assert [text for text, _ in turns(language) if text.lower() in sentences] == []
