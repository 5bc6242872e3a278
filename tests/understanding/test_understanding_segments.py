"""Segments and findings: their places hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.findings import findings
from bot.understanding.segments import segments

texts = st.text(max_size=200) | st.lists(
    st.sampled_from(
        [
            "Hallo",
            "!",
            " ",
            "🙂",
            "e\u0301",
            ".",
            "z.B.",
            "Mr.",
            "?",
            "\n",
            ",",
            "aber",
            "but",
            "но",
            "18:00",
            "12 %",
            "39,90 €",
        ]
    ),
    max_size=30,
).map("".join)


@given(texts)
def test_segments_lie_in_order_and_inside(text: str) -> None:
    end = 0
    for segment in segments(text):
        assert end <= segment.start < segment.end <= len(text)
        assert text[segment.start : segment.end] == segment.text
        assert segment.text.strip() == segment.text
        end = segment.end


@given(texts)
def test_nothing_but_space_is_lost(text: str) -> None:
    if any(char.isalnum() for char in text):
        assert segments(text)


@given(texts)
def test_findings_lie_inside(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Guten Tag! Wie kann ich helfen?", ["Guten Tag!", "Wie kann ich helfen?"]),
        ("Hello Mr. Smith. I see.", ["Hello Mr. Smith.", "I see."]),
        ("Das kostet z. B. 3,50 € pro Stück.", ["Das kostet z. B. 3,50 € pro Stück."]),
        ("Привет 🙂 Всё хорошо.", None),
        ("", []),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str] | None) -> None:
    found = [segment.text for segment in segments(text)]
    assert found if parts is None else found == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ich melde mich heute bis 18 Uhr.", [("date", {"in_days": 0}), ("date", {"time": "18:00"})]),
        ("Guten Morgen!", []),
        ("Sie hören morgen von mir.", [("date", {"in_days": 1})]),
        ("by Friday, 5:30 p.m.", [("date", {"weekday": 5}), ("date", {"time": "17:30"})]),
        ("отвечу завтра до 18:00", [("date", {"in_days": 1}), ("date", {"time": "18:00"})]),
        ("mañana por la mañana", [("date", {"in_days": 1})]),
        ("innerhalb von 24 Stunden", [("duration", {"min": 24, "max": 24, "unit": "hour"})]),
        ("am 3. Dezember", [("date", {"day": 3, "month": 12})]),
        ("12.11.2026", [("date", {"day": 12, "month": 11, "year": 2026})]),
        ("15 % oder 6,50 €", [("percent", {"percent": 15.0}), ("money", {"amount": 6.5, "currency": "EUR"})]),
    ],
)
def test_values_are_read(text: str, found: list[tuple[str, dict[str, object]]]) -> None:
    assert [(finding.kind, finding.value) for finding in findings(text)] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Write to me at anna@example.com", "email"),
        ("call +86 138 0013 8000", "phone"),
        ("add me on WhatsApp", "messenger"),
        ("добавьте меня в Телеграм", "messenger"),
        ("see https://example.com/shop", "url"),
    ],
)
def test_contact_data_are_found(text: str, kind: str) -> None:
    assert kind in [finding.kind for finding in findings(text)]
