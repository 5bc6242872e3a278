"""Language and form of address of short messages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.address import address
from bot.understanding.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ihr Paket liegt noch im Verteilzentrum.", "de"),
        ("Your parcel is still at the sorting centre.", "en"),
        ("Ваша посылка ещё в сортировочном центре.", "ru"),
        ("Su paquete sigue en el centro de clasificación.", "es"),
        ("цена 18 евро за один штук", "ru"),
        ("您好，请问我的包裹在哪里？", "zh"),
        ("Votre colis est encore au centre de tri, désolé.", None),
        ("荷物はまだ届いていません。", None),
        ("ok danke", None),
        ("Твоя посилка вже в дорозі.", None),
        ("GDE MOY ZAKAZ", None),
        ("", None),
        ("🙂🙂🙂", None),
        ("anna@example.com https://example.com/de", None),
    ],
)
def test_the_language_is_named_or_left_open(text: str, language: str | None) -> None:
    assert detect(text)[0] == language


@settings(deadline=None)  # the first text loads what langdetect knows
@given(st.text(max_size=80))
def test_any_text_has_a_language_or_none(text: str) -> None:
    language, sure = detect(text)
    assert (language is None) == (sure == 0)
    assert 0 <= sure <= 1


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("Ich helfe Ihnen gern.", "de", "formal"),
        ("Ich helfe dir gern.", "de", "informal"),
        ("Ich helfe Ihnen, sag mir deine Nummer.", "de", "mixed"),
        ("Das Paket ist da, sie liegt beim Nachbarn.", "de", None),
        ("Мы Вам поможем.", "ru", "formal"),
        ("Мы тебе поможем.", "ru", "informal"),
        ("¿Puede usted esperar?", "es", "formal"),
        ("¿Puedes esperar?", "es", "informal"),
        ("I will help you.", "en", None),
    ],
)
def test_the_form_of_address(text: str, language: str, form: str | None) -> None:
    assert address(text, language) == form
