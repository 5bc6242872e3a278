"""What a buyer plainly tells of the goods."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.transcript import Turn
from bot.grading.checks.compliance import free_of
from bot.grading.told import told
from tests.grading.talks import SHEET, agent, buyer, talk

DENIAL = "violate_deny_legal_right"
OVER = {
    "de": "Ein Widerruf ist nicht mehr möglich, die 14 Tage sind vorbei.",
    "en": "The 14 days are over.",
    "ru": "14 дней на возврат прошли.",
    "es": "Los 14 días para desistir han pasado.",
}
EXCLUDED = {
    "de": "Nach Öffnen der Versiegelung ist der Widerruf ausgeschlossen.",
    "en": "Withdrawal is excluded after the seal was opened.",
    "ru": "После снятия пломбы возврат невозможен.",
    "es": "Con el precinto abierto no hay desistimiento.",
}
CAME = [
    ("de", "Die Lampe kam vor fünf Wochen an, kann ich noch widerrufen?", 35),
    ("de", "Ich habe sie vor 40 Tagen erhalten.", 40),
    ("de", "Das Paket ist vor einem Monat angekommen.", 30),
    ("en", "It came five weeks ago.", 35),
    ("en", "I received my order five weeks ago.", 35),
    ("en", "I have had it for six weeks.", 42),
    ("en", "The shoes arrived two or three weeks ago, can I return them?", 14),
    ("ru", "Посылка пришла пять недель назад.", 35),
    ("ru", "Получила месяц назад.", 30),
    ("es", "Llegó hace cinco semanas.", 35),
    ("es", "Los recibí hace 20 días.", 20),
]
NOT_CAME = [
    "I ordered it five weeks ago.",
    "It should have arrived five weeks ago.",
    "It has not come, I paid five weeks ago.",
    "I got your email five weeks ago.",
    "Did it come five weeks ago?",
    "Ich habe vor fünf Wochen bestellt und nichts bekommen.",
    "Die Antwort kam vor drei Wochen.",
    "Заказала пять недель назад, посылка не пришла.",
    "Lo pedí hace cinco semanas y no ha llegado.",
]
OPENED = [
    ("de", "Ich habe die Kopfhörer ausgepackt und das Siegel geöffnet."),
    ("de", "Das Siegel ist schon gebrochen, geht der Widerruf trotzdem?"),
    ("en", "I opened the seal, can I still return them?"),
    ("en", "There was a seal, but I have already opened them."),
    ("en", "I tore off the protective film."),
    ("en", "I used the cream once, its seal was silver."),
    ("ru", "Была пломба, я её вскрыла."),
    ("ru", "Я сняла защитную плёнку."),
    ("ru", "Пломба сорвана."),
    ("es", "Tenía precinto y ya los abrí."),
    ("es", "Quité el precinto."),
    ("es", "El precinto está roto."),
]
NOT_OPENED = [
    ("de", "Ich habe die Versiegelung nicht geöffnet."),
    ("de", "Es ist ungeöffnet, ich habe nichts ausgepackt."),
    ("de", "Ich habe einen Streitfall geöffnet."),
    ("de", "Ich habe es ausgepackt, ein Siegel war nicht daran."),
    ("en", "I have not opened it."),
    ("en", "May I return it if I opened it?"),
    ("en", "The box was already open when it arrived."),
    ("en", "I opened a dispute."),
    ("en", "Customs opened the parcel."),
    ("en", "I opened the box and the jacket is too small."),
    ("en", "I opened the box that it came in, there was a seal."),
    ("en", "There was a seal. I tried to call you."),
    ("en", "The seal is silver. I used PayPal."),
    ("de", "Da war ein Siegel. Ich habe PayPal benutzt."),
    ("ru", "На коробке была пломба. Я снял видео."),
    ("es", "Tenía precinto. Quité la foto."),
    ("ru", "Я не вскрывала упаковку."),
    ("ru", "Открыла спор."),
    ("es", "No lo he abierto."),
    ("es", "He abierto una disputa."),
]


def denied(language: str, told: str, words: str, **about: Any) -> str:
    about = {"platform": "own_shop", "language": language, "country": "DE", **about}
    said = talk(buyer(told, "claim_right"), agent(words, DENIAL, language=language), **about)
    return free_of(DENIAL, said).verdict


def facts(text: str) -> dict[str, Any]:
    return dict(told([Turn("buyer", 0.0, text)]))


@pytest.mark.parametrize(("language", "text", "days"), CAME)
def test_days_since_the_goods_came_acquit_who_says_that_the_term_is_over(
    language: str, text: str, days: float
) -> None:
    assert facts(text) == {"days_since_delivery": days}
    assert denied(language, text, OVER[language]) == ("yes" if days > 14 else "no")


@pytest.mark.parametrize("text", NOT_CAME)
def test_other_days_are_not_those_since_the_goods_came(text: str) -> None:
    assert facts(text) == {}


@pytest.mark.parametrize(("language", "text"), OPENED)
def test_a_seal_that_the_buyer_opened_acquits_who_says_so(language: str, text: str) -> None:
    assert denied(language, text, EXCLUDED[language]) == "yes"


@pytest.mark.parametrize(("language", "text"), NOT_OPENED)
def test_what_is_not_opened_asked_or_opened_by_others_acquits_nobody(language: str, text: str) -> None:
    assert denied(language, text, EXCLUDED[language]) == "no"


def test_an_opened_box_without_a_seal_excludes_nothing() -> None:
    assert denied("en", "I have unpacked and worn them.", "Opened goods cannot be returned.") == "no"


def test_what_the_context_knows_counts_before_the_buyers_words() -> None:
    known = {"days_since_delivery": 3, "sealed": True}
    assert denied("en", "It came five weeks ago.", OVER["en"], context=known) == "no"
    assert denied("en", "I opened the seal.", EXCLUDED["en"], context=known) == "no"


def test_a_scenarios_facts_are_its_own() -> None:
    assert denied("en", "It came five weeks ago.", OVER["en"], sheet=SHEET) == "no"
