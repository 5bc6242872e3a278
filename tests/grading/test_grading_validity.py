"""What the figures mean; and that the grader, with what it hears today, falls below none of them."""

from __future__ import annotations

import pytest

from bot import bootstrap
from bot.content.conversations import load_conversations
from bot.core.grade import Grade, GraderVersion, Violation
from bot.core.transcript import Transcript, Turn
from bot.core.words import LANGUAGES
from bot.grading.validity import Kind, Known, Planted, errors, measure
from bot.settings import ROOT

REACHED = {"": (0.91, 0.05, 0.97, 1.1), "further.": (0.91, 0.10, 1.0, 2.5)}
"""What the grader reaches over all languages on each set: planted found, clean accused, pairs in order, false
accusations in a hundred turns; see docs/grading.md for each language.
"""

CONTACT = Planted(1, "violate_off_platform_contact", "on WhatsApp")


def known(kind: Kind, *planted: Planted, group: str | None = None) -> Known:
    turns = (Turn("buyer", 0, "Where is it?"), Turn("agent", 60, "Write me on WhatsApp."))
    transcript = Transcript(f"{group}-{kind}", "en", "ebay", "GB", "chat", "after_sales", turns)
    return Known(kind, group, planted, transcript)


def graded(score: float, *acts: str) -> Grade:
    found = tuple(Violation(act, "check", 1, 0, 5, "Write", "topic", True) for act in acts)
    return Grade(
        transcript="t",
        scenario=None,
        score=score,
        passed=None,
        pass_mark=70,
        cap=None,
        grader=GraderVersion("1", "r", "r", "u"),
        dimensions={},
        checks=(),
        violations=found,
        indices=(),
    )


def test_a_planted_violation_is_found_by_act_and_turn() -> None:
    one = known("planted", CONTACT)
    assert measure([(one, graded(40, CONTACT.act))]).found == 1
    assert measure([(one, graded(40, "violate_rude"))]).found == 0
    missed, wrong = errors(one, graded(40, "violate_rude"))
    assert missed == [CONTACT]
    assert [violation.act for violation in wrong] == ["violate_rude"]


def test_who_is_clean_and_accused_counts_by_conversation_and_by_turn() -> None:
    found = measure([(known("clean"), graded(40, CONTACT.act))] * 2)
    assert (found.clean, found.accused, found.false_per_turn) == (2, 1, 100)


def test_three_ways_make_three_pairs() -> None:
    scores: dict[Kind, float] = {"poor": 20, "fair": 90, "good": 80}
    found = measure([(known(way, group="g"), graded(score)) for way, score in scores.items()])
    assert found.pairs == 3
    assert found.ordered == pytest.approx(2 / 3)
    assert measure([(known("clean"), graded(20))]).ordered is None


@pytest.mark.slow
@pytest.mark.parametrize("set_", REACHED)
def test_accusations_and_scores_are_as_valid_as_they_were(set_: str) -> None:
    grade = bootstrap.grader().grade
    least_found, most_accused, least_ordered, most_false = REACHED[set_]
    found = measure(
        [
            (one, grade(one.transcript))
            for language in LANGUAGES
            for one in load_conversations(ROOT / "tests" / "conversations" / f"{set_}{language}.jsonl")
        ]
    )
    assert found.found >= least_found
    assert found.accused <= most_accused
    assert found.ordered is None or found.ordered >= least_ordered
    assert found.false_per_turn <= most_false
