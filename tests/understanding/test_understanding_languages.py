"""The language of messages and of their segments, by figures.

languages.yml holds messages of its own: native and learners', with product names and loan words, of other
languages, short ones and mixed ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from bot.content.nlu import load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from bot.understanding.language import detect
from bot.understanding.segments import segments
from tests.nlu import sentences

HERE = ROOT / "tests" / "understanding"
MESSAGES: dict[str, Any] = yaml.safe_load((HERE / "languages.yml").read_text(encoding="utf-8"))
OTHER = [(language, text) for language, texts in MESSAGES["other"].items() for text in texts]
SHORT = [(language, text) for language, texts in MESSAGES["short"].items() for text in texts]

KNOWN_FAILURES = {
    "ru": {"у Nespresso Vertuo Next вилка Schuko"},
    "es": {"Actualice el firmware del Smart Home Hub"},
}
"""Messages whose language is left open: in the few words beside the names, other languages are as likely."""
MOST_FAILURES = 0.02
LEAST_RIGHT = 0.98
LONG = 4
"""Words from which a message is to be told."""
SAMPLED = 8
_WORD = re.compile(r"[^\W\d_]+")


@pytest.mark.parametrize("language", [*LANGUAGES, "zh"])
def test_the_language_of_own_messages_is_told(language: str) -> None:
    texts = MESSAGES[language]
    missed = {text: found for text in texts if (found := detect(text)[0]) != language}
    assert set(missed) == KNOWN_FAILURES.get(language, set())
    assert set(missed.values()) <= {None}
    assert len(missed) <= MOST_FAILURES * len(texts)


@pytest.fixture(scope="module")
def tested() -> list[tuple[str, str]]:
    return [(example.text, example.language) for example in sentences.examined()]


@pytest.fixture(scope="module")
def taught() -> list[tuple[str, str]]:
    return [(example.text, example.language) for example in sentences.taught()[::SAMPLED]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_sentences_by_other_hands_is_told(
    language: str, tested: list[tuple[str, str]]
) -> None:
    messages = [text for text, _ in load_messages(HERE / f"messages.{language}.yml")]
    assert share_told(messages, language) >= LEAST_RIGHT
    assert share_told([text for text, spoken in tested if spoken == language], language) >= LEAST_RIGHT


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_taught_sentences_is_told(language: str, taught: list[tuple[str, str]]) -> None:
    assert share_told([text for text, spoken in taught if spoken == language], language) >= LEAST_RIGHT


def share_told(texts: Sequence[str], language: str) -> float:
    """The share of the long ones among `texts` that are taken for their language."""
    long = [text for text in texts if len(_WORD.findall(text)) >= LONG]
    return sum(detect(text)[0] == language for text in long) / len(long)


def test_other_languages_are_taken_for_none_that_is_practised() -> None:
    assert [(language, text) for language, text in OTHER if detect(text)[0]] == []


def test_short_messages_are_never_taken_for_another_language() -> None:
    assert [(text, language) for language, text in SHORT if detect(text)[0] not in (language, None)] == []


@pytest.mark.parametrize("message", MESSAGES["mixed"], ids=lambda message: message["text"][:20])
def test_the_sentences_of_mixed_messages_have_their_own(message: dict[str, Any]) -> None:
    sentences = dict.fromkeys(part.sentence for part in segments(message["text"]))
    assert [detect(sentence)[0] for sentence in sentences] == message["segments"]
