"""Checks of resolution."""

from __future__ import annotations

import pytest

from bot.core.transcript import Move
from bot.grading.checks import resolution as check
from bot.grading.checks.known import known_facts_not_asked
from bot.grading.checks.remedies import remedy_offered
from tests.grading.talks import SHEET, agent, buyer, talk

COMPLAINS = buyer(
    "Mein Paket ist nicht da. Wo ist es?", "complaint", Move("question", need="where-is-parcel")
)
OFFER = agent("Wir erstatten Ihnen 10 %.", "offer_partial_refund")


def test_a_remedy_before_the_trouble_is_understood_is_too_early() -> None:
    assert check.problem_understood(talk(COMPLAINS, OFFER)).verdict == "no"
    seen = agent("Ich sehe, dass Ihr Paket fehlt.", "acknowledge")
    assert check.problem_understood(talk(COMPLAINS, seen, OFFER)).verdict == "yes"
    assert check.problem_understood(talk(COMPLAINS, OFFER, seen)).verdict == "no"
    assert check.problem_understood(talk(buyer("Hallo", "greet"), OFFER)).verdict == "na"


def test_what_is_known_is_not_asked() -> None:
    asks = agent("Wie lautet Ihre Bestellnummer?", "ask_order_number")
    assert known_facts_not_asked(talk(COMPLAINS, asks, sheet=SHEET)).verdict == "no"
    assert known_facts_not_asked(talk(COMPLAINS, asks)).verdict == "yes"
    told = buyer("Bestellung LT-48213076 fehlt.", "complaint")
    assert known_facts_not_asked(talk(told, asks)).verdict == "no"


def test_in_a_practice_a_question_is_answered_when_the_buyer_takes_it() -> None:
    taken = buyer("Gut.", Move("accept", need="where-is-parcel"))
    reply = agent("Es liegt im Zoll.", "inform_tracking")
    assert check.questions_answered(talk(COMPLAINS, reply, taken)).verdict == "yes"
    left = check.questions_answered(talk(COMPLAINS, reply, buyer("Hm.", "other")))
    assert left.verdict == "no"
    assert left.evidence[0].turn == 1


def test_in_real_talk_a_question_is_answered_by_an_answering_act() -> None:
    asked = buyer("Wo ist es?", "question")
    assert check.questions_answered(talk(asked, agent("Im Zoll.", "inform_tracking"))).verdict == "yes"
    assert check.questions_answered(talk(asked, agent("Guten Tag!", "greet"))).verdict == "no"
    assert check.questions_answered(talk(buyer("Danke", "thanks"))).verdict == "na"
    unheard = buyer("Waren Sie das?", "other")
    assert check.questions_answered(talk(unheard, agent("Guten Tag!", "greet"))).verdict == "no"


def test_the_outcome_is_confirmed_by_asking_or_by_the_buyers_word() -> None:
    assert check.outcome_confirmed(talk(COMPLAINS, OFFER)).verdict == "no"
    assert check.outcome_confirmed(talk(COMPLAINS, OFFER, buyer("Gut.", "accept"))).verdict == "yes"
    asks = agent("Ist das in Ordnung?", "ask_confirmation")
    assert check.outcome_confirmed(talk(COMPLAINS, OFFER, asks)).verdict == "yes"


def test_who_was_offered_nothing_confirmed_nothing() -> None:
    stalls = agent("Bitte warten Sie.", "ask_patience")
    assert check.outcome_confirmed(talk(COMPLAINS, stalls, buyer("Gut.", "accept"))).verdict == "no"
    thanked = talk(COMPLAINS, stalls, buyer("Danke für die ehrliche Auskunft.", "thanks"))
    assert check.outcome_confirmed(thanked).verdict == "na"
    granted = agent("Gut, ohne Aufpreis.", "agree")
    assert check.outcome_confirmed(talk(COMPLAINS, granted, buyer("Danke.", "thanks"))).verdict == "yes"


def test_before_an_order_a_yes_confirms_and_a_no_needs_none() -> None:
    asks, price = buyer("Was kostet es?", "question"), agent("378 Euro.", "inform_price")
    takes, thinks = buyer("Gut, ich bestelle.", "accept"), buyer("Ich überlege es mir.", "other")
    assert check.outcome_confirmed(talk(asks, price, takes, stage="pre_sales")).verdict == "yes"
    assert check.outcome_confirmed(talk(asks, price, thinks, stage="pre_sales")).verdict == "na"


def test_before_an_order_only_a_scenarios_buyer_has_a_trouble() -> None:
    asks = agent("Wann feiern Sie?", "ask_needs")
    assert check.problem_understood(talk(COMPLAINS, asks, stage="pre_sales")).verdict == "na"
    assert check.problem_understood(talk(COMPLAINS, asks, stage="pre_sales", sheet=SHEET)).verdict == "no"
    assert remedy_offered(talk(COMPLAINS, asks, stage="pre_sales")).verdict == "na"


def test_needs_met_are_counted() -> None:
    half = talk(COMPLAINS, OFFER, buyer("Gut.", Move("accept", need="compensation")), sheet=SHEET)
    judged = check.needs_met(half)
    assert judged.share == 0.5
    assert judged.verdict == "yes"
    assert judged.evidence
    assert check.needs_met(talk(COMPLAINS, OFFER)).verdict == "na"


@pytest.mark.parametrize(
    ("language", "shown", "asked"),
    [
        ("en", "The lamp is broken, see the photo.", "Could you send a photo?"),
        ("en", "Please see the photo.", "Could you send a photo?"),
        ("en", "The lamp is broken (see photo).", "Could you send a photo?"),
        ("en", "Broken - see pics.", "Could you send a photo?"),
        ("en", "It is broken, see attached picture.", "Could you send a photo?"),
        ("en", "Attached photo shows the crack.", "Please send us a picture."),
        ("de", "Sie ist kaputt, Fotos anbei.", "Könnten Sie ein Foto schicken?"),
        ("de", "Siehe Bild.", "Bitte senden Sie ein Foto."),
        ("ru", "Разбита, фото во вложении.", "Пришлите, пожалуйста, фото."),
        ("ru", "Вот фото трещины.", "Можете прислать фото?"),
        ("es", "Llegó rota, adjunto foto.", "¿Puede enviar una foto?"),
        ("es", "Aquí tiene las fotos.", "Envíenos una foto, por favor."),
    ],
)
def test_a_photo_that_the_buyer_has_sent_is_not_asked_for(language: str, shown: str, asked: str) -> None:
    asks = agent(asked, "ask_evidence", language=language)
    judged = known_facts_not_asked(talk(buyer(shown, "complaint"), asks, language=language))
    assert [evidence.quote for evidence in judged.evidence] == [asked]
    assert known_facts_not_asked(talk(asks, buyer(shown, "complaint"), language=language)).verdict == "yes"


@pytest.mark.parametrize(
    "told",
    [
        "It is broken.",
        "I can send a photo.",
        "I'll send you a photo, see you later.",
        "It looks different, see the photo in your listing.",
        "I did not attach a photo.",
        "Ich kann Fotos schicken.",
        "Могу прислать фото, вот.",
        "¿Le envío una foto adjunta?",
        "Let me see a photo first.",
        "I hope to see a picture soon.",
        "Quiero ver una foto.",
        "Me gustaría ver fotos.",
    ],
)
def test_a_photo_that_is_only_offered_may_be_asked_for(told: str) -> None:
    asks = agent("Could you send a photo?", "ask_evidence", language="en")
    assert known_facts_not_asked(talk(buyer(told, "complaint"), asks, language="en")).verdict == "yes"


def test_another_photo_may_be_asked_for() -> None:
    asks = agent("Could you send another photo of the label?", "ask_evidence", language="en")
    shown = buyer("It is broken, see the photo.", "complaint")
    assert known_facts_not_asked(talk(shown, asks, language="en")).verdict == "yes"


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("How can I reach you by phone?", "Of course, 0049 30 1234567."),
        ("What is your email address?", "Please write to support@lampshop.com"),
        ("Kann ich Sie per E-Mail erreichen?", "Gern, an service@lampshop.de."),
    ],
)
def test_contact_data_answer_who_asks_for_them_where_they_are_lawful(asks: str, answers: str) -> None:
    asked, told = buyer(asks, "question"), agent(answers, "greet")
    assert check.questions_answered(talk(asked, told, platform="own_shop")).verdict == "yes"
    assert check.questions_answered(talk(asked, told, platform="amazon")).verdict == "no"
    other = buyer("Is it made of cotton?", "question")
    assert check.questions_answered(talk(other, told, platform="own_shop")).verdict == "no"
