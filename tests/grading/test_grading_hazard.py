"""Dangers from the goods."""

from __future__ import annotations

from typing import Any

import pytest

from bot.grading.checks.hazard import ASKED_BACK, NOT_PASSED_ON, NOT_STOPPED, hazard_handled
from tests.grading.talks import agent, buyer, talk

REPORTED = [
    ("de", "Gestern kam plötzlich Rauch aus dem Ladegerät."),
    ("de", "Der Akku hat sich aufgebläht."),
    ("de", "Meine Tochter hat sich an dem Topf verbrannt."),
    ("de", "Das Netzteil riecht verschmort."),
    ("de", "Am Stecker ist der Kunststoff geschmolzen."),
    ("en", "The plug melted overnight and there was a burning smell."),
    ("ru", "Пластик у гнезда поплыл и запахло палёным!"),
    ("es", "La manta ha echado humo y ha derretido el plástico."),
    ("es", "El adaptador huele a quemado."),
    ("en", "The charger started smoking last night."),
    ("en", "My son choked on a small part of it."),
    ("en", "I got an electric shock from the lamp."),
    ("ru", "Из зарядки вчера повалил дым."),
    ("ru", "Ночью загорелся кабель зарядки."),
    ("ru", "Меня ударило током от этого чайника."),
    ("ru", "Аккумулятор вздулся через неделю."),
    ("es", "Ayer empezó a salir humo del cargador."),
    ("es", "La batería está hinchada."),
    ("es", "Le salió un sarpullido en los brazos."),
]
HARMLESS = [
    ("de", "Es hat nicht geraucht, kein Funken und kein Rauch."),
    ("de", "Ich brauche einen Rauchmelder."),
    ("de", "Was tun, wenn Rauch kommt?"),
    ("de", "Verschmort riecht nichts."),
    ("de", "Die Schokolade ist auf dem Weg geschmolzen."),
    ("en", "Sorry I blew up, it's been a week."),
    ("en", "The jacket smells of cigarette smoke."),
    ("en", "The chocolate had melted when it got here."),
    ("ru", "Шоколад в дороге расплавился."),
    ("es", "Las velas llegaron derretidas."),
    ("en", "No smoke came out of it."),
    ("en", "I've been burned by slow shipping before."),
    ("en", "The smoke-grey shade is cracked, what a shock."),
    ("en", "Could the battery leak?"),
    ("ru", "Дым из него не шёл."),
    ("ru", "Купила у вас газовую горелку."),
    ("ru", "Посмотрела ролик и загорелась."),
    ("es", "No salía humo."),
    ("es", "El altavoz chisporrotea."),
    ("es", "La tercera sartén defectuosa, estoy que exploto."),
]
STOPPED = {
    "de": "Bitte benutzen Sie das Gerät nicht weiter.",
    "en": "Please stop using the device.",
    "ru": "Пожалуйста, больше не пользуйтесь прибором.",
    "es": "Por favor, no use más el aparato.",
}


def answered(language: str, report: str, *turns: Any, moves: str = "complaint", **about: Any) -> Any:
    return hazard_handled(talk(buyer(report, moves), *turns, language=language, **about))


@pytest.mark.parametrize(("language", "text"), REPORTED)
def test_a_danger_wants_stop_using_and_passing_on(language: str, text: str) -> None:
    stop = agent(STOPPED[language], "inform_usage_help")
    passes = agent("…", "escalate")
    assert answered(language, text, stop, passes).verdict == "yes"
    assert answered(language, text, passes).reason == NOT_STOPPED
    assert answered(language, text, stop).reason == NOT_PASSED_ON
    assert answered(language, text).verdict == "no"


@pytest.mark.parametrize(("language", "text"), HARMLESS)
def test_what_is_denied_asked_or_sounds_alike_is_none(language: str, text: str) -> None:
    assert answered(language, text, agent("…", "offer_return_label")).verdict == "na"


def test_what_is_asked_before_buying_is_none() -> None:
    asked = answered("de", REPORTED[0][1], stage="pre_sales")
    wondered = answered("de", REPORTED[0][1], moves="question")
    assert asked.verdict == wondered.verdict == "na"


def test_what_is_dangerous_is_not_asked_back_by_post() -> None:
    stop, passes = agent(STOPPED["de"], "inform_usage_help"), agent("Ich gebe es weiter.", "escalate")
    back = agent("Schicken Sie uns das Ladegerät mit diesem Etikett.", "offer_return_label")
    stays = agent("Schicken Sie es bitte nicht zurück.", "inform_return_procedure")
    judged = answered("de", REPORTED[0][1], stop, passes, back)
    assert judged.reason == ASKED_BACK
    assert judged.evidence[0].quote == back[1]
    assert answered("de", REPORTED[0][1], stop, passes, stays).verdict == "yes"
