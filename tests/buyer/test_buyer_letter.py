"""The buyer who writes letters: several points at once, in the form of a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Line, Scenario
from bot.core.words import LANGUAGES, Language
from tests.buyer.talks import DAY, heard, late_parcel


def by_mail() -> Scenario:
    subject: dict[str, tuple[Line, ...]] = dict.fromkeys(LANGUAGES, (Line("Order {order_number}"),))
    return replace(late_parcel(), channel="email", subject=subject, traps=())


def opened(language: Language = "de", seed: int = 3) -> Step:
    scenario = by_mail()
    return engine.begin(scenario, Casting(language, scenario.variant(language), seed, DAY))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_has_salutation_points_and_close_with_the_name(language: Language) -> None:
    letter = opened(language)
    first, *points, last = letter.text.split("\n\n")
    assert len(first) < 45
    assert len(points) == 4
    assert last.endswith(by_mail().variant(language).buyer.name)


def test_the_subject_stays_and_answers_say_so() -> None:
    letter = opened()
    assert letter.subject == "Order LT-48213076"
    answer = engine.step(by_mail(), letter.state, heard("greet"), 60.0)
    assert answer.subject == "AW: Order LT-48213076"


def test_all_needs_up_to_the_next_trap_stand_in_the_first_letter() -> None:
    asked = {move.need for move in opened().moves if move.need}
    assert asked == {"where-is-parcel", "arrives-by-date", "compensation"}


def test_what_a_letter_leaves_unanswered_is_asked_for_together() -> None:
    answer = engine.step(by_mail(), opened().state, heard("greet", "inform_tracking"), 60.0)
    assert {"arrives-by-date", "compensation"} <= {move.need for move in answer.moves if move.need}


def test_salutation_and_close_do_not_change_while_the_mood_does_not() -> None:
    letter = opened()
    answer = engine.step(by_mail(), letter.state, heard("greet", "inform_tracking"), 60.0)
    assert answer.text.split("\n\n")[0] == letter.text.split("\n\n")[0]
