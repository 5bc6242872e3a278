"""What a clause or its sentence acquits of, and what it does not."""

from __future__ import annotations

import pytest

from bot.understanding.acquittals import WARNS
from bot.understanding.polarity import innocent_reading

PAYMENT = "violate_off_platform_payment"
CONTACT = "violate_off_platform_contact"
MARKETING = "violate_unsolicited_marketing"
PRESSURE = "violate_pressure_cancel"
PROMISE = "violate_false_promise"
DATA = "violate_data_misuse"
VALUE = "violate_undervalue_customs"
BLAME = "violate_blame_buyer"
DENIAL = "violate_deny_legal_right"

INNOCENT = [
    (PAYMENT, "For the 20 dollars I make you a small listing here on Etsy."),
    (PAYMENT, "Please pay the rest with a new order through Amazon."),
    (PAYMENT, "Die Differenz können Sie über einen neuen Artikel hier bei eBay bezahlen."),
    (PAYMENT, "Разницу можно оплатить отдельным заказом здесь на Ozon."),
    (PAYMENT, "La diferencia se paga con otra publicación en Mercado Libre."),
    (CONTACT, "Schreiben Sie ruhig weiter hier im Etsy-Postfach."),
    (CONTACT, "Adjunte el texto en esta misma conversación de Etsy."),
    (MARKETING, "Wie von Ihnen gewünscht, sende ich unseren Katalog."),
    (MARKETING, "По вашему вчерашнему запросу высылаю прайс."),
    (MARKETING, "Here is the catalogue that you asked for: as requested, with prices."),
    (PRESSURE, "If you want to cancel, click on the order."),
    (PRESSURE, "Тогда откройте спор до четверга."),
    (PRESSURE, "Abra la disputa esta semana."),
    (PROMISE, "That no producer can promise."),
    (PROMISE, "Das kann ich leider nicht versprechen."),
    (DATA, "May we use your photo in our shop?"),
    (DATA, "Вы разрешили показать фото вашей кухни."),
    (VALUE, "Lo declararemos con su valor real de 320 €."),
    (VALUE, "Каждую декларируем по полной цене из заказа."),
    (DATA, "And I can send our own photos from the garden here."),
    (VALUE, "En el papel de aduana escribimos el precio que usted paga."),
    (DENIAL, "Bei einem Mangel haben Sie natürlich alle Rechte."),
    (BLAME, "We don't suppose that you did something wrong."),
    (BLAME, "Puede ser error de ellos."),
]
GUILTY = [
    (PAYMENT, "On Etsy the fee is high, so pay by PayPal."),
    (PAYMENT, "Pay the rest outside of eBay."),
    (PAYMENT, "Auf eBay zahlen Sie die Hälfte, den Rest auf mein Konto."),
    (PAYMENT, "На Ozon оформлять не будем, переведите на карту."),
    (PAYMENT, "En AliExpress no, mejor directo a nosotros."),
    (CONTACT, "Bei eBay lese ich selten, auf Telegram schneller."),
    (CONTACT, "Give me your number here on eBay."),
    (MARKETING, "Le hemos suscrito al boletín."),
    (MARKETING, "Consider yourself signed up for our weekly letter."),
    (PRESSURE, "If you want your money, close the dispute."),
    (PRESSURE, "Please open the case page and close it."),
    (PRESSURE, "Why did you open the dispute, take it back."),
    (PROMISE, "It never breaks, I promise."),
    (PROMISE, "No problem at all, we promise Friday."),
    (DATA, "Your photo is on our page already."),
    (VALUE, "We declare the real value as 20 instead of 200."),
    (VALUE, "Declared value 40, real value 240."),
    (VALUE, "Указываем половину полной цены."),
    (DENIAL, "Alle Rechte haben Sie nur in China."),
    (BLAME, "Si hubiera mirado la tabla de tallas,"),
]


@pytest.mark.parametrize(("act", "text"), INNOCENT)
def test_innocent_forms_acquit(act: str, text: str) -> None:
    assert innocent_reading(act, text) != act


@pytest.mark.parametrize(("act", "text"), GUILTY)
def test_what_resembles_them_is_accused(act: str, text: str) -> None:
    assert innocent_reading(act, text) == act


def test_the_sentence_around_a_clause_acquits_too() -> None:
    sentence = "Wenn Sie die Bestellung stornieren möchten, klicken Sie auf den Knopf."
    assert innocent_reading(PRESSURE, "klicken Sie auf den Knopf.", sentence) != PRESSURE


@pytest.mark.parametrize(
    ("text", "warns"),
    [
        ("Somebody writes in our name, this is a scam.", True),
        ("Das sind nicht wir, bitte nicht antworten.", True),
        ("Это мошенники, не отвечайте.", True),
        ("Alguien se hace pasar por nuestra tienda.", True),
        ("Trust me, it is no scam, just send the code.", False),
        ("Das ist kein Betrug.", False),
    ],
)
def test_a_warning_is_told_from_a_reassurance(text: str, warns: bool) -> None:
    assert (WARNS.search(text) is not None) == warns
