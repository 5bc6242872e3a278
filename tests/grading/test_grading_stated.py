"""Terms of rights as they are stated."""

from __future__ import annotations

from typing import Any

import pytest

from bot.grading.checks.stated import rules_stated_right
from tests.grading.talks import agent, buyer, talk

ASKS = buyer("Wie lange kann ich zurücktreten?", "question")
WITHDRAWAL, GUARANTEE = "inform_withdrawal_right", "inform_warranty"

CASES = [
    ("de", "DE", WITHDRAWAL, "Sie können innerhalb von 14 Tagen ab Erhalt widerrufen.", "yes"),
    ("de", "DE", WITHDRAWAL, "Sie können innerhalb von 30 Tagen widerrufen.", "yes"),
    ("de", "DE", WITHDRAWAL, "Sie können innerhalb von 7 Tagen widerrufen.", "no"),
    ("de", "DE", WITHDRAWAL, "Für den Widerruf haben Sie noch 5 Tage.", "na"),
    ("de", "DE", WITHDRAWAL, "Nach dem Widerruf erstatten wir das Geld in 5 Tagen.", "na"),
    ("de", "CH", WITHDRAWAL, "Sie können innerhalb von 7 Tagen widerrufen.", "na"),
    ("de", "DE", GUARANTEE, "Die gesetzliche Gewährleistung gilt zwei Jahre.", "yes"),
    ("de", "DE", GUARANTEE, "Die gesetzliche Gewährleistung gilt 24 Monate.", "yes"),
    ("de", "DE", GUARANTEE, "Die gesetzliche Gewährleistung gilt 12 Monate.", "no"),
    ("de", "DE", GUARANTEE, "Der Hersteller gibt 12 Monate Garantie.", "na"),
    ("de", "DE", GUARANTEE, "Sie haben das Gerät seit 8 Monaten, die Gewährleistung gilt also.", "na"),
    ("en", "GB", WITHDRAWAL, "You can withdraw within 14 days of receiving it.", "yes"),
    ("en", "GB", WITHDRAWAL, "You can withdraw within 7 days of receiving it.", "no"),
    ("en", "US", WITHDRAWAL, "You can withdraw within 7 days of receiving it.", "na"),
    ("en", "GB", WITHDRAWAL, "You can't withdraw after 14 days and 2 weeks.", "na"),
    ("en", "IE", GUARANTEE, "The legal guarantee lasts one month or 6 months.", "no"),
    ("ru", "RU", WITHDRAWAL, "Вы можете отказаться от товара в течение 7 дней после получения.", "yes"),
    ("ru", "RU", WITHDRAWAL, "Срок на отказ от товара — 7 дней.", "yes"),
    ("ru", "RU", WITHDRAWAL, "Срок на отказ от товара — 3 дня.", "no"),
    ("ru", "KZ", WITHDRAWAL, "Срок на возврат товара — 7 дней.", "no"),
    ("ru", "RU", WITHDRAWAL, "Деньги за возврат вернём за 3 дня.", "na"),
    ("es", "ES", WITHDRAWAL, "Tiene 14 días para desistir desde la entrega.", "yes"),
    ("es", "ES", WITHDRAWAL, "Tiene 7 días para desistir.", "no"),
    ("es", "MX", WITHDRAWAL, "Tiene 5 días hábiles para revocar la compra.", "yes"),
    ("es", "MX", WITHDRAWAL, "Tiene 3 días hábiles para revocar la compra.", "no"),
    ("es", "ES", GUARANTEE, "La garantía legal son tres años desde la entrega.", "yes"),
    ("es", "ES", GUARANTEE, "La garantía legal dura dos años.", "no"),
    ("es", "ES", GUARANTEE, "La garantía comercial dura un año.", "na"),
]


@pytest.mark.parametrize(("language", "country", "act", "text", "verdict"), CASES)
def test_no_term_is_stated_shorter_than_the_rules_have_it(
    language: str, country: str, act: str, text: str, verdict: str
) -> None:
    about: dict[str, Any] = {"language": language, "country": country}
    judged = rules_stated_right(talk(ASKS, agent(text, act, language=language), **about))
    assert judged.verdict == verdict
    assert (judged.rule is not None) is (verdict == "no")


def test_the_words_of_another_act_state_no_right() -> None:
    text = "Sie können innerhalb von 7 Tagen widerrufen."
    assert rules_stated_right(talk(ASKS, agent(text, "inform_return_procedure"))).verdict == "na"


def test_a_right_that_the_rules_give_is_named_rightly_also_without_its_term() -> None:
    named = agent("Sie haben natürlich ein Widerrufsrecht.", WITHDRAWAL)
    assert rules_stated_right(talk(ASKS, named)).verdict == "yes"
    assert rules_stated_right(talk(ASKS, named, context={"made_to_order": True})).verdict == "na"
    unheard = agent("Ein Widerrufsrecht haben Sie nicht.", WITHDRAWAL)
    assert rules_stated_right(talk(ASKS, unheard)).verdict == "na"


def test_a_right_that_the_rules_give_is_not_denied() -> None:
    denied = agent("Gewährleistung gibt es bei uns keine.", "violate_deny_legal_right")
    assert rules_stated_right(talk(ASKS, denied)).verdict == "no"


def test_where_the_law_gives_no_right_the_shop_may_grant_what_it_likes() -> None:
    text = agent("Sie können innerhalb von 7 Tagen widerrufen.", WITHDRAWAL)
    assert rules_stated_right(talk(ASKS, text, context={"made_to_order": True})).verdict == "na"
