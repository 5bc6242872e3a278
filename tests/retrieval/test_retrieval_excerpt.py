"""Excerpts: whole sentences, the ones that say most about what was asked."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.excerpt import LENGTH, excerpt, plain, sentences
from bot.retrieval.tokens import tokens
from tests.grading.talks import articles

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
    texts = [sentence.text for sentence in sentences("Ja. Nein!\n- 可以。不可以。")]
    assert texts == ["Ja.", "Nein!", "可以。", "不可以。"]


def test_it_begins_where_the_question_is_answered() -> None:
    shown = excerpt(SECTION, set(tokens("How many hours for messages on Amazon?")), tokens)
    assert shown.endswith("Amazon: messages are answered within 24 hours, weekends included.")


def test_without_a_shared_word_it_begins_at_the_beginning() -> None:
    assert excerpt(SECTION, {"zoll"}, tokens).startswith("The first rule is simple.")


def test_it_is_short_unless_one_sentence_is_long() -> None:
    assert len(excerpt(SECTION, set(), tokens)) <= LENGTH
    assert excerpt("a" * 500, set(), tokens) == "a" * 500


OPEN = (
    "- First an article is kept back for long; an Ozon buyer has 15 or 30 days; "
    + "more " * 50
    + ("(to be checked)\n- This is sure.")
)


@pytest.mark.parametrize(
    ("section", "asked", "end"),
    [
        (OPEN, "the Ozon buyer's days", "an Ozon buyer has 15 or 30 days; (to be checked)"),
        (OPEN, "what is sure", "This is sure."),
        (OPEN, "more and more", "more more (to be checked)"),
        (
            "- 期限为15天或30天；" + "另有规定，" * 60 + "以页面为准（待核实）",
            "期限",
            "期限为15天或30天；（待核实）",
        ),
        ("- This is open (to be checked). " + "This is sure. " * 30, "sure", "This is sure."),
    ],
)
def test_what_is_to_be_checked_is_never_shown_without_its_mark(section: str, asked: str, end: str) -> None:
    assert excerpt(section, set(tokens(asked)), tokens).endswith(end)


def test_no_statement_of_the_shipped_articles_loses_its_mark() -> None:
    tried = 0
    for article in articles().values():
        for language, sections in article.sections.items():
            tokenize = partial(tokens, language=language)
            for text in (section.text for section in sections):
                for one in (sentence for sentence in sentences(text) if sentence.mark):
                    shown = excerpt(text, set(tokenize(one.text)), tokenize)
                    tried += one.text in shown
                    assert one.text not in shown or one.mark in shown
    assert tried > 100


@given(st.text(min_size=1).filter(lambda text: bool(sentences(text))))
def test_any_text_gives_an_excerpt(text: str) -> None:
    assert excerpt(text, {"a"}, tokens)
