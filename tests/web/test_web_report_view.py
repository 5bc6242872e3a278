"""A grade, arranged for readers."""

from __future__ import annotations

import pytest

from bot.store.records import StoredTurn
from bot.web.pages import figure
from bot.web.report_view import before_cap, conversation, dimensions, lessons
from bot.web.texts import texts
from tests.service.fakes import grade

TURNS = [StoredTurn(0, "buyer", 0.0, "Wo bleibt es?"), StoredTurn(1, "agent", 9.0, "Guten Tag Frau Weber")]
TRANSCRIPT = {
    "id": "t",
    "scenario": None,
    "turns": [
        {"from": "buyer", "text": t.text} if t.side == "buyer" else {"from": "agent", "text": t.text}
        for t in TURNS
    ],
}
GRADE = grade(TRANSCRIPT)


def test_dimensions_come_in_order_with_broken_checks_first_and_excused_apart() -> None:
    found = dimensions(GRADE)
    assert [d.id for d in found] == ["response_time", "resolution", "compliance", "communication"]
    assert [c["id"] for c in found[1].judged] == ["next_step_named"]
    assert [c["id"] for c in found[1].excused] == ["remedy_lawful"]
    assert found[3].score is None


def test_the_score_before_a_cap_is_what_the_checks_leave() -> None:
    told = {**GRADE, "checks": [{**check, "lost": 7.25} for check in GRADE["checks"]]}
    assert before_cap(told) == round(100 - 7.25 * len(GRADE["checks"]), 1)
    assert before_cap({**told, "checks": [*told["checks"], {"id": "greeted"}]}) is None


def test_money_is_shown_to_the_cent_in_its_currency() -> None:
    index = {"value": 1234.5, "unit": "money", "currency": "EUR"}
    assert figure(index, texts("en")) == "1,234.50 EUR"
    assert figure({**index, "value": 35.0}, texts("zh")) == "35 EUR"


def test_critical_lessons_come_first() -> None:
    assert [c["id"] for c in lessons(GRADE)] == ["no_off_platform_contact", "next_step_named"]
    assert len(lessons(GRADE, most=1)) == 1


def test_quotes_are_marked_and_what_was_left_undone_is_named_where_it_was_due() -> None:
    buyer, agent = conversation(GRADE, TURNS)
    assert [s.text for s in buyer.lines] == ["Wo bleibt es?"]
    assert agent.lines[0].text == "Guten Tag Fr"
    assert agent.lines[0].bad
    assert agent.due == ["next_step_named"]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(156.4, "s", "156.4 s"), (3_600.0, "s", "1 h"), (15_300.0, "s", "4.2 h"), (0.35, "ratio", "35 %")],
)
def test_waits_of_hours_are_told_in_hours_and_ratios_in_per_cent(value: float, unit: str, shown: str) -> None:
    assert figure({"value": value, "unit": unit}, texts("en")) == shown
