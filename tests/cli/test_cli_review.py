"""`silkdesk review` over a database of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import bootstrap
from bot.cli import evaluate
from bot.cli.evaluate_reviews import lines, reviews
from bot.grading.grader import grade
from bot.settings import settings
from bot.store.migrate import migrate
from bot.store.records import Attempt, StoredTurn
from tests.cli.conftest import Run
from tests.grading.talks import agent, buyer, rubric, talk

CACHED = (settings, bootstrap.database, bootstrap.attempts, bootstrap.reviews)
REVIEW = ("review", "a-1", "greeted")


@pytest.fixture(autouse=True)
def _database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("SILKDESK_DATABASE_URL", f"sqlite:///{tmp_path / 'silkdesk.db'}")
    for cached in CACHED:
        cached.cache_clear()
    migrate(settings().database)
    given = grade(talk(buyer("Wo?", "question"), agent("Im Zoll.")), rubric(), {}, "h", "r").to_json()
    bootstrap.attempts().add(Attempt("a-1", "alice", "late-parcel", "de", "ebay", "DE", 7, "practice", 1.0))
    bootstrap.attempts().add_grade("a-1", given, 2.0)
    yield
    for cached in CACHED:
        cached.cache_clear()


def test_a_review_is_kept_and_shown_with_what_it_makes_of_the_score(run: Run) -> None:
    made = run(*REVIEW, "adjust", "--verdict", "yes", "--by", "Wang Li", "--reason", "A follow-up.", "--json")
    assert made.status == 0
    (told,) = made.lines
    assert [(r["check"], r["verdict"], r["author"]) for r in told["reviews"]] == [
        ("greeted", "yes", "Wang Li")
    ]
    assert told["revised_score"] > told["score"]
    shown = run("review", "a-1").out
    assert shown.startswith("a-1 of visitor alice: ")
    assert "greeted: adjust (" in shown
    assert "by Wang Li, " in shown
    assert shown.rstrip().endswith("A follow-up.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "nobody"),
        REVIEW,
        (*REVIEW, "accept"),
        (*REVIEW, "accept", "--by", "Wang Li"),
        (*REVIEW, "praise", "--by", "Wang Li", "--reason", "so"),
        (*REVIEW, "adjust", "--by", "Wang Li", "--reason", "so"),
        ("review", "a-1", "nothing", "accept", "--by", "Wang Li", "--reason", "so"),
    ],
)
def test_what_cannot_be_reviewed_is_one_line_and_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("silkdesk: ")
    assert ran.err.count("\n") == 1


def test_evaluate_counts_the_reviews_and_says_where_they_are_too_few(run: Run) -> None:
    run(*REVIEW, "accept", "--by", "Wang Li", "--reason", "so")
    found = reviews()
    assert found["checks"]["greeted"]["n"] == found["overall"]["n"] == found["overall"]["agreed"] == 1
    assert found["overall"]["kappa"] is None
    assert "fewer than 10 reviews" in "\n".join(lines(found))


def test_evaluate_measures_one_part_and_keeps_the_figures_of_the_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "evaluation.json"
    kept.write_text('{"shell": {"passed": true}}')
    monkeypatch.setattr(evaluate, "EVALUATION", kept)
    (told,) = run("evaluate", "--part", "reviews", "--json").lines
    assert list(told) == ["reviews"]
    assert set(json.loads(kept.read_text())) == {"shell", "reviews"}


@pytest.mark.slow
def test_practices_are_graded_with_the_reviews_beside_them(run: Run) -> None:
    turns = [
        StoredTurn(0, "buyer", 0.0, "Wo ist mein Paket?", ({"move": "question"},)),
        StoredTurn(1, "agent", 9.0, "Guten Tag, es liegt beim Zoll."),
    ]
    bootstrap.attempts().add_turns("a-1", turns)
    run(*REVIEW, "accept", "--by", "Wang Li", "--reason", "so")
    (given,) = run("grade", "--practices", "--json").lines
    assert [(made["check"], made["decision"]) for made in given["reviews"]] == [("greeted", "accept")]
    assert run("grade", "--practices", "--since", "2026-01-01", "--json").lines == []
    (told,) = run("grade", "--practices", "--visitor", "alice", "--indices", "--json").lines
    assert told["talks"] == told["indices"]["first_response_time"]["n"] == 1
