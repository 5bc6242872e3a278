"""Excerpts: whole sentences, the ones that say most about what was asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.excerpt import LENGTH, excerpt, plain, sentences
from bot.retrieval.tokens import tokens

SECTION = (
    """The first rule is simple.
- **eBay**: a refund is due within 3 days. """
    + "Words that say nothing at all follow here. " * 8
    + """
- *Amazon*: messages are answered within 24 hours,
  weekends included.
"""
)


def test_marks_of_markdown_are_gone_and_wrapped_lines_are_whole_again() -> None:
    assert plain("- **A**: `b`\n  goes on\n- c") == "A: b goes on\nc"


def test_sentences_end_at_stops_and_bullets() -> None:
    assert sentences("Ja. Nein!\n- 可以。不可以。") == ["Ja.", "Nein!", "可以。", "不可以。"]


def test_it_begins_where_the_question_is_answered() -> None:
    shown = excerpt(SECTION, set(tokens("How many hours for messages on Amazon?")), tokens)
    assert shown.endswith("Amazon: messages are answered within 24 hours, weekends included.")


def test_without_a_shared_word_it_begins_at_the_beginning() -> None:
    assert excerpt(SECTION, {"zoll"}, tokens).startswith("The first rule is simple.")


def test_it_is_short_unless_one_sentence_is_long() -> None:
    assert len(excerpt(SECTION, set(), tokens)) <= LENGTH
    assert excerpt("a" * 500, set(), tokens) == "a" * 500


@given(st.text(min_size=1).filter(lambda text: bool(sentences(text))))
def test_any_text_gives_an_excerpt(text: str) -> None:
    assert excerpt(text, {"a"}, tokens)
