"""How a talk in a terminal is printed."""

from __future__ import annotations

import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bot.buyer.draft import Step
from bot.buyer.state import BuyerState
from bot.cli.scenario_play import Retold, aloud, level_of, script_lines, teller
from bot.core.errors import BadRequest
from bot.core.heard import Heard, HeardAct, HeardSegment

STATE = BuyerState("de", "ebay", "DE", 1, "2026-11-26", 0.5, 0.5, {}, {})


def printed(capsys: pytest.CaptureFixture[str], explain: bool, gloss: str | None) -> list[str]:
    teller(explain)(Step(STATE, "Guten Tag!", (), None, ("turn",), gloss=gloss))
    return capsys.readouterr().out.splitlines()


def test_an_explained_turn_has_its_reasons_and_its_gloss(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, True, "您好！") == ["    · turn", "buyer: Guten Tag!", "       [您好！]"]


def test_a_turn_without_a_gloss_prints_no_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, True, None) == ["    · turn", "buyer: Guten Tag!"]


def test_a_letter_has_its_subject_above_it(capsys: pytest.CaptureFixture[str]) -> None:
    teller(False)(Step(STATE, "Guten Tag!", (), None, (), subject="Paket"))
    assert capsys.readouterr().out.splitlines() == ["subject: Paket", "buyer: Guten Tag!"]


def test_a_turn_that_is_not_explained_is_the_buyers_words_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, False, "您好！") == ["buyer: Guten Tag!"]


def test_who_speaks_by_a_script_is_read_too(capsys: pytest.CaptureFixture[str]) -> None:
    said = iter(["Good morning!", None])
    speak = aloud(lambda _step: next(said))
    step = Step(STATE, "Guten Tag!", (), None, ())
    assert [speak(step), speak(step)] == ["Good morning!", None]
    assert capsys.readouterr().out.splitlines() == ["agent: Good morning!", "agent: (silence)"]


def test_a_script_comes_from_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"Good morning!\n\nGoodbye!\n")))
    assert script_lines(Path("-")) == ["Good morning!", "Goodbye!"]


def test_a_level_of_text_that_there_is_not_is_named() -> None:
    with pytest.raises(BadRequest, match="--cefr: C1 is none of A2, B2"):
        level_of("C1")


class HearsThanks:
    """Hears thanks in the first five letters of a text that begins so; sentences are clauses."""

    def hear(self, text: str, language: str | None = None) -> Heard:
        acts = (HeardAct("thank", 0.912, 0, 5),) if text.startswith("Danke") else ()
        parts = tuple(HeardSegment(m.start(), m.end()) for m in re.finditer(r"\w[^.!?]*.", text))
        return Heard(text, language, 1.0, acts, segments=parts)


def test_an_explained_talk_tells_what_was_heard_in_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    understander = Retold(HearsThanks())
    understander.hear("Danke sehr! Hm. Das blaue? ", "de")
    understander.hear("Danke sehr!", "de")
    understander.hear("Hm.", "de")
    assert capsys.readouterr().out.splitlines() == [
        "    · heard thank (0.91) in “Danke”",
        "    · nothing heard in: “Hm.”, “Das blaue?”",
        "    · heard thank (0.91) in “Danke”",
        "    · heard nothing that it knows",
    ]
