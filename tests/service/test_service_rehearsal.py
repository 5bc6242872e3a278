"""A rehearsal's clock: a chat's seconds are real ones, letters go by the office clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.buyer.scenario import Casting, Line, Scenario
from bot.core.heard import Heard
from bot.core.words import LANGUAGES
from bot.service import rehearsal
from bot.service.office import DAY, HOUR
from bot.service.rehearsal import Rehearsal, Speaker
from tests.buyer.talks import heard, late_parcel

THURSDAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)


class Hears:
    """Hears in everything that the agent looks into it."""

    def hear(self, text: str, language: str | None = None) -> Heard:
        return heard("acknowledge", text=text, language=language or "de")


def by_mail() -> Scenario:
    return replace(late_parcel(), channel="email", subject=dict.fromkeys(LANGUAGES, (Line("Paket"),)))


def silent_once() -> Speaker:
    """Says nothing, then one sentence, then no more."""
    said = iter([None, "Ich prüfe das."])
    return lambda _step: next(said)


def rehearsed(scenario: Scenario, speaker: Speaker, within: float | None = None) -> Rehearsal:
    casting = Casting("de", scenario.variant("de"), 1, THURSDAY)
    return rehearsal.play(scenario, casting, speaker, Hears(), within=within)


def test_in_a_chat_the_agent_answers_within_seconds() -> None:
    played = rehearsed(late_parcel(), silent_once())
    assert [(turn.side, turn.at) for turn in played.turns] == [
        ("buyer", 0.0),
        ("buyer", 180.0),
        ("agent", 205.0),
        ("buyer", 209.0),
    ]
    assert played.transcript.date == "2026-11-26"


def test_a_letter_is_answered_within_minutes_and_the_buyer_writes_back_after_hours() -> None:
    _, agent, buyer = rehearsed(by_mail(), rehearsal.scripted(["Ich prüfe das."])).turns
    assert agent.at == 25 * 60
    assert buyer.at > HOUR


@pytest.mark.parametrize(("within", "hours"), [(None, 24.0), (4.0, 4.0)])
def test_the_buyer_writes_again_when_the_time_for_an_answer_is_over(
    within: float | None, hours: float
) -> None:
    _, again, _, _ = rehearsed(by_mail(), silent_once(), within).turns
    assert (again.side, again.at) == ("buyer", hours * HOUR)


def test_a_letter_of_the_night_waits_from_when_the_office_opens() -> None:
    played = rehearsed(by_mail(), rehearsal.scripted(["Ich prüfe das."] * 8))
    buyers = [turn.at for turn in played.turns if turn.side == "buyer"]
    assert all(at % DAY < 9 * HOUR for at in buyers)
    assert any(at >= DAY for at in buyers)


def test_letters_begin_on_the_monday_of_the_week() -> None:
    assert rehearsed(by_mail(), silent_once()).transcript.date == MONDAY.isoformat()
