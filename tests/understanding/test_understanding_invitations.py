"""An invitation that names an address of the agent's own is certain; another's address is none."""

from __future__ import annotations

import pytest

from bot.understanding.polarity import certain_acts
from bot.understanding.segments import segments

INVITED = [
    "Sure, write to sales@lampshop.com and you will get it",
    "just drop us a line at sales@lampshop.com and we sort it out",
    "Klar, schreiben Sie an verkauf@lampen.de, dann bekommen Sie es",
    "Klar, schreiben Sie uns an verkauf@lampen.de",
    "напишите на sales@lampa.ru",
    "Пишите нам на почту sales@lampa.ru",
    "escríbanos a ventas@tienda.es",
    "Escriba a ventas@tienda.es y se lo enviamos",
    "melden Sie sich unter 0171 2345678",
    "Sie erreichen uns unter 0171 2345678",
    "Sie können uns unter verkauf@lampen.de erreichen",
    "Einfach an verkauf@lampen.de schreiben",
    "Rufen Sie uns an: +49 171 2345678",
    "Позвоните нам по номеру +7 912 345 67 89",
    "Звоните +7 912 345 67 89",
    "Llámenos al +34 600 123 456",
    "Puede escribirnos a ventas@tienda.es",
    "Contact us at www.lampshop.com/contact",
    "Reach us on +86 138 0013 8000",
    "E-mail sales@lampshop.com and we sort it",
    "My email is lily88@mail.com",
    "Our e-mail address is sales@lampshop.com",
    "Unsere E-Mail ist verkauf@lampen.de",
    "Наша почта: sales@lampa.ru",
    "Mi correo es ana@tienda.es",
    "Please send the photos to sales@lampshop.com",
    "Schicken Sie die Fotos bitte an verkauf@lampen.de",
    "Отправьте фото на sales@lampa.ru",
    "Mande las fotos a ventas@tienda.es",
    "You can get in touch via sales@lampshop.com",
    "Text us on 07700 900 456",
    "We lost it with DHL, sorry. Write to us at sales@lampshop.com",
    "Свяжитесь с нами по телефону 8 912 345-67-89",
    "DHL says nothing, so call us on +49 151 2345678",
    'For the "Pro" model please email me at a@shop.com',
    "For the “Pro” model please email me at a@shop.com",
    "Zum Modell „Pro“ schreiben Sie mir an a@lampen.de",
    'Zum Modell „Pro" schreiben Sie mir an a@lampen.de',
    "По модели «Про» пишите мне на a@lampa.ru",
    "add wechat lampfan77, there is faster",
    "Find us on Telegram: @lamp_lily",
    "Kommen Sie zu WeChat lampenkoenig77",
    "Es wäre leichter, wenn Sie mein WeChat hinzufügen, es ist lampe_5566",
    "Удобнее, если вы добавите мой WeChat, он lampa_5566",
    "Agregue mi WeChat lampara_2020 y le mando el vídeo",
]
NOT_INVITED = [
    "please don't write to sales@lampshop.com",
    "Please never write to sales@lampshop.com, that is not us",
    "you gave us lily@mail.com as your address",
    "we send the invoice to your e-mail lily@mail.com",
    "We wrote to lily@mail.com yesterday",
    "I will e-mail you at lily@mail.com",
    "You asked us to write to lily@mail.com",
    "You find the help page at www.ebay.com/help",
    "Please write to the platform's support at help@ebay.com",
    "Please contact eBay at www.ebay.com/help/home",
    "The DHL hotline is +49 228 4333112",
    "Please call DHL: +49 228 4333112",
    "The parcel is with DHL. Call them on +49 228 4333112",
    "Track it at https://www.dhl.de/track?id=123456",
    "Follow the parcel at www.17track.net/en",
    "The EU contact on the safety label is eu-rep@certify.eu, you can write to eu-rep@certify.eu",
    "Messages from noreply@lampshop.com come by themselves",
    "You cannot answer to noreply@lampshop.com",
    "Die Rechnung schicken wir an lily@mail.de",
    "Wir schreiben Ihnen an lily@mail.de",
    "Bitte schreiben Sie nicht an verkauf@lampen.de",
    "Rufen Sie bitte DHL an: +49 228 4333112",
    "Ihre E-Mail-Adresse lily@mail.de haben wir gelöscht",
    "Wenden Sie sich an den Hersteller unter service@hersteller.de",
    "Не пишите на sales@lampa.ru",
    "Счёт отправим на вашу почту lily@mail.ru",
    "Звоните в Почту России: 8 800 100 00 00",
    "Напишите в поддержку площадки на help@ozon.ru",
    "No escriba a ventas@tienda.es",
    "Le enviamos la factura a lily@mail.es",
    "Llame a Correos al +34 902 197 197",
    "La factura va a su correo ana@mail.es",
    "Did you write to sales@fake-lamps.com?",
    "Scammers ask to write to sales@fake-lamps.com",
    "Write the order number 48213076 on the parcel",
    "Please send it back to Lindenstr. 12, 10115 Berlin",
    "Ship the return to our warehouse, phone for the carrier +49 30 1234567",
    "Is lily@mail.com still right?",
    "Leave a review at www.etsy.com/your/purchases",
    'The card says "email me at a@shop.com"',
    'The "Pro" card says "email me at a@shop.com"',
    "Auf der Karte „Pro“ steht „schreiben Sie mir an a@lampen.de“",
    "На карте «Про» написано: «пишите мне на a@lampa.ru»",
    "Please pay at checkout, not to sales@lampshop.com",
    "Never add WeChat lampfan77, it is a scam",
    "We can't add WeChat lampfan77, sorry",
    "I see that your WeChat is lampfan77",
    "Ihr WeChat lampfan77 brauchen wir nicht",
    "Bitte schreiben Sie nicht an WeChat lamp_88, das sind Betrüger",
    "Не добавляйте WeChat lampa_5566",
    "No agregue WeChat lampara_2020",
    "In the app choose “add WeChat lampfan77”",
    "Find WeChat Pay 2024 in the settings",
]


def said(message: str) -> set[str]:
    return {act for clause in segments(message) for act in certain_acts(clause.text, clause.passage)}


@pytest.mark.parametrize("message", INVITED)
def test_who_names_their_own_address_invites_elsewhere(message: str) -> None:
    assert said(message) == {"violate_off_platform_contact"}


@pytest.mark.parametrize("message", NOT_INVITED)
def test_a_refusal_a_warning_and_somebody_elses_address_invite_nobody(message: str) -> None:
    assert said(message) == set()


def test_an_address_stays_with_the_words_that_announce_it() -> None:
    assert [s.text for s in segments("Rufen Sie an: +49 171 2345678")] == ["Rufen Sie an: +49 171 2345678"]
