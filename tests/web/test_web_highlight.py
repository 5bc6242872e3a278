"""Marking places in texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.web.highlight import Segment, Span, found, segments

TEXT = st.text(max_size=60)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    numbers = st.integers(-5, 70)
    return [
        Span(draw(numbers), draw(numbers), draw(st.sampled_from("abc")), draw(st.booleans()))
        for _ in range(draw(st.integers(0, 6)))
    ]


@given(TEXT, spans())
def test_no_character_is_lost_or_doubled(text: str, marked: list[Span]) -> None:
    assert "".join(piece.text for piece in segments(text, marked)) == text


@given(TEXT, st.text(max_size=20))
def test_a_search_changes_no_character(text: str, question: str) -> None:
    assert "".join(piece.text for piece in found(text, question)) == text


def test_overlapping_quotes_are_told_apart() -> None:
    pieces = segments("abcdef", [Span(0, 4, "good", False), Span(2, 6, "bad", True)])
    assert pieces == [
        Segment("ab", ("good",), False),
        Segment("cd", ("good", "bad"), True),
        Segment("ef", ("bad",), True),
    ]


def test_places_count_code_points() -> None:
    assert segments("😀 ja", [Span(2, 4, "x", False)])[1] == Segment("ja", ("x",), False)


def test_words_of_the_question_are_found_in_any_case_and_chinese_by_pairs() -> None:
    marked = [piece.text for piece in found("不要给 WhatsApp，买家会问", "whatsapp 给买家吗") if piece.checks]
    assert marked == ["WhatsApp", "买家"]


def test_short_words_are_not_marked() -> None:
    assert not any(piece.checks for piece in found("it is so", "is it so"))
