"""Two grades of a talk are compared: what is judged otherwise, and whether it passes."""

from __future__ import annotations

from dataclasses import replace

from bot.cli.grade_compare import compared
from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.grading.comparison import Comparison
from bot.grading.grader import grade
from bot.grading.rubric import Rubric
from tests.grading.talks import SHEET, agent, buyer, rubric, talk

ASKED = buyer("Wo ist mein Paket?", "question")
POLITE = agent("Guten Tag! Es liegt beim Zoll, ich melde mich morgen.", "greet", "inform_tracking")
CONTACT = agent("Schreiben Sie mir auf WhatsApp.", "violate_off_platform_contact")


def graded(*said: tuple[object, ...], by: Rubric | None = None, platform: str = "aliexpress") -> Grade:
    return grade(talk(ASKED, *said, platform=platform), by or rubric(), {}, "heard", "rules")


def test_a_grade_differs_from_itself_in_nothing() -> None:
    same = Comparison(graded(POLITE), graded(POLITE))
    assert not same.differs
    assert same.changes == ()
    assert same.accused == ()


def test_another_rubric_changes_points_and_leaves_checks_out() -> None:
    other = rubric().weighed(replace(SHEET, weights={"closed": 10.0, "greeted": 0.0}))
    found = Comparison(graded(POLITE), graded(POLITE, by=other))
    assert [(c.id, c.before is None, c.after is None) for c in found.changes] == [
        ("closed", False, False),
        ("greeted", False, True),
    ]
    assert not found.turned
    told = found.to_json()
    assert told["before"]["grader"]["rubric"] != told["after"]["grader"]["rubric"]
    assert told["changes"][1] == {
        "check": "greeted",
        "title": dict(rubric().checks["greeted"].title),
        "before": {"verdict": "yes", "points": 4, "of": 4},
        "after": None,
    }


def test_what_only_the_newer_grade_accuses_is_told() -> None:
    lawful = graded(POLITE, CONTACT, platform="own_shop")
    found = Comparison(lawful, graded(POLITE, CONTACT))
    assert [violation.act for violation in found.accused] == ["violate_off_platform_contact"]
    assert Comparison(found.after, lawful).accused == ()
    assert found.turned


def test_the_terminal_is_told_the_talks_that_change_and_how_many() -> None:
    lawful, forbidden = graded(POLITE, CONTACT, platform="own_shop"), graded(POLITE, CONTACT)
    pairs = [(lawful, lawful), (lawful, forbidden), (forbidden, lawful)]
    told = "".join(compared([*(Comparison(*pair) for pair in pairs), BadLine(4, "no JSON")]))
    assert f"t: {lawful.score:g} → 40, passes no more\n" in told
    assert "(no_off_platform_contact): yes 10/10 → no 0/10\n      Schreiben Sie mir auf WhatsApp.\n" in told
    assert told.endswith("line 4: no JSON\n2 of 3 change: 1 would pass no more, 1 would pass now\n")
