"""Words for BM25: the same word in another form gives the same token."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.retrieval.tokens import is_chinese, tokens


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Refunds", "refunded", "en"),
        ("Erstattungen", "ERSTATTUNG", "de"),
        ("посылки", "посылку", "ru"),
        ("reembolsos", "Reembolso", "es"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert tokens(one, language) == tokens(other, language)
    assert set(tokens(one)) & set(tokens(other, language))


def test_chinese_gives_pairs_of_characters_and_keeps_foreign_words() -> None:
    assert tokens("退货运费IOSS") == ["退货", "货运", "运费", "ioss"]
    assert tokens("税") == ["税"]


def test_numbers_and_short_names_stay() -> None:
    assert tokens("16 CFR 465, 14 days", "en") == ["16", "cfr", "465", "14", "day"]


def test_signs_alone_give_nothing() -> None:
    assert tokens("?! 🙂 … —") == []


def test_a_chinese_question_may_name_foreign_words() -> None:
    assert is_chinese("可以用PayPal付款吗")
    assert is_chinese("IOSS是什么")
    assert not is_chinese("What does 好评 mean?")
    assert not is_chinese("")


@given(st.text())
def test_any_text_is_cut_into_words_that_are_not_empty(text: str) -> None:
    assert all(tokens(text))
