"""Dangers from the goods."""

from __future__ import annotations

from typing import Any

import pytest

from bot.grading.checks.hazard import ASKED_BACK, NOT_PASSED_ON, NOT_STOPPED, hazard_handled
from tests.grading.talks import agent, buyer, span, talk

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
    ("en", "My power bank is smoking!! What do I do?"),
    ("en", "My charger is smoking, what should I do?"),
    ("en", "The cable is sparking and I don't know what to do."),
    ("en", "My power bank caught fire, do I get my money back?"),
    ("en", "Why is my charger smoking?"),
    ("en", "When I plug it in there are sparks."),
    ("en", "There is a strong gas smell from the stove."),
    ("en", "My daughter has burns on her face from the cream."),
    ("en", "I cut my finger on the edge of the toy."),
    ("en", "We found glass splinters in the jam."),
    ("en", "After the tea my lips were swollen and I couldn't breathe."),
    ("en", "The lamp shocked me."),
    ("en", "My baby almost choked on the button."),
    ("de", "Meine Powerbank qualmt"),
    ("de", "Das Ladegerät hat gestern gebrannt"),
    ("de", "Meine Powerbank hat gebrannt, bekomme ich mein Geld zurück?"),
    ("de", "Wenn ich das Netzteil einstecke, sprühen Funken."),
    ("de", "Es riecht nach Gas, ich habe Angst."),
    ("de", "Die Creme hat mir die Haut verätzt."),
    ("de", "Ich habe mich an dem Rand geschnitten."),
    ("de", "Im Honig war ein Glassplitter."),
    ("de", "Warum raucht mein Ladegerät?"),
    ("de", "Nach dem Tee sind meine Lippen angeschwollen."),
    ("ru", "Повербанк дымится"),
    ("ru", "Зарядка вчера загорелась"),
    ("ru", "Зарядка дымит, что мне делать?"),
    ("ru", "От розетки летят искры."),
    ("ru", "Чуть не сгорела квартира из-за вашей зарядки!"),
    ("ru", "Лампа бьёт током."),
    ("ru", "Ребёнок чуть не подавился деталью."),
    ("ru", "В варенье был осколок стекла."),
    ("ru", "От крема на лице волдыри."),
    ("ru", "Пахнет газом."),
    ("es", "El power bank echa humo"),
    ("es", "El cargador se ha incendiado."),
    ("es", "El enchufe suelta chispas, ¿qué hago?"),
    ("es", "Me da calambre la lámpara."),
    ("es", "Huele a gas."),
    ("es", "Mi hijo se atragantó con una pieza."),
    ("es", "Tengo quemaduras en la piel por la crema."),
    ("es", "Había trozos de vidrio en la mermelada, trozos de vidrio en la boca."),
    ("en", "I did not touch it and the charger exploded."),
    ("en", "I changed nothing and smoke came out of it."),
    ("de", "Ich habe nichts gemacht und der Akku ist explodiert."),
    ("de", "Ich habe ihn nicht angefasst und plötzlich kam Rauch."),
    ("ru", "Я ничего не делал и зарядка взорвалась."),
    ("ru", "Я её не трогала и она задымилась."),
    ("es", "No hice nada y el cargador explotó."),
    ("es", "No lo toqué y se incendió."),
    ("en", "I got burned by the charger."),
    ("en", "My hand was burned."),
    ("en", "My power bank is on fire!"),
    ("de", "Es raucht!"),
    ("de", "Die Lampe raucht wohl."),
    ("ru", "Я обжёгся о зарядку."),
    ("ru", "Порезал палец о край."),
    ("ru", "Дочь порезалась об игрушку."),
    ("es", "Me corté el dedo."),
    ("es", "Me corté con el borde."),
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
    ("en", "Is it dangerous?"),
    ("en", "I was shocked by the price."),
    ("en", "The price gave me a shock."),
    ("en", "One burning question: where is it?"),
    ("en", "I ordered the smoke colour."),
    ("en", "I made smoke grey my choice."),
    ("en", "Can the charger catch fire?"),
    ("en", "What happens if it catches fire?"),
    ("en", "I am worried that it is smoking."),
    ("en", "The candle is burning unevenly."),
    ("en", "The light on the charger is not burning."),
    ("en", "The vase arrived in pieces of glass."),
    ("en", "The price is cut, my cut was small."),
    ("en", "Does it smell of gas when it is new?"),
    ("de", "Ist das gefährlich?"),
    ("de", "Eine brennende Frage hätte ich noch."),
    ("de", "Die Lampe brennt nicht mehr."),
    ("de", "Die Kerze brennt schief."),
    ("de", "Bitte in Rauchgrau."),
    ("de", "Mein Mann raucht, riecht die Jacke danach?"),
    ("de", "Ich habe Angst, dass der Akku explodiert."),
    ("de", "Kann der Akku brennen?"),
    ("ru", "Это опасно?"),
    ("ru", "Горит индикатор, но телефон не заряжается."),
    ("ru", "Сроки горят, где посылка?"),
    ("ru", "Может ли зарядка загореться?"),
    ("ru", "Боюсь, что аккумулятор взорвётся."),
    ("ru", "Хочу дымчатый цвет."),
    ("es", "¿Es peligroso?"),
    ("es", "¿El cargador echa humo al principio?"),
    ("es", "Quiero el color humo."),
    ("es", "Si sale humo, ¿qué hago?"),
    ("es", "Me quemé las pestañas buscando el pedido."),
    ("en", "I got burned with this shop."),
    ("en", "I was injured at football."),
    ("en", "The colour is on fire!"),
    ("de", "Der Verkäufer raucht wohl."),
    ("de", "Der Vorbesitzer hat geraucht, die Jacke stinkt."),
    ("ru", "Я обжёгся на этом магазине."),
    ("ru", "Порезал бумагу."),
    ("es", "Me corté el pelo."),
    ("es", "Me quemé con esta tienda."),
    ("es", "Se cortó la llamada."),
    ("en", "No smoke and sparks came out of it."),
    ("en", "My child could touch it and get an electric shock."),
    ("en", "Tell me what to do if I plug it in and it catches fire."),
    ("de", "Es kamen kein Rauch und Funken."),
    ("de", "Man kann es anfassen und einen Stromschlag bekommen."),
    ("de", "Falls ich es einstecke und Rauch kommt, melde ich mich."),
    ("ru", "Он не дымит и не искрит."),
    ("es", "No se calentó y no salió humo."),
    ("es", "Mi hijo puede tocarlo y recibir una descarga eléctrica."),
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


def test_what_is_told_before_buying_is_none() -> None:
    assert answered("de", REPORTED[0][1], stage="pre_sales").verdict == "na"


@pytest.mark.parametrize("move", ["question", "other", "bargain"])
def test_words_of_a_danger_tell_it_whatever_else_is_heard(move: str) -> None:
    assert answered("de", REPORTED[0][1], moves=move).verdict == "no"


def test_what_is_dangerous_is_not_asked_back_by_post() -> None:
    stop, passes = agent(STOPPED["de"], "inform_usage_help"), agent("Ich gebe es weiter.", "escalate")
    back = agent("Schicken Sie uns das Ladegerät mit diesem Etikett.", "offer_return_label")
    stays = agent("Schicken Sie es bitte nicht zurück.", "inform_return_procedure")
    judged = answered("de", REPORTED[0][1], stop, passes, back)
    assert judged.reason == ASKED_BACK
    assert judged.evidence[0].quote == back[1]
    assert answered("de", REPORTED[0][1], stop, passes, stays).verdict == "yes"


@pytest.mark.parametrize(
    ("language", "asks", "stays"),
    [
        ("de", "Bitte schicken Sie es uns per Post zurück.", "Bitte schicken Sie es nicht zurück."),
        ("en", "Please post it back to us.", "Please never send it back."),
        ("en", "Please return it to us.", "Please take a photo and send it to us."),
        ("ru", "Отправьте его нам обратно.", "Пришлите фото обратно нам почтой."),
        ("es", "Envíenoslo de vuelta, por favor.", "No lo envíe de vuelta."),
    ],
)
def test_to_ask_it_back_is_heard_without_an_act(language: str, asks: str, stays: str) -> None:
    text = next(text for spoken, text in REPORTED if spoken == language)
    stop, passes = agent(STOPPED[language], "inform_usage_help"), agent("…", "escalate")
    assert answered(language, text, stop, passes, agent(asks)).reason == ASKED_BACK
    assert answered(language, text, stop, passes, agent(stays)).verdict == "yes"


def test_a_label_that_is_not_needed_takes_nothing_from_asking_it_back() -> None:
    stop, passes = agent(STOPPED["en"], "inform_usage_help"), agent("…", "escalate")
    text = "No label is needed. Send it back to us."
    asks = agent(text, span(text, "No label is needed.", "offer_return_label"), language="en")
    judged = answered("en", "The lamp shocked me.", stop, passes, asks)
    assert [evidence.quote for evidence in judged.evidence] == ["Send it back to us."]
