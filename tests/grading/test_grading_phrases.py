"""The sentences that the report recommends pass the check they are recommended for; a shop's are lawful."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from bot.content.transcripts import read_transcript
from bot.core.words import LANGUAGES
from tests.grading.talks import KNOWLEDGE, articles, rubric, rules

pytestmark = pytest.mark.slow

MISSES = {
    "de": "Mein Paket ist immer noch nicht angekommen. Wo ist es?",
    "en": "My parcel still hasn't arrived. Where is it?",
    "ru": "Моя посылка до сих пор не пришла. Где она?",
    "es": "Mi paquete todavía no ha llegado. ¿Dónde está?",
}
WISHES = {
    "de": "Können wir auf WhatsApp schreiben?",
    "en": "Can we talk on WhatsApp?",
    "ru": "Можем перейти в WhatsApp?",
    "es": "¿Podemos hablar por WhatsApp?",
}
OFFERS = {
    "de": "Ich erstatte Ihnen 10 % des Kaufpreises.",
    "en": "I can refund you 10% of the price.",
    "ru": "Я верну Вам 10 % стоимости заказа.",
    "es": "Le devuelvo el 10 % del precio.",
}
MOVES = {"misses": ["complaint", "question"], "wishes": ["wish_contact"]}
WISH_CHECKS = ("no_off_platform_contact", "forbidden_wish_declined")
LATER_CHECKS = ("outcome_confirmed", "replies_in_time", "nothing_left_unanswered")
"""Checks about what is said after an offer."""

SHOPS = sorted(path.stem for path in (KNOWLEDGE / "policies").glob("*.yml"))
RECOMMENDED = list(rubric().checks)


def cases() -> list[Any]:
    return [
        pytest.param(check, language, id=f"{check}-{language}")
        for check, language in product(RECOMMENDED, LANGUAGES)
    ]


def recommended(check: str, language: str) -> str:
    spec = rubric().checks[check]
    article = articles()[spec.phrase_topic or spec.topic]
    return next(phrase.texts[language] for phrase in article.phrases if phrase.id == spec.phrase)


def turns(check: str, language: str) -> list[dict[str, Any]]:
    kind, text = ("wishes", WISHES) if check in WISH_CHECKS else ("misses", MISSES)
    asked = {"from": "buyer", "text": text[language], "moves": [{"move": move} for move in MOVES[kind]]}
    offered = {"from": "agent", "text": OFFERS[language]}
    more = {"from": "buyer", "text": "…", "moves": [{"move": "other"}]}
    before = [asked, offered, more] if check in LATER_CHECKS else [asked]
    said = [*before, {"from": "agent", "text": recommended(check, language)}]
    return [{"at": 20.0 * i, **turn} for i, turn in enumerate(said)]


@pytest.mark.parametrize(("check", "language"), cases())
def test_a_recommended_sentence_breaks_neither_its_check_nor_a_critical_one(
    check: str, language: str
) -> None:
    from bot import bootstrap

    about = {"language": language, "platform": "aliexpress", "country": None}
    talk = {"id": "t", "channel": "chat", "stage": "after_sales", "turns": turns(check, language), **about}
    judged = bootstrap.grader().grade(read_transcript(talk)).checks
    assert [one.id for one in judged if one.verdict == "no" and (one.critical or one.id == check)] == []


@pytest.mark.parametrize(("shop", "language"), [*product(SHOPS, LANGUAGES)])
def test_a_sentence_of_the_house_accuses_nobody_who_says_it(shop: str, language: str) -> None:
    from bot import bootstrap

    asked = {"from": "buyer", "at": 0.0, "text": MISSES[language], "moves": [{"move": "complaint"}]}
    about = {"language": language, "platform": "aliexpress", "country": None, "channel": "chat"}
    for text in rules().policy(shop).scripts.get(language, ()):
        said = [asked, {"from": "agent", "at": 20.0, "text": text}]
        talk = {"id": "t", "stage": "after_sales", "turns": said, **about}
        assert bootstrap.grader().grade(read_transcript(talk)).violations == (), text
