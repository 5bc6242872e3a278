"""Each segment of a message is heard in its own language, and every place counts in the message as sent."""

from __future__ import annotations

import json

import pytest

from bot.core.heard import Heard
from bot.understanding.evidence import apart
from bot.understanding.segments import segments
from bot.understanding.shouting import calm
from tests.understanding.toy import understander


def test_a_segment_is_heard_in_its_own_language() -> None:
    heard = understander().hear("Ihr Paket ist seit gestern unterwegs. Please wait two or three days.")
    assert [segment.language for segment in heard.segments] == ["de", "en"]
    assert [act.act for act in heard.acts] == ["in_de", "in_en"]


def test_one_that_is_too_short_is_heard_in_the_message_s_language() -> None:
    heard = understander().hear("Klar! Ihr Paket ist seit gestern unterwegs.", "ru")
    assert [segment.language for segment in heard.segments] == [None, "de"]
    assert heard.language == "de"
    assert [act.act for act in heard.acts] == ["in_de"]


def test_the_hint_helps_where_nothing_tells() -> None:
    assert [act.act for act in understander().hear("Ok!", "ru").acts] == ["in_ru"]
    assert [act.act for act in understander().hear("Ok!").acts] == ["in_other"]


def test_hidden_characters_hide_nothing_and_count_in_places() -> None:
    text = "Guten Tag. Meine Num\u00admer ist 0176\u200b 123\u20604567, oder W\u200dhats\ufeffApp?"
    heard = understander().hear(text)
    assert [text[f.start : f.end] for f in heard.findings] == [
        "0176\u200b 123\u20604567",
        "W\u200dhats\ufeffApp",
    ]
    assert [text[s.start : s.end] for s in heard.segments] == [text[:10], text[11:44], text[45:]]
    assert ("violate_off_platform_contact", 11, 44) in [(a.act, a.start, a.end) for a in heard.acts]
    assert heard.text == text


def test_pictures_joined_into_one_stay_one() -> None:
    text = "Danke 👩\u200d🔧 sehr"
    assert understander().hear(text).segments[0].end == len("Danke 👩\u200d🔧")


def test_half_characters_are_replaced() -> None:
    heard = understander().hear("Hallo \ud83d du")
    assert heard.text == "Hallo \ufffd du"


def test_what_was_heard_can_be_written_and_read() -> None:
    heard = understander().hear("Ihr Paket kostet 12 €. Please wait two or three days. \ud800")
    written = json.dumps(heard.to_json(), ensure_ascii=False, allow_nan=False).encode()
    read = Heard.from_json(json.loads(written))
    assert read.segments == heard.segments
    assert read.to_json() == heard.to_json()


def test_what_its_form_alone_tells_is_read_by_itself_and_drowns_nothing() -> None:
    message = segments("Please write me on WhatsApp, I refund you a half. Then we are done.")
    assert [(one.sentence, one.passage) for one in apart(message)] == [
        ("Please write me on WhatsApp,", "Please write me on WhatsApp,"),
        ("I refund you a half.", "I refund you a half. Then we are done."),
        ("Then we are done.", "I refund you a half. Then we are done."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry, I refund you a half.  Then we are done.",
        "Let us stay here in the chat, or else nobody protects the deal.",
    ],
)
def test_without_an_invitation_a_message_is_read_as_it_stands(text: str) -> None:
    message = segments(text)
    assert apart(message) == list(message)


def test_what_goes_on_about_the_place_is_read_as_it_stands() -> None:
    _, more = apart(segments("Please write me on WhatsApp, where I reply faster."))
    assert more.sentence == "Please write me on WhatsApp, where I reply faster."


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("WIR ERSTATTEN IHNEN alles!!!", "wir erstatten ihnen alles!!!"),
        ("Dear, МЫ ВЕРНЁМ ДЕНЬГИ завтра", "Dear, мы вернём деньги завтра"),
        ("The USB C HUB from DHL", "The USB C HUB from DHL"),
        ("I LIKE IT", "I LIKE IT"),
        ("İSTANBUL İS BİG CITY", "İSTANBUL İS BİG CITY"),
        ("", ""),
    ],
)
def test_words_that_shout_together_are_read_calmly(text: str, quiet: str) -> None:
    assert calm(text) == quiet


def test_a_shouted_message_has_its_language_and_its_places() -> None:
    heard = understander().hear("WIR ERSTATTEN IHNEN alles!!!")
    assert (heard.language, [act.act for act in heard.acts]) == ("de", ["in_de"])
    assert heard.text == "WIR ERSTATTEN IHNEN alles!!!"
