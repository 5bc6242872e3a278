"""No text breaks understanding, and what is found keeps its place, whatever keyboards or adversaries send."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.words import LANGUAGES
from bot.spelling.speller import Speller
from bot.understanding.address import address
from bot.understanding.findings import findings
from bot.understanding.hidden import shown
from bot.understanding.language import detect
from bot.understanding.polarity import certain_acts, innocent_reading
from bot.understanding.segments import FEW, LONGEST, SHORTEST, segments
from bot.understanding.surface import surface
from tests.understanding.toy import understander

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\ufeff\u00ad"
PIECES = (
    *("Hallo", "Ihr Paket", "the", "Ваш заказ", "Су", "su pedido", "您好", "مرحبا", "שלום", "नमस्ते", "한국어"),
    *(
        "WhatsApp",
        "wh@tsapp",
        "w h a t s a p p",
        "+86 138 0013 8000",
        "one two three",
        "mail dot com",
        "a@b.co",
    ),
    *(
        " ",
        "\n",
        "\t",
        "\u00a0",
        ".",
        ". ",
        "!",
        "?",
        ", ",
        ": ",
        " - ",
        "…",
        "(",
        ")",
        "@",
        "#",
        "№",
        "/",
        "'",
    ),
    *(
        "12,50 €",
        "$1,000.00",
        "20 %",
        "18:00",
        "3.12.",
        "2026-02-30",
        "24 Stunden",
        "zwanzig Prozent",
        "halb",
    ),
    *("ſeven days", "sıx days", "\u212aEIN", "İ", "ß", "٣ days", "१२ €", "９９９ Uhr", "9" * 400 + " €", "²"),
    *("🙂", "👩\u200d👩\u200d👧", "👍🏽", "🇩🇪", "1️⃣", ":-)", "))", "e\u0301", "o" + "\u0308" * 30, "Z̸̡͑a̴"),
    *(*HIDDEN, "\ud83d", "\ude00", "\ud83d\ude00", "\x00", "\x1b[0m", "\ufffd", "\U0010ffff", "𝐖𝐡𝐚𝐭𝐬", "ﬁ"),
)
texts = st.lists(
    st.sampled_from(PIECES) | st.text(max_size=8) | st.characters(categories=["Cs", "Mn", "Cf", "So", "Nd"]),
    max_size=60,
).map("".join)

KNOWS_NONE = Speller(dict.fromkeys(LANGUAGES, lambda _: False))

CONTACTS = [
    ("messenger", "WhatsApp"),
    ("messenger", "телеграм"),
    ("messenger", "微信"),
    ("phone", "+86 138 0013 8000"),
    ("email", "anna@example.com"),
]


@settings(deadline=None)
@given(texts)
def test_no_text_breaks_a_part(text: str) -> None:
    parts = [(f.start, f.end) for f in findings(text)] + [(s.start, s.end) for s in segments(text)]
    assert all(0 <= start < end <= len(text) for start, end in parts)
    assert detect(text)[0] in (None, "zh", *LANGUAGES)
    assert {address(text, language) for language in LANGUAGES} <= {None, "formal", "informal", "mixed"}
    assert all(surface(text, language, KNOWS_NONE).words >= 0 for language in LANGUAGES)
    assert isinstance(certain_acts(text), tuple)
    assert innocent_reading("violate_blame_buyer", text)


@settings(deadline=None)
@given(texts)
def test_what_is_heard_lies_in_the_text_and_can_be_written(text: str) -> None:
    heard = understander().hear(text)
    places = [(a.start, a.end) for a in heard.acts] + [(s.start, s.end) for s in heard.segments]
    places += [(f.start, f.end) for f in heard.findings]
    assert all(0 <= start < end <= len(heard.text) for start, end in places)
    json.dumps(heard.to_json(), ensure_ascii=False, allow_nan=False).encode()


@given(texts)
def test_segments_hold_every_character_but_blanks_once(text: str) -> None:
    end = 0
    for segment in segments(text):
        assert not text[end : segment.start].strip()
        assert segment.text == segment.text.strip() == text[segment.start : segment.end] != ""
        end = segment.end
    assert not text[end:].strip()


@settings(deadline=None)
@given(st.sampled_from(CONTACTS), st.data())
def test_hidden_characters_inside_hide_no_contact(contact: tuple[str, str], data: st.DataObject) -> None:
    kind, plain = contact
    gaps = [data.draw(st.text(HIDDEN, max_size=2)) for _ in plain[1:]]
    written = plain[0] + "".join(gap + char for gap, char in zip(gaps, plain[1:], strict=True))
    text = f"Schreiben Sie: {written} bitte"
    heard = understander().hear(text, "de")
    assert (kind, written) in [(f.kind, text[f.start : f.end]) for f in heard.findings]


@given(texts)
def test_what_shows_is_the_text_at_its_places(text: str) -> None:
    seen = shown(text)
    assert seen.text == "".join(text[place] for place in seen.places)
    assert not set(seen.text) & (set(HIDDEN) - {"\u200d"})


@pytest.mark.parametrize(
    "message",
    [
        "wort " * 400,
        "ja, " * 500,
        "ab. " * 500,
        "zeile\n" * 330,
        "🙂" * 1000,
        "🙂 " * 1000,
        "🙂 ja " * 400,
        "a" * 2000,
        "您好" * 1000,
        "." * 2000,
        "\n" * 2000,
        "(" * 2000,
    ],
    ids=lambda message: f"{message[:6]!r} again and again",
)
def test_a_long_message_is_heard_in_parts_neither_too_long_nor_too_many(message: str) -> None:
    parts = segments(message)
    assert len(parts) <= max(FEW, len(message) // SHORTEST)
    assert max((len(part.text.split()) for part in parts), default=0) <= max(LONGEST, SHORTEST)
    assert "".join("".join(part.text.split()) for part in parts) == "".join(message.split())


def test_an_endless_sentence_is_cut_at_commas_where_it_has_some() -> None:
    clause = "wir haben das Paket heute noch einmal bei dem Lager sehr genau gesucht " * 2
    parts = segments(f"{clause.strip()}, {clause.strip()}, {clause.strip()}")
    assert [part.sentence for part in parts] == [f"{clause.strip()},"] * 2 + [clause.strip()]


def test_a_part_of_an_endless_sentence_is_its_own_context() -> None:
    parts = segments("wort " * 400)
    assert {part.sentence for part in parts} == {part.passage for part in parts} == {p.text for p in parts}
