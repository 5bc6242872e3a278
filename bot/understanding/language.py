"""Which language a message is written in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from langdetect import PROFILES_DIRECTORY
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from bot.core.words import LANGUAGES

FEWEST_WORDS = 3
"""Fewer words tell nothing reliable."""
SURE = 0.8
"""From this probability on a language is named."""
EXPECTED = 0.24
"""Share of each practice language before a word is read; the other languages share the rest."""

NEIGHBOURS = {"bg": "ru", "mk": "ru", "ca": "es"}
"""Languages that nobody writes here, and the practice language that short texts are taken from them for."""
_FOREIGN = re.compile("[ѓќљњџјѕ]|l·l")
"""What only those neighbours write."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")


def detect(text: str) -> tuple[str | None, float]:
    """The language of `text` (en, de, ru, es, zh) with its probability.

    None with probability 0 where the text is too short, of no clear language, or of another one.
    """
    plain = _ADDRESS.sub(" ", text)
    letters = len(_LETTER.findall(plain))
    han = len(_HAN.findall(plain))
    if han >= 2 and han * 2 > letters:
        return ("zh", round(han / letters, 4)) if not _KANA.search(plain) else (None, 0.0)
    if len(_WORD.findall(plain)) < FEWEST_WORDS:
        return None, 0.0
    best, probability = _guess(plain)
    return (best, probability) if best in LANGUAGES and probability >= SURE else (None, 0.0)


def _guess(text: str) -> tuple[str | None, float]:
    detector = _factory().create()
    detector.set_prior_map(_expectations())
    detector.append(text)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:
        return None, 0.0
    if not guesses:
        return None, 0.0
    best, probability = guesses[0].lang, min(guesses[0].prob, 1.0)
    near = None if _FOREIGN.search(text.lower()) else NEIGHBOURS.get(best)
    return near or best, probability


@cache
def _factory() -> DetectorFactory:
    factory = DetectorFactory()
    profiles = sorted(Path(PROFILES_DIRECTORY).iterdir())  # a fixed order: sums of floats depend on it
    factory.load_json_profile([p.read_text(encoding="utf-8") for p in profiles])
    factory.seed = 0
    return factory


@cache
def _expectations() -> dict[str, float]:
    known = _factory().get_lang_list()
    rest = (1 - EXPECTED * len(LANGUAGES)) / (len(known) - len(LANGUAGES))
    return {language: EXPECTED if language in LANGUAGES else rest for language in known}
