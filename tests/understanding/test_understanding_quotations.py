"""Quotations are told by the marks of any language; what is not closed again quotes nothing that is whole."""

from __future__ import annotations

import pytest

from bot.understanding.quotations import left_open, quoted, unquoted


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("They say “no” and “never”.", ["“no”", "“never”"]),
        ('They say "no" here.', ['"no"']),
        ('They say “no" here.', ['“no"']),
        ("Sie sagen „nein“ und „nie”.", ["„nein“", "„nie”"]),
        ("Sie sagen »nein« statt »ja«.", ["»nein«", "»ja«"]),
        ("Они пишут «нет», а не «да».", ["«нет»", "«да»"]),
        ("A screen of 24 inches, so “wide.", []),
        ("Sie sagen „nein", []),
        ("A cable of 3' is no quotation.", []),
    ],
)
def test_what_stands_between_marks_is_quoted(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == quotations
    assert len(unquoted(text)) == len(text)
    assert not any(quotation in unquoted(text) for quotation in quotations)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("They say “write to ", True),
        ("Они пишут «пишите на ", True),
        ("They say “no”, write to ", False),
        ("Write to “", False),
        ("Write to ", False),
    ],
)
def test_a_quotation_is_left_open_once_it_has_a_word(text: str, is_open: bool) -> None:
    assert left_open(text) == is_open
