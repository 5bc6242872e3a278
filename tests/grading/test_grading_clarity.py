"""Clarity, apologies, and the form of letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.grading.checks.apology import apology_when_due
from bot.grading.checks.clarity import clear
from bot.grading.checks.letter import mail_form
from tests.grading.talks import SHEET, agent, buyer, talk

WRITES = buyer("Guten Tag, mein Paket fehlt.", "complaint")
FAULT = replace(SHEET, at_fault=True)

LONG = {
    "de": "Wir haben Ihre Anfrage heute erhalten und geprüft und werden sie dem Lager geben damit es"
    " nachsieht und uns sagt ob der Artikel noch da ist und ob er heute noch verpackt werden kann.",
    "en": "We have received your request today and checked it and we will pass it to the warehouse so"
    " that they can look whether the item is still there and whether they can pack it and send it.",
    "ru": "Мы получили ваш запрос сегодня и проверили его и передадим его на склад чтобы там посмотрели"
    " есть ли ещё этот товар и смогут ли они упаковать его и отправить вам его уже сегодня вечером.",
    "es": "Hemos recibido hoy su solicitud y la hemos revisado y la vamos a pasar al almacén para que miren"
    " si el artículo está todavía allí y si lo pueden empaquetar y enviar hoy mismo por la tarde a su casa.",
}
SHORT = {
    "de": "Ihr Paket liegt im Zoll; sobald es weitergeht, schreibe ich Ihnen. Heute ist der 8. November.",
    "en": "The fast line takes until December 8. The upgrade costs $18 for both orders together, and you can"
    " pay for it on the order page until 18:00 Beijing time today, whichever way you like.",
    "ru": "Посылка на таможне: как только её выпустят, я Вам напишу. Сегодня 8 ноября.",
    "es": "El paquete está en la aduana; en cuanto salga, le escribo. Hoy es 8 de noviembre.",
}


@pytest.mark.parametrize("language", LONG)
def test_sentences_are_short_enough_to_follow(language: str) -> None:
    about: dict[str, Any] = {"language": language}
    assert clear(talk(WRITES, agent(SHORT[language]), **about)).share == 1
    tangled = clear(talk(WRITES, agent(LONG[language]), **about))
    assert tangled.verdict == "no"
    assert tangled.evidence[0].quote == LONG[language]


def test_one_long_sentence_among_short_ones_costs_a_part() -> None:
    judged = clear(talk(WRITES, *[agent(SHORT["de"])] * 4, agent(LONG["de"])))
    assert judged.verdict == "yes"
    assert 0.5 < judged.share < 1


def test_a_sentence_too_long_to_be_heard_at_once_is_one_sentence() -> None:
    endless = ", ".join(["und dann sehen wir nach"] * 30)
    assert clear(talk(WRITES, agent(endless))).share == 0


def test_lists_and_lines_are_read_one_by_one() -> None:
    steps = "\n".join(f"{n}. Drehen Sie den Krug, bis er hörbar einrastet" for n in range(1, 9))
    assert clear(talk(WRITES, agent(steps))).share == 1


def test_without_words_nothing_is_clear_or_not() -> None:
    assert clear(talk(WRITES)).verdict == "na"
    assert clear(talk(WRITES, agent("…"))).verdict == "na"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das war unser Fehler, wir haben die Taschen verwechselt."),
        ("en", "That was our mistake, we mixed up the bags."),
        ("ru", "Это наша ошибка, мы перепутали сумки."),
        ("es", "Fue nuestro error, confundimos los bolsos."),
    ],
)
def test_a_fault_that_is_admitted_wants_an_apology(language: str, text: str) -> None:
    about: dict[str, Any] = {"language": language}
    admits = agent(text, "inform_delay_cause", language=language)
    sorry = agent("…", "apologise", language=language)
    assert apology_when_due(talk(WRITES, admits, **about)).verdict == "no"
    assert apology_when_due(talk(WRITES, admits, sorry, **about)).verdict == "yes"


def test_a_fault_that_the_scenario_knows_wants_an_apology() -> None:
    bare = agent("Sie bekommen Ersatz.", "offer_replacement")
    assert apology_when_due(talk(WRITES, bare, sheet=FAULT)).verdict == "no"
    assert apology_when_due(talk(WRITES, bare, sheet=SHEET)).verdict == "na"
    assert apology_when_due(talk(WRITES, sheet=FAULT)).verdict == "na"


@pytest.mark.parametrize(
    "text", ["Das bedaure ich sehr.", "Das tut mir wirklich leid.", "Bitte verzeihen Sie die Panne."]
)
def test_regret_is_an_apology_however_it_was_heard(text: str) -> None:
    assert apology_when_due(talk(WRITES, agent(text, "empathise"), sheet=FAULT)).verdict == "yes"


def test_a_fault_that_is_denied_is_not_admitted() -> None:
    denied = agent("Das ist nicht unser Fehler.")
    assert apology_when_due(talk(buyer("Wo ist es?", "question"), denied)).verdict == "na"
    assert apology_when_due(talk(WRITES, denied, sheet=SHEET)).verdict == "na"


def test_without_a_scenario_who_complains_of_what_was_bought_wants_an_apology() -> None:
    asks = agent("Haben Sie ein Foto?", "ask_evidence")
    assert apology_when_due(talk(WRITES, asks)).verdict == "na"
    assert apology_when_due(talk(WRITES, asks, WRITES)).verdict == "no"
    assert apology_when_due(talk(WRITES, agent("Sie bekommen Ersatz.", "offer_replacement"))).verdict == "no"
    assert apology_when_due(talk(buyer("Unerhört, kaputt!", "complaint", "upset"), asks)).verdict == "no"
    assert apology_when_due(talk(WRITES, asks, agent("Das tut mir leid.", "apologise"))).verdict == "yes"
    assert apology_when_due(talk(WRITES, asks, stage="pre_sales")).verdict == "na"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich habe mich bei der Gravur vertippt, das war mein Fehler."),
        ("en", "I picked the concert size by mistake, can you switch it?"),
        ("ru", "Попона лошади мала, хочу вернуть деньги."),
        ("es", "Creo que la he liado yo con el hilo."),
    ],
)
def test_an_own_slip_or_second_thoughts_are_no_fault_of_the_shop(language: str, text: str) -> None:
    about: dict[str, Any] = {"language": language}
    told = talk(buyer(text, "complaint"), agent("…", "acknowledge", language=language), **about)
    assert apology_when_due(told).verdict == "na"


LETTERS = {
    "de": "Sehr geehrte Frau Weber,\nIhr Paket kommt morgen.\nMit freundlichen Grüßen\nLi Na",
    "en": "Dear Ms Weber,\nYour parcel arrives tomorrow.\nKind regards\nLi Na",
    "ru": "Уважаемая Анна!\nПосылка придёт завтра.\nС уважением, Ли На",
    "es": "Estimada señora Weber:\nSu paquete llega mañana.\nUn saludo, Li Na",
}


@pytest.mark.parametrize("language", LETTERS)
def test_a_letter_has_salutation_and_close(language: str) -> None:
    about: dict[str, Any] = {"language": language, "channel": "email"}
    lines = LETTERS[language].split("\n")
    assert mail_form(talk(WRITES, agent(LETTERS[language]), **about)).verdict == "yes"
    for part, missing in (("\n".join(lines[1:]), "salutation"), ("\n".join(lines[:2]), "close")):
        judged = mail_form(talk(WRITES, agent(part), **about))
        assert judged.verdict == "no"
        assert judged.reason
        assert judged.reason["en"] == f"missing: {missing}"


def test_a_name_and_a_signature_on_lines_of_their_own_are_form_enough() -> None:
    bare = agent("Frau Weber,\nIhr Paket kommt morgen. Mehr weiß ich erst dann.\nLi Na, Lumo Toys")
    assert mail_form(talk(WRITES, bare, channel="email")).verdict == "yes"


def test_a_chat_and_a_silent_agent_have_no_form() -> None:
    assert mail_form(talk(WRITES, agent("Morgen."))).verdict == "na"
    assert mail_form(talk(WRITES, channel="email")).verdict == "na"


@pytest.mark.parametrize(
    ("subject", "verdict"),
    [(None, "yes"), ("Re: Mein Paket", "yes"), ("", "no"), ("Re: ", "no"), ("AW:", "no")],
)
def test_a_subject_is_missed_only_where_the_talk_keeps_subjects(subject: str | None, verdict: str) -> None:
    letter = agent(LETTERS["de"], subject=subject)
    assert mail_form(talk(WRITES, letter, channel="email")).verdict == verdict
