"""The lexicons of set-up on words that are hard to tell, and on the sentences of native speakers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.core.words import LANGUAGES, Language
from bot.settings import ROOT, settings
from bot.spelling import speller
from bot.spelling.speller import Speller
from tests.nlu.sentences import examined, taught

BETWEEN: dict[Language, str] = {"en": "and {} as", "de": "und {} wie", "ru": "и {} как", "es": "y {} con"}
"""Places a word mid-sentence."""
LEAST_FOUND = 0.97
MOST_FALSE = 0.003


@cache
def spelling() -> Speller:
    return speller.load(settings().var)


def wrong(words: str, language: Language) -> list[str]:
    """Those of the words that are taken for misspelled."""
    frame = BETWEEN[language]
    return [word for word in words.split() if spelling().misspelled(frame.format(word), language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_words(language: Language) -> None:
    words = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))[language]
    assert wrong(words["right"], language) == []
    asked = words["wrong"].split()
    missed = set(asked) - set(wrong(words["wrong"], language))
    assert len(missed) <= (1 - LEAST_FOUND) * len(asked), missed


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_native_speakers_are_hardly_ever_accused(language: Language) -> None:
    sentences = [
        example.text
        for example in (*taught(), *examined())
        if example.language == language and not example.learner
    ]
    accused = [t[s:e] for t in sentences for s, e in spelling().misspelled(t, language)]
    assert len(accused) <= MOST_FALSE * sum(len(re.findall(r"\w+", t)) for t in sentences), accused


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_of_the_knowledge_base_are_spelt_right(language: Language) -> None:
    accused = {}
    for path in sorted((ROOT / "knowledge" / "articles").glob("*/phrases.yml")):
        for phrase in yaml.safe_load(path.read_text(encoding="utf-8")):
            text = re.sub(r"\{[^}]*\}", "X", phrase[language])
            if found := [text[s:e] for s, e in spelling().misspelled(text, language)]:
                accused[f"{path.parent.name}/{phrase['id']}"] = found
    assert accused == {}, "mend the phrase, or add the word to knowledge/spelling"
