"""Ears that remember hear the same, at once, and keep no words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.heard import Heard
from bot.core.transcript import Move
from bot.core.words import LANGUAGES
from bot.service.remembering import RememberingEars, RememberingUnderstander
from bot.service.understood import Understood
from tests.understanding.toy import understander

GERMAN = "Ihr Paket ist seit gestern unterwegs."
CONTACT = "Schreiben Sie an anna@example.com oder +49 170 1234567, bitte."


@dataclass
class Counting:
    """Hears as the toy does, and remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def hear_many(self, texts: list[str], languages: list[str | None]) -> list[Heard]:
        self.asked += texts
        return understander().hear_many(texts, languages)

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        self.asked.append(text)
        return (Move(f"in_{language}"), Move("question"))


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "1.db"


def test_a_text_is_understood_once(counting: Counting, file: Path) -> None:
    for _ in range(2):
        ears = RememberingUnderstander(counting, Understood(file))
        first, second = ears.hear_many([GERMAN, GERMAN], ["de", "de"])
        assert first == second
        assert first.text == GERMAN
    assert counting.asked == [GERMAN]


def test_only_a_text_that_shows_no_language_is_heard_by_each(counting: Counting, file: Path) -> None:
    ears = RememberingUnderstander(counting, Understood(file))
    heard = [ears.hear_many(["Ok!", GERMAN], [language] * 2) for language in ("de", "ru")]
    assert counting.asked == ["Ok!", GERMAN, "Ok!"]
    assert [one.act_ids for one, _ in heard] == [("in_de",), ("in_ru",)]
    assert heard[0][1] == heard[1][1]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text() | st.sampled_from([CONTACT, f"\u200b{CONTACT}", "\ud83d 12 €", ""]), st.sampled_from(LANGUAGES)
)
def test_what_is_read_is_what_was_heard(tmp_path: Path, text: str, language: str) -> None:
    plain = understander().hear_many([text], [language])
    for _ in range(2):
        kept = RememberingUnderstander(Counting(), Understood(tmp_path / "kept.db")).hear_many(
            [text], [language]
        )
        assert [one.to_json() for one in kept] == [one.to_json() for one in plain]


def test_no_word_is_kept(counting: Counting, file: Path) -> None:
    RememberingUnderstander(counting, Understood(file)).hear_many([CONTACT], ["de"])
    RememberingEars(counting, Understood(file)).hear(CONTACT, "de")
    content = file.read_bytes()
    assert [part for part in (b"anna", b"1701234567", b"Schreiben") if part in content] == []


def test_the_moves_of_a_turn_are_heard_once_in_a_language(counting: Counting, file: Path) -> None:
    for language in ("de", "de", "ru"):
        ears = RememberingEars(counting, Understood(file))
        assert ears.hear("Wo?", language) == (Move(f"in_{language}"), Move("question"))
    assert counting.asked == ["Wo?", "Wo?"]
