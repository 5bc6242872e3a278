"""The taught sentences: enough of each act, varied, and none a test sentence in disguise."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from bot.content.contract import acts
from bot.content.conversations import load_conversations
from bot.content.nlu import Example, load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from tests.data.near_misses import NEIGHBOURS, USES, near_misses
from tests.data.wording import alike_but_for_a_word, commonest_opening, shares_trigrams, trigrams
from tests.nlu.sentences import examined, taught
from tests.understanding.close_calls import close_calls

LEAST, LEAST_OF_VIOLATIONS, LEAST_OF_ALL = 60, 100, 20_000
LEAST_EXAMINED = 3
MESSAGES, ACTS = 120, range(2, 6)
"""Test messages of a language, and how many acts each of them holds."""
FEW_NEAR_MISSES = {
    ("violate_misleading_claim", "en"): 370,
    ("violate_rude", "en"): 380,
    ("violate_rude", "de"): 220,
    ("violate_rude", "ru"): 165,
    ("violate_rude", "es"): 260,
}
"""Where there are fewer near misses than violations, how many there are at least; these may only grow. Who
is polite hardly uses the words of the rude.
"""
WORLDS = 15
COMMONEST_OPENING = 0.08
DISTINCT_TRIGRAMS = 0.80
SHARED_WITH_TEST = 0.5
LONG = 4
"""Trigrams from which a message says something of its own."""


def test_there_are_enough_sentences_of_each_act_in_each_language() -> None:
    counts = Counter((e.acts[0], e.language) for e in taught())
    few = {
        (act, language): counts[act, language]
        for act, group in acts().items()
        for language in LANGUAGES
        if counts[act, language] < (LEAST_OF_VIOLATIONS if group == "violate" else LEAST)
    }
    assert few == {}
    assert len(taught()) >= LEAST_OF_ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_as_many_near_misses_as_violations(language: str) -> None:
    sentences = [e for e in taught() if e.language == language]
    few = {}
    for violation in (act for act, group in acts().items() if group == "violate"):
        least = sum(violation in e.acts for e in sentences)
        found = len(near_misses(violation, sentences))
        if found < FEW_NEAR_MISSES.get((violation, language), least):
            few[violation] = (found, least)
    assert few == {}


def test_every_violation_has_neighbours_that_are_acts() -> None:
    assert list(NEIGHBOURS) == [act for act, group in acts().items() if group == "violate"]
    assert {act for those in NEIGHBOURS.values() for act in those.split()} <= set(acts())


def test_a_near_miss_speaks_in_the_words_of_the_violation_and_does_nothing_wrong() -> None:
    def sentence(text: str, *acts: str) -> Example:
        return Example(text, acts, "en", "en-a", False, None, "f", 1)

    violations = [sentence(f"Write me {n} on WhatsApp", "violate_off_platform_contact") for n in range(USES)]
    refusal = sentence("No WhatsApp, sorry", "decline_off_platform")
    others = [
        sentence("We stay here", "decline_off_platform"),
        sentence("WhatsApp is what I like", "farewell"),
        sentence("No WhatsApp, idiot", "decline_off_platform", "violate_rude"),
        *[sentence(f"It costs {cost} euros", "inform_price") for cost in range(20 * USES)],
    ]
    assert near_misses("violate_off_platform_contact", [*violations, refusal, *others]) == [refusal]


def test_there_are_enough_test_sentences_of_each_act_in_each_language() -> None:
    counts = Counter((e.acts[0], e.language) for e in examined())
    assert {pair for pair in product(acts(), LANGUAGES) if counts[pair] < LEAST_EXAMINED} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_test_messages_of_several_acts(language: str) -> None:
    messages = load_messages(ROOT / "tests" / "understanding" / f"messages.{language}.yml")
    several = {text for text, told in messages if len(set(told)) in ACTS}
    assert len(several) >= MESSAGES


def test_there_are_learners_and_natives_and_many_worlds() -> None:
    learners = Counter((e.language, e.learner) for e in taught())
    for language in LANGUAGES:
        assert 0.3 < learners[language, True] / (learners[language, True] + learners[language, False]) < 0.7
    assert len({e.world for e in taught()} - {None}) >= WORLDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_opening_is_worn_out(language: str) -> None:
    worn = {}
    for act in acts():
        texts = [e.text for e in taught() if e.acts[0] == act and e.language == language]
        opening, share = commonest_opening(texts)
        if share > COMMONEST_OPENING:
            worn[act, opening] = round(share, 3)
    assert worn == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_vary(language: str) -> None:
    poor = {}
    for act in acts():
        used = [t for e in taught() if e.acts[0] == act and e.language == language for t in trigrams(e.text)]
        if len(set(used)) / len(used) < DISTINCT_TRIGRAMS:
            poor[act] = round(len(set(used)) / len(used), 3)
    assert poor == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_are_alike_but_for_a_word(language: str) -> None:
    sentences = ((e.text, e.acts) for e in taught() if e.language == language)
    assert list(alike_but_for_a_word(sentences)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_test_sentence_shares_more_than_half_its_trigrams_with_a_taught_one(language: str) -> None:
    tests = [e.text for e in examined() if e.language == language]
    tests += [
        text for text, _ in load_messages(ROOT / "tests" / "understanding" / f"messages.{language}.yml")
    ]
    tests += [call.text for call in close_calls(language)]
    sentences = [e.text for e in taught() if e.language == language]
    assert shares_trigrams(tests, sentences, SHARED_WITH_TEST) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_that_the_grader_is_measured_by_was_taught(language: str) -> None:
    files = (ROOT / "tests" / "conversations").glob(f"*{language}.jsonl")
    known = [one for file in files for one in load_conversations(file)]
    said = [turn.text for one in known for turn in one.transcript.turns if turn.side == "agent"]
    messages = [text for text in said if len(trigrams(text)) >= LONG]
    sentences = [e.text for e in taught() if e.language == language]
    assert shares_trigrams(messages, sentences, SHARED_WITH_TEST) == []
