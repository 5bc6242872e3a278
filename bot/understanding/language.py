"""Which language a text is written in, by its common words and letters, and by langdetect in doubt.

Every language begins with the odds of being written here; each word and letter of its own raises them. Unless
that settles the matter, the probabilities of langdetect weigh too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from langdetect import PROFILES_DIRECTORY
from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from bot.core.words import LANGUAGES
from bot.understanding.language_signs import LETTERS, WORDS

FEWEST_WORDS = 3
"""Fewer words tell nothing reliable."""
SURE = 0.8
"""From this probability on a language is named."""
FOREIGN = 0.1
"""Probability, before anything is read, that a text is in none of the practised languages."""
GAIN = 6.0
"""By how much a word or letter raises the odds of the languages that have it."""
FLOOR = 0.05
"""Least probability that langdetect is taken for: short texts make it surer than it is right."""
TRIALS, STEPS = 3, 250
"""How often langdetect tries, and n-grams a try: half the time of its own 7 and 1000, as good for this."""
LONGEST = 1000
"""Characters in which a language has shown."""
REMEMBERED = 4096

LATIN = tuple("en de es ca cs da fi fr hu id it nl no pl pt ro sv tr vi".split())
CYRILLIC = tuple("ru bg mk uk".split())
"""The languages among which a text of that script is told."""

Verdict = tuple["str | None", float]
UNKNOWN: Verdict = (None, 0.0)

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_ADDRESS = re.compile(r"@|://|www\.")
_NAME = re.compile(r"\d|[^\W\d_][A-ZА-ЯЁ]")
"""What only names of products, numbers and abbreviations have inside."""


def detect(text: str) -> Verdict:
    """The language of `text` (en, de, ru, es, zh) with its probability.

    None with probability 0 where the text is too short, of no clear language, or of another one.
    """
    return _detect(text.strip()[:LONGEST])


@lru_cache(REMEMBERED)
def _detect(text: str) -> Verdict:
    tokens = [token for token in text.split() if not _ADDRESS.search(token)]
    plain = " ".join([t for t in tokens if not _NAME.search(t)] or tokens)  # a shouted text has no others
    words = _WORD.findall(plain)
    latin = [w for w in words if _LATIN_WORD.match(w)]
    cyrillic = [w for w in words if _CYRILLIC_WORD.match(w)]
    known = sum(w in WORDS for w in latin)  # the others may be names, which stand in any script
    han = len(_HAN.findall(plain))
    if han >= 2 and han >= 2 * max(known, len(cyrillic)):
        return UNKNOWN if _KANA.search(plain) else ("zh", 1.0)
    if len(_WORD.findall(" ".join(tokens))) < FEWEST_WORDS:
        return UNKNOWN
    if cyrillic and known <= 2 * len(cyrillic):
        return _told(cyrillic, CYRILLIC) if len(cyrillic) > 2 * known else UNKNOWN
    return _told(latin, LATIN)


def _told(words: Sequence[str], languages: Sequence[str]) -> Verdict:
    """The likeliest of `languages` where it is sure and practised."""
    votes = _votes(words)
    odds = {language: _expected(language, languages) * GAIN ** votes[language] for language in languages}
    if not _settled(odds):
        heard = _langdetect(_telling(words), tuple(languages))
        odds = {language: value * max(heard.get(language, 0.0), FLOOR) for language, value in odds.items()}
    best, others = _best(odds)
    probability = odds[best] / (odds[best] + others)
    guessed = len(words) <= FEWEST_WORDS and not votes[best]
    return UNKNOWN if best not in LANGUAGES or probability < SURE or guessed else (best, probability)


def _expected(language: str, languages: Sequence[str]) -> float:
    """How likely a language is before anything is read."""
    practised = sum(one in LANGUAGES for one in languages)
    if language in LANGUAGES:
        return (1 - FOREIGN) / practised
    return FOREIGN / (len(languages) - practised)


def _votes(words: Iterable[str]) -> Counter[str]:
    """How many different words and letters each language has of those in `words`."""
    small = {word.lower() for word in words}
    signs = [WORDS.get(word, ()) for word in small] + [LETTERS.get(c, ()) for c in set("".join(small))]
    return Counter(language for languages in signs for language in languages)


def _settled(odds: Mapping[str, float]) -> bool:
    """Whether langdetect could not change the answer."""
    best, others = _best(odds)
    return odds[best] * FLOOR * (1 - SURE) >= others * SURE


def _best(odds: Mapping[str, float]) -> tuple[str, float]:
    """The language of the highest odds, and what all others have together."""
    best = max(odds, key=lambda language: odds[language])
    return best, sum(value for language, value in odds.items() if language != best)


def _telling(words: Sequence[str]) -> str:
    """The words in lower case, as names stand in capitals; all words where few others are left."""
    small = [word for word in words if word[0].islower()]
    return " ".join(small if len(small) >= FEWEST_WORDS else words)


def _langdetect(text: str, languages: tuple[str, ...]) -> dict[str, float]:
    detector = _detectors(languages).create()
    detector.n_trial, detector.ITERATION_LIMIT = TRIALS, STEPS
    detector.append(text)
    try:
        return {guess.lang: guess.prob for guess in detector.get_probabilities()}
    except LangDetectException:  # not one of its letters is known
        return {}


@cache
def _detectors(languages: tuple[str, ...]) -> DetectorFactory:
    """Detectors that know these languages alone: faster, and far-fetched ones are not drawn."""
    factory = DetectorFactory()
    profiles = [(Path(PROFILES_DIRECTORY) / language).read_text(encoding="utf-8") for language in languages]
    factory.load_json_profile(profiles)
    factory.seed = 0
    return factory
