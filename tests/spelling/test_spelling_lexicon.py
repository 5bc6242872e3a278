"""Lexicons: what is built, and how it is looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.errors import NotReady
from bot.spelling import folder
from bot.spelling.build import nouns, right_words
from bot.spelling.lexicon import Lexicon, pack


def test_a_lexicon_holds_its_words_and_no_others(tmp_path: Path) -> None:
    words = [f"слово{i}" for i in range(1000)] + ["größe", "año"]
    (tmp_path / "words").write_bytes(pack(words))
    lexicon = Lexicon(tmp_path / "words")
    assert len(lexicon) == len(words)
    assert all(word in lexicon for word in words)
    assert not any(f"wort{i}" in lexicon for i in range(1000))


def test_a_missing_lexicon_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match=r"lexicon missing.*make setup"):
        folder.current(tmp_path)
    place = folder.expected(tmp_path)
    place.mkdir(parents=True)
    for name in folder.FILES:
        (place / name).write_bytes(pack(["a"]))
    assert folder.current(tmp_path) == place


def test_old_german_forms_are_left_out() -> None:
    forms = {"daß", "Straße", "Paket", "E-Mail"}
    assert right_words("de", {"dass", "straße"}, forms) == {"dass", "straße", "paket"}
    assert nouns(forms) == {"straße", "paket"}


def test_a_spanish_future_without_accent_is_left_out() -> None:
    forms = {"enviar", "enviaré", "enviare", "preparar", "preparé", "prepare"}
    assert right_words("es", set(), forms) == forms - {"enviare"}


def test_russian_words_are_kept_without_ё() -> None:
    assert right_words("ru", {"ещё"}, {"Пётр"}) == {"еще", "петр"}
