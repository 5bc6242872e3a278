"""Kappa between grader and teachers, and the score that teachers' points make."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.review import Review
from bot.core.words import Verdict
from bot.grading.agreement import FEWEST, Pair, agreement, by_check
from bot.grading.grader import grade
from bot.grading.revision import revised_score
from tests.grading.talks import agent, buyer, rubric, talk


def pairs(**counts: int) -> list[Pair]:
    """`yes_no=5`: five times the grader said yes and the teacher no."""
    words: dict[str, Verdict] = {"yes": "yes", "no": "no", "na": "na"}
    return [
        (words[name.split("_")[0]], words[name.split("_")[1]]) for name, n in counts.items() for _ in range(n)
    ]


def test_kappa_is_that_of_the_textbook() -> None:
    found = agreement(pairs(yes_yes=20, yes_no=5, no_yes=10, no_no=15))
    assert (found.n, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4)


def test_full_agreement_is_one_and_full_disagreement_below_zero() -> None:
    assert agreement(pairs(yes_yes=6, no_no=5, na_na=1)).kappa == 1
    assert agreement(pairs(yes_no=6, no_yes=6)).kappa == -1


def test_too_few_reviews_give_no_kappa_but_the_reason() -> None:
    found = agreement(pairs(yes_yes=FEWEST - 2, no_no=1))
    assert (found.n, found.kappa, found.reason) == (FEWEST - 1, None, "fewer than 10 reviews")


def test_verdicts_that_are_all_alike_give_no_kappa_but_the_reason() -> None:
    found = agreement(pairs(yes_yes=FEWEST))
    assert found.kappa is None
    assert found.reason
    assert "alike" in found.reason


def review(check: str, verdict: Verdict, given: Verdict = "no", points: float = 0.0) -> Review:
    return Review(check, "adjust", given, verdict, points, "Wang Li", 1.0, "so")


def test_each_check_has_its_own_agreement() -> None:
    reviews = [review("greeted", "no")] * 6 + [review("closed", "yes")] * 6
    whole, checks = by_check(reviews)
    assert (whole.n, whole.agreed) == (12, 6)
    assert list(checks) == ["closed", "greeted"]
    assert (checks["closed"].n, checks["closed"].agreed) == (6, 0)


@pytest.fixture
def stored() -> dict[str, Any]:
    words = agent("Auf WhatsApp!", "violate_off_platform_contact")
    return grade(talk(buyer("Wo?", "question"), words), rubric(), {}, "heard", "rules").to_json()


def test_without_reviews_the_score_is_the_graders(stored: dict[str, Any]) -> None:
    assert revised_score(stored, [], rubric().caps) == stored["score"] == 40


def test_a_critical_check_that_a_teacher_acquits_caps_no_more(stored: dict[str, Any]) -> None:
    check = next(c for c in stored["checks"] if c["id"] == "no_off_platform_contact")
    acquitted = review(check["id"], "yes", points=check["of"])
    lost = sum(c["lost"] for c in stored["checks"]) - check["lost"]
    assert revised_score(stored, [acquitted], rubric().caps) == pytest.approx(100 - lost, abs=0.02)
    taken_back = review(check["id"], "no")
    assert revised_score(stored, [acquitted, taken_back], rubric().caps) == 40


def test_what_a_teacher_does_not_want_judged_counts_nowhere(stored: dict[str, Any]) -> None:
    nothing = [review(check["id"], "na") for check in stored["checks"]]
    assert revised_score(stored, nothing, rubric().caps) is None
