"""What counts as said twice, and as another language."""

from __future__ import annotations

import pytest

from bench.faults import foreign, repeated

LATE = "The parcel should be here by now."


@pytest.mark.parametrize(
    "turns",
    [[LATE, f"Hello? {LATE}"], [f"{LATE} {LATE}"], [f"Hello!\n\n{LATE}", f"Well…\n{LATE} Where is it?"]],
)
def test_a_long_sentence_is_said_once(turns: list[str]) -> None:
    assert repeated(turns) == [LATE]


def test_a_short_sentence_and_a_part_of_another_may_come_again() -> None:
    assert repeated(["Thank you.", "Thank you.", LATE, f"I say: {LATE}"]) == []


def test_a_turn_of_another_language_is_told_where_it_is_long_enough_to_tell() -> None:
    german = "Wo bleibt denn nun mein Paket?"
    assert foreign([LATE, german, "Danke schön!"], "en") == [german]


def test_the_name_below_a_letter_tells_no_language() -> None:
    assert foreign(["Na gut.\n\nMaximilian Strasser"], "de") == []
    german = "Wo bleibt denn nun mein Paket?\n\nAnn Lee"
    assert foreign([german], "en") == [german]


def test_a_long_word_is_no_name_that_takes_for_ever() -> None:
    assert foreign([f"Na gut.\n\n{'a' * 50_000}!"], "de") == []
