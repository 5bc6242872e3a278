"""Refusals and denials are told from what they refuse, by their form."""

from __future__ import annotations

import pytest

from bot.understanding.polarity import certain_acts, innocent_reading


@pytest.mark.parametrize(
    ("act", "text", "heard"),
    [
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
        (
            "violate_deny_legal_right",
            "Eine Garantie für den Liefertag gibt es nicht.",
            "inform_shipping_time",
        ),
        ("violate_deny_legal_right", "Garantie gibt es bei uns nicht.", "violate_deny_legal_right"),
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
        ("violate_blame_buyer", "Это не ваша ошибка.", "reassure"),
        ("violate_pressure_cancel", "Sie müssen den Fall nicht schließen.", "reassure"),
        ("violate_pressure_cancel", "Please close the case first.", "violate_pressure_cancel"),
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
        ("violate_undervalue_customs", "No podemos poner menos valor.", "decline_undervaluation"),
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
        ("Schreiben Sie mir auf WhatsApp.", ("violate_off_platform_contact",)),
        ("Meine Nummer ist 0176 1234567.", ("violate_off_platform_contact",)),
        ("I can't give you my number, and no WhatsApp either.", ()),
        ("Bitte bleiben Sie höflich.", ()),
        ("Ihre Bestellnummer ist 48213076.", ()),
    ],
)
def test_where_the_talk_goes_on_is_certain_by_form(text: str, acts: tuple[str, ...]) -> None:
    assert certain_acts(text) == acts
