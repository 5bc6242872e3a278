"""One changed sentence of a faultless talk breaks the check that it should; a harmless change breaks none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot import bootstrap
from bot.content.contract import checks
from bot.content.transcripts import read_transcript
from bot.content.yaml_file import load
from bot.core.grade import Grade
from bot.core.words import LANGUAGES

Case = tuple[dict[str, Any], dict[str, Any]]
FEWEST, FEWEST_CHECKS = 12, 10
"""Changes a language that break something, and different checks that they break."""


PAUSE = 20
"""Seconds between two turns, where the talk names none."""


@cache
def talks(language: str) -> list[dict[str, Any]]:
    path = Path(__file__).with_name(f"counterfactuals.{language}.yml")
    file, problems = load(path, "counterfactuals", path.name)
    assert file, problems
    assert [str(problem) for problem in problems] == []
    return list(file.data["talks"])


def cases(kind: str) -> list[Any]:
    return [*_cases(kind)]


def _cases(kind: str) -> Iterator[Any]:
    for language in LANGUAGES:
        for talk in talks(language):
            for i, change in enumerate(talk[kind]):
                name = change.get("kind") or "+".join(change["breaks"])
                wrong = change.get("known_failure")
                marks = [pytest.mark.xfail(reason=wrong)] if wrong else []
                yield pytest.param((talk, change), id=f"{language}-{talk['id']}-{i}-{name}", marks=marks)


@cache
def grade(language: str, id: str, instead_of: str = "", said: str = "") -> Grade:
    """The grade of a talk in which one thing is said instead of another."""
    talk = next(one for one in talks(language) if one["id"] == id)
    turns: list[dict[str, Any]] = []
    for turn in talk["turns"]:
        side, text = told(turn)
        words = text.replace(instead_of, said).strip() if instead_of else text
        at = turns[-1]["at"] + turn.get("after", PAUSE) if turns else 0.0
        turns.append({"from": side, "at": at, "text": " ".join(words.split())})
    return bootstrap.grader().grade(read_transcript({"id": id, **talk["about"], "turns": turns}))


def told(turn: dict[str, Any]) -> tuple[str, str]:
    """Who speaks in a turn, and what."""
    side = "buyer" if "buyer" in turn else "agent"
    return side, turn[side]


def verdicts(case: Case) -> tuple[dict[str, str], dict[str, str]]:
    """Check id to verdict, before and after."""
    talk, change = case
    which = talk["about"]["language"], talk["id"]
    before, after = grade(*which), grade(*which, change["instead_of"], change["said"])
    return {c.id: c.verdict for c in before.checks}, {c.id: c.verdict for c in after.checks}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_changes_over_many_checks_and_each_has_its_place(language: str) -> None:
    breaking = [(talk, change) for talk in talks(language) for change in talk["breaking"]]
    broken = {check for _, change in breaking for check in change["breaks"]}
    assert len(breaking) >= FEWEST
    assert len(broken) >= FEWEST_CHECKS
    assert broken <= set(checks())
    for talk in talks(language):
        said = "\n".join(told(turn)[1] for turn in talk["turns"])
        places = [c["instead_of"] for c in (*talk["breaking"], *talk["harmless"])]
        assert [words for words in places if said.count(words) != 1] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faultless_talk_breaks_no_check(language: str) -> None:
    broken = {
        (talk["id"], check.id)
        for talk in talks(language)
        for check in grade(language, talk["id"]).checks
        if check.verdict == "no"
    }
    assert broken == set()


@pytest.mark.slow
@pytest.mark.parametrize("case", cases("breaking"))
def test_just_the_matching_check_changes(case: Case) -> None:
    before, after = verdicts(case)
    assert {id: after[id] for id in before if after[id] != before[id]} == dict.fromkeys(
        case[1]["breaks"], "no"
    )


@pytest.mark.slow
@pytest.mark.parametrize("case", cases("harmless"))
def test_a_harmless_change_breaks_nothing(case: Case) -> None:
    before, after = verdicts(case)
    assert [id for id in before if after[id] == "no" and before[id] != "no"] == []
