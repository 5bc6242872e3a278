"""A message in two languages is spelled by both, each word in the language of its part."""

from __future__ import annotations

from bot.core.heard import HeardSegment
from bot.spelling.speller import Speller
from bot.understanding.surface import surface

KNOWN = {
    "en": frozenset("we are sorry kind regards".split()),
    "de": frozenset("das tut uns auch leid".split()),
}
SPELLER = Speller({"en": KNOWN["en"].__contains__, "de": KNOWN["de"].__contains__})
TEXT = "We are sory. Das tut uns auhc leid. Kind regards"
PARTS = (HeardSegment(0, 12, "en"), HeardSegment(13, 35, "de"), HeardSegment(36, 48))


def wrong(language: str, parts: tuple[HeardSegment, ...]) -> list[str]:
    return [TEXT[slice(*place)] for place in surface(TEXT, language, SPELLER, parts).misspelled]


def test_a_word_is_right_where_its_part_s_language_knows_it() -> None:
    assert wrong("en", PARTS) == ["sory", "auhc"]


def test_a_part_of_no_told_language_may_be_in_any_of_the_message_s() -> None:
    assert wrong("de", PARTS) == ["sory", "auhc"]


def test_a_word_of_another_language_is_wrong_in_a_part_of_one() -> None:
    parts = (HeardSegment(0, 12, "en"), HeardSegment(13, 48, "en"))
    assert wrong("en", parts) == ["sory", "tut", "uns", "auhc", "leid"]
