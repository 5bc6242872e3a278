"""What the figures of messages mean that people read who do not agree in all."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.heard import Heard, HeardAct
from bot.understanding.outside import Message, measure_outside


def hear(texts: Sequence[str], languages: Sequence[str | None]) -> list[Heard]:
    """Hears the acts that a text names."""
    return [
        Heard(text, language, 1.0, tuple(HeardAct(act, 1.0, 0, 1) for act in text.split()), ())
        for text, language in zip(texts, languages, strict=True)
    ]


def message(heard: str, *readings: str, language: str = "en") -> Message:
    return Message(heard, language, tuple(frozenset(reading.split()) for reading in readings))


def test_found_is_of_what_all_readers_name_and_right_is_what_any_names() -> None:
    talk = message("greet thank apologise", "greet reassure", "greet reassure thank")
    assert measure_outside(hear, [talk]) == {
        "en": {"messages": 1, "found": 0.5, "right": 0.6667, "accused": 0.0, "accused_own_shop": 0.0}
    }


def test_accused_counts_only_where_no_reader_names_a_violation() -> None:
    accused = message("violate_rude", "thank")
    disputed = message("violate_rude", "violate_rude", "thank")
    found = measure_outside(hear, [accused, disputed, message("thank", "thank")])
    assert found["en"]["accused"] == 0.5


def test_an_own_shop_may_offer_contact_and_payment_of_its_own() -> None:
    lawful = message("violate_off_platform_contact", "thank")
    found = measure_outside(hear, [lawful, message("violate_rude", "violate_off_platform_payment")])
    assert (found["en"]["accused"], found["en"]["accused_own_shop"]) == (1.0, 0.5)


def test_languages_are_measured_apart_and_what_is_out_of_scope_names_nothing() -> None:
    found = measure_outside(hear, [message("thank", "thank"), message("out_of_scope", "", language="de")])
    assert found["en"]["found"] == 1.0
    assert found["de"] == {
        "messages": 1,
        "found": None,
        "right": None,
        "accused": 0.0,
        "accused_own_shop": 0.0,
    }
