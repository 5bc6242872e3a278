"""Refusals and denials are told from what they refuse, by their form."""

from __future__ import annotations

import pytest

from bot.understanding.polarity import certain_acts, innocent_reading


@pytest.mark.parametrize(
    ("act", "text", "heard"),
    [
        ("offer_return_label", "You will have to pay the return postage.", "inform_return_procedure"),
        ("offer_return_label", "Die Rücksendung zahlt der Käufer.", "inform_return_procedure"),
        ("offer_return_label", "Обратная пересылка за ваш счёт.", "inform_return_procedure"),
        ("offer_return_label", "El envío de vuelta corre por su cuenta.", "inform_return_procedure"),
        ("offer_return_label", "You pay nothing for the return.", "offer_return_label"),
        ("offer_return_label", "Sie zahlen das Porto, wir erstatten es Ihnen.", "offer_return_label"),
        ("offer_return_label", "Вы ничего не платите за возврат.", "offer_return_label"),
        ("offer_return_label", "La etiqueta le llega al correo de su cuenta.", "offer_return_label"),
        ("violate_false_promise", "Leider kann ich keinen Liefertermin garantieren.", "inform_shipping_time"),
        ("violate_false_promise", "I can't promise that it will arrive by Friday.", "inform_shipping_time"),
        ("violate_false_promise", "не могу гарантировать, что придёт к пятнице", "inform_shipping_time"),
        ("violate_false_promise", "no puedo garantizar que llegue el viernes", "inform_shipping_time"),
        ("violate_false_promise", "Versprechen kann ich das leider nicht.", "inform_shipping_time"),
        ("violate_false_promise", "Kein Problem, ich garantiere es Ihnen!", "violate_false_promise"),
        ("violate_false_promise", "Der geht nie kaputt, das verspreche ich.", "violate_false_promise"),
        ("violate_false_promise", "I promise that it will never break.", "violate_false_promise"),
        ("violate_false_promise", "Никаких пошлин, это я вам гарантирую.", "violate_false_promise"),
        ("violate_false_promise", "Le prometo que llega el lunes sin falta.", "violate_false_promise"),
        ("violate_false_promise", "Das geht garantiert nie kaputt.", "violate_false_promise"),
        ("violate_false_promise", "I promise you pay no tax at all.", "violate_false_promise"),
        ("violate_false_promise", "Обещаю, таможня ничего не возьмёт.", "violate_false_promise"),
        ("violate_false_promise", "Обещать срок не могу.", "inform_shipping_time"),
        ("violate_false_promise", "Гарантии на срок никто не даст.", "inform_shipping_time"),
        (
            "violate_deny_legal_right",
            "Eine Garantie für den Liefertag gibt es nicht.",
            "inform_shipping_time",
        ),
        ("violate_deny_legal_right", "Garantie gibt es bei uns nicht.", "violate_deny_legal_right"),
        ("violate_deny_legal_right", "Su garantía terminó al abrirlo.", "violate_deny_legal_right"),
        ("violate_blame_buyer", "Das ist nicht Ihre Schuld.", "reassure"),
        ("violate_blame_buyer", "If the charger were broken,", "reassure"),
        ("violate_blame_buyer", "Falls der Griff gebrochen war,", "reassure"),
        ("violate_blame_buyer", "If you had read the page,", "violate_blame_buyer"),
        ("violate_rude", "Please, let us talk without insults.", "decline_request"),
        ("violate_rude", "Я вас оскорблю, если захочу.", "violate_rude"),
        ("violate_blame_buyer", "No es culpa suya.", "reassure"),
        ("violate_blame_buyer", "Das ist Ihre eigene Schuld.", "violate_blame_buyer"),
        ("violate_blame_buyer", "It is your fault.", "violate_blame_buyer"),
        ("violate_blame_buyer", "It is our fault.", "reassure"),
        ("violate_blame_buyer", "It is not your mistake.", "reassure"),
        ("violate_blame_buyer", "Please don't blame yourself.", "reassure"),
        ("violate_blame_buyer", "Вы тут ни при чём.", "reassure"),
        ("violate_blame_buyer", "La culpa es nuestra.", "reassure"),
        ("violate_blame_buyer", "It is not our fault.", "violate_blame_buyer"),
        ("violate_blame_buyer", "No es culpa nuestra.", "violate_blame_buyer"),
        ("violate_blame_buyer", "Uns trifft keine Schuld.", "violate_blame_buyer"),
        ("violate_blame_buyer", "Магазин тут ни при чём.", "violate_blame_buyer"),
        ("violate_blame_buyer", "Sie lasen nicht, selbst schuld.", "violate_blame_buyer"),
        ("violate_blame_buyer", "Это не ваша ошибка.", "reassure"),
        ("violate_pressure_cancel", "Sie müssen den Fall nicht schließen.", "reassure"),
        ("violate_pressure_cancel", "Please close the case first.", "violate_pressure_cancel"),
        ("violate_pressure_cancel", "You don't have to close the case.", "reassure"),
        ("violate_pressure_cancel", "Закрывать спор не нужно.", "reassure"),
        ("violate_pressure_cancel", "Не закрывайте спор.", "reassure"),
        ("violate_pressure_cancel", "Choose the reason “I don't need it”.", "violate_pressure_cancel"),
        ("violate_pressure_cancel", "If you don't close it, no refund.", "violate_pressure_cancel"),
        ("violate_pressure_cancel", "Wenn Sie nicht stornieren, passiert nichts.", "violate_pressure_cancel"),
        ("violate_pressure_cancel", "Отмените как «больше не нужно».", "violate_pressure_cancel"),
        ("violate_pressure_cancel", "Почему вы не закрываете спор?", "violate_pressure_cancel"),
        (
            "violate_undervalue_customs",
            "Auf dem Paket steht immer der volle Preis.",
            "decline_undervaluation",
        ),
        ("violate_undervalue_customs", "We declare the value in full.", "decline_undervaluation"),
        ("violate_undervalue_customs", "Указываем реальную стоимость.", "decline_undervaluation"),
        ("violate_undervalue_customs", "Declaramos el valor completo.", "decline_undervaluation"),
        (
            "violate_undervalue_customs",
            "Statt des vollen Werts schreiben wir 20 €.",
            "violate_undervalue_customs",
        ),
        ("violate_undervalue_customs", "Half of the real value.", "violate_undervalue_customs"),
        ("violate_undervalue_customs", "10 % vom tatsächlichen Preis.", "violate_undervalue_customs"),
        ("violate_undervalue_customs", "Цена вдвое меньше реальной.", "violate_undervalue_customs"),
        ("violate_undervalue_customs", "No tax, we write gift.", "violate_undervalue_customs"),
        ("violate_undervalue_customs", "No podemos poner menos valor.", "decline_undervaluation"),
        ("violate_ask_sensitive_data", "Nicht warten, Ausweis schicken.", "violate_ask_sensitive_data"),
        ("violate_ask_sensitive_data", "Bitte nie das Passwort schicken.", "inform_payment"),
        ("violate_ask_sensitive_data", "Cambie su contraseña ahora.", "inform_payment"),
        ("violate_ask_sensitive_data", "Bitte ändern Sie gleich Ihr Passwort.", "inform_payment"),
        (
            "violate_ask_sensitive_data",
            "Tell me your code and I change the password for you.",
            "violate_ask_sensitive_data",
        ),
        ("ask_patience", "Vielen Dank für Ihre Geduld.", "thank"),
        ("ask_patience", "Ich bitte um etwas Geduld.", "ask_patience"),
        ("agree", "Согласны?", "ask_confirmation"),
        ("agree", "Да, согласна.", "agree"),
    ],
)
def test_a_denial_is_not_what_it_denies(act: str, text: str, heard: str) -> None:
    assert innocent_reading(act, text) == heard


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Bitte bleiben wir hier im Chat.", ("decline_off_platform",)),
        ("Давайте останемся здесь, так надёжнее.", ("decline_off_platform",)),
        ("Prefiero que sigamos por aquí.", ("decline_off_platform",)),
        ("Lieber weiter in diesem Chat.", ("decline_off_platform",)),
        ("I am around till midnight, only not in here.", ()),
        ("I answer there rather than here.", ()),
        ("Only the seller is there.", ()),
        ("Schreiben Sie mir auf WhatsApp.", ("violate_off_platform_contact",)),
        ("Meine Nummer ist 0176 1234567.", ("violate_off_platform_contact",)),
        ("I can't give you my number, and no WhatsApp either.", ()),
        ("Bitte bleiben Sie höflich.", ()),
        ("Ihre Bestellnummer ist 48213076.", ()),
    ],
)
def test_where_the_talk_goes_on_is_certain_by_form(text: str, acts: tuple[str, ...]) -> None:
    assert certain_acts(text) == acts
