"""Checks that a scenario brings itself, and those that it calls critical."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.grade import Grade
from bot.grading import grader
from bot.grading.checks.own import judge_of
from bot.grading.rubric import CheckSpec, OwnCheck
from tests.grading.talks import SHEET, agent, buyer, rubric, rules, span, talk

HALF = "Danke. Die letzte Scan-Meldung kam am Montag, wie Sie sehen."
SPEC = CheckSpec(
    id="scan_named",
    dimension="resolution",
    critical=False,
    of=6.0,
    title={"zh": "说出扫描", "en": "The last scan is named"},
    advice={"zh": "说出日期。", "en": "Name the day."},
    topic="parcel-delayed",
    section="What to do",
    phrase="scan_named",
)
SAYS = {"de": ("letzte Scan",)}
SCAN = OwnCheck(SPEC, ("inform_order_status",), SAYS, phrase={"de": "Der letzte Scan ist vom Montag."})
NO_MARK = OwnCheck(SPEC, says={"de": ("TÜV",)}, never=True)

WHERE = buyer("Wo ist mein Paket?", "question")
NAMED = agent("Der letzte Scan ist vom Montag.", "inform_order_status")
UNNAMED = agent("Es ist unterwegs.", "inform_order_status")
ASKED = agent("Sehen Sie dort auch, was der letzte Scan war?", "ask_problem_details")


def words(*said: str) -> OwnCheck:
    """A check that these words are said."""
    return OwnCheck(SPEC, says={"de": said})


def verdict(own: OwnCheck, *turns: tuple[object, ...]) -> str:
    return judge_of(own)(talk(WHERE, *turns, sheet=SHEET)).verdict


def graded(critical: frozenset[str], *turns: tuple[object, ...]) -> Grade:
    sheet = replace(SHEET, checks=(SCAN,), critical=critical)
    of = talk(WHERE, *turns, sheet=sheet)
    return grader.grade(of, rubric().weighed(sheet), {}, "heard", rules().digest)


@pytest.mark.parametrize(
    ("own", "turn", "expected"),
    [
        (SCAN, NAMED, "yes"),
        (SCAN, UNNAMED, "no"),
        (SCAN, ASKED, "no"),
        (replace(SCAN, says={}), UNNAMED, "yes"),
        (replace(SCAN, does=()), agent("LETZTE SCANS", "greet"), "yes"),
        (replace(SCAN, does=()), ASKED, "yes"),
        (replace(SCAN, never=True), NAMED, "no"),
        (NO_MARK, agent("Alle Leuchten sind TÜV-geprüft.", "inform_specification"), "no"),
        (NO_MARK, agent("Keine unserer Leuchten ist TÜV-geprüft.", "inform_specification"), "yes"),
        (NO_MARK, agent("Brauchen Sie etwas, das TÜV-geprüft ist?", "ask_needs"), "yes"),
        (
            words("rauch"),
            agent("Wir brauchen ein Foto.", "ask_evidence"),
            "no",
        ),
        (words("2020"), agent("Nummer 20201, 12020.", "inform_stock"), "no"),
        (
            words("16 €"),
            agent("Das macht 16\u00a0€.", "inform_price"),
            "yes",
        ),
        (replace(SCAN, never=True), UNNAMED, "yes"),
        (SCAN, agent(HALF, span(HALF, "wie Sie sehen", "inform_order_status")), "yes"),
        (SCAN, agent(HALF, span(HALF, "Danke.", "inform_order_status")), "no"),
        (words("geht’s"), agent("Wie geht's?", "greet"), "yes"),
        (replace(SCAN, says={"es": ("escaneo",)}), NAMED, "na"),
    ],
)
def test_it_is_kept_where_the_agent_does_and_says_what_is_meant(
    own: OwnCheck, turn: tuple[object, ...], expected: str
) -> None:
    assert verdict(own, turn) == expected


def test_without_a_reply_it_is_not_judged() -> None:
    assert verdict(SCAN) == "na"


def test_what_is_kept_is_quoted_and_what_is_left_undone_is_due_with_the_last_turn() -> None:
    assert judge_of(SCAN)(talk(WHERE, NAMED, sheet=SHEET)).evidence[0].quote == "letzte Scan"
    due = judge_of(SCAN)(talk(WHERE, UNNAMED, sheet=SHEET)).evidence[0]
    assert (due.turn, due.quote) == (1, None)


def test_it_stands_in_the_grade_with_its_points_advice_and_phrase() -> None:
    found = next(check for check in graded(frozenset(), UNNAMED).checks if check.id == "scan_named")
    assert (found.verdict, found.points, found.of, found.critical) == ("no", 0, 6, False)
    assert found.advice == SPEC.advice
    assert found.phrase == "Der letzte Scan ist vom Montag."
    assert (found.topic, found.section) == ("parcel-delayed", "What to do")


def test_a_critical_one_caps_the_score_as_those_of_the_contract_do() -> None:
    assert graded(frozenset(), UNNAMED).cap is None
    cap = graded(frozenset({"scan_named"}), UNNAMED).cap
    assert cap is not None
    assert cap.because == ("scan_named",)
    assert graded(frozenset({"scan_named"}), NAMED).cap is None


def test_a_check_of_the_contract_can_be_critical_in_one_scenario() -> None:
    cap = graded(frozenset({"greeted"}), NAMED).cap
    assert cap is not None
    assert cap.because == ("greeted",)


def test_the_points_of_all_checks_still_account_for_the_score() -> None:
    grade = graded(frozenset(), UNNAMED)
    assert grade.score == pytest.approx(100 - sum(check.lost for check in grade.checks), abs=0.01)
