"""The taught sentences: enough of each act, varied, and none a test sentence in disguise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest

from bot.content.contract import acts
from bot.content.nlu import Example, load_examples, load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT

LEAST, LEAST_OF_VIOLATIONS, LEAST_OF_ALL = 60, 100, 20_000
WORLDS = 15
COMMONEST_OPENING = 0.08
DISTINCT_TRIGRAMS = 0.80
SHARED_WITH_TEST = 0.5
SHORT = 4
"""Words below which two sentences may differ by one word alone."""

Trigram = tuple[str, str, str]


@cache
def taught() -> tuple[Example, ...]:
    return tuple(load_examples(ROOT / "data" / "nlu")[0])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("ё", "е"))


def trigrams(text: str) -> list[Trigram]:
    said = words(text)
    return list(zip(said, said[1:], said[2:], strict=False))


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


def test_there_are_learners_and_natives_and_many_worlds() -> None:
    learners = Counter((e.language, e.learner) for e in taught())
    for language in LANGUAGES:
        assert 0.3 < learners[language, True] / (learners[language, True] + learners[language, False]) < 0.7
    assert len({e.world for e in taught()} - {None}) >= WORLDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_opening_is_worn_out(language: str) -> None:
    worn = {}
    for act in acts():
        openings = [tuple(words(e.text)[:3]) for e in taught() if e.acts[0] == act and e.language == language]
        opening, count = Counter(openings).most_common(1)[0]
        if count / len(openings) > COMMONEST_OPENING:
            worn[act, opening] = round(count / len(openings), 3)
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
    seen: dict[tuple[int, tuple[str, ...]], Example] = {}
    alike = []
    for example in taught():
        said = words(example.text)
        if example.language != language or len(said) < SHORT:
            continue
        for i in range(len(said)):
            other = seen.setdefault((i, (*said[:i], "", *said[i + 1 :])), example)
            if other is not example and other.acts == example.acts:
                alike.append(f"{example.file}:{example.line} and {other.file}:{other.line}: {example.text}")
                break
    assert alike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_test_sentence_shares_more_than_half_its_trigrams_with_a_taught_one(language: str) -> None:
    where: defaultdict[Trigram, set[int]] = defaultdict(set)
    for i, example in enumerate(taught()):
        if example.language == language:
            for trigram in trigrams(example.text):
                where[trigram].add(i)
    tests = [e.text for e in load_examples(ROOT / "tests" / "nlu")[0] if e.language == language]
    tests += [
        text for text, _ in load_messages(ROOT / "tests" / "understanding" / f"messages.{language}.yml")
    ]
    shared = []
    for text in tests:
        own = set(trigrams(text))
        counts = Counter(i for trigram in own for i in where[trigram])
        if counts and counts.most_common(1)[0][1] > SHARED_WITH_TEST * len(own):
            shared.append((text, taught()[counts.most_common(1)[0][0]].text))
    assert shared == []
