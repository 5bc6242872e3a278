"""The buyer who writes letters: several points at once, in the form of a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.letter import signature
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


@pytest.mark.parametrize(
    ("language", "signed"),
    [
        ("en", "We are looking into it.\nKind regards\nMei Lin, Bambela"),
        ("de", "Wir prüfen das. Mit freundlichen Grüßen Mei Lin"),
        ("ru", "Проверяем.\nС уважением, Олег"),
        ("es", "Lo estamos mirando. Un saludo, Teresa."),
    ],
)
def test_later_letters_greet_the_agent_by_the_name_it_signed_with(language: Language, signed: str) -> None:
    step = opened(language)
    answer = engine.step(
        by_mail(), step.state, heard("inform_tracking", text=signed, language=language), 60.0
    )
    assert answer.state.agent in ("Mei Lin", "Олег", "Teresa")
    assert answer.state.agent in answer.text.split("\n\n")[0]


def test_later_letters_to_who_did_not_sign_come_without_salutation() -> None:
    letter = opened()
    answer = engine.step(by_mail(), letter.state, heard("greet", "inform_tracking"), 60.0)
    assert answer.text.split("\n\n")[0] != letter.text.split("\n\n")[0]
    assert "!" not in answer.text.split("\n\n")[0][:12]


@pytest.mark.parametrize(
    "text", ["Kind regards", "Mit freundlichen Grüßen", "Regards, your support team", "Hi"]
)
def test_no_name_is_read_where_none_stands(text: str) -> None:
    assert signature(text) == ""


def test_under_a_single_line_stands_the_name_alone() -> None:
    only_one = replace(by_mail(), needs=by_mail().needs[:1])
    step = engine.begin(only_one, Casting("de", only_one.variant("de"), 3, DAY))
    answer = engine.step(only_one, step.state, heard("promise_follow_up"), 60.0)
    assert answer.text.split("\n\n")[1:] == [only_one.variant("de").buyer.name]


def test_the_last_letter_expects_no_answer() -> None:
    step = opened()
    while not step.ended:
        step = engine.step(by_mail(), step.state, heard("violate_rude", text=f"{step.state.turn}"), 60.0)
    assert step.text.split("\n\n")[-1] == by_mail().variant("de").buyer.name


def test_a_letter_that_asks_nothing_thanks_for_nothing_in_advance() -> None:
    """Everything is answered at once: thanks, and the name alone."""
    scenario = by_mail()
    state = replace(opened().state, closing=False)
    met = {id: replace(need, status="met") for id, need in state.needs.items()}
    waits = {**met, "compensation": replace(met["compensation"], status="asked")}
    answer = engine.step(scenario, replace(state, needs=waits), heard("offer_discount", text="20 %"), 60.0)
    assert answer.state.closing
    assert answer.text.split("\n\n")[-1] == scenario.variant("de").buyer.name


def test_only_the_first_answer_has_a_salutation() -> None:
    signed = replace(
        heard("promise_follow_up", language="en"), text="We are looking into it.\nKind regards\nMei Lin"
    )
    first = engine.step(by_mail(), opened("en").state, signed, 60.0)
    second = engine.step(by_mail(), first.state, signed, 60.0)
    assert "Mei Lin" in first.text
    assert "Mei Lin" not in second.text
