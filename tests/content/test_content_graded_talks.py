"""Graded talks: read, checked, and kept from a talk that was played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest

from bot.content.graded_talks import GradedTalk, check_graded_talks, file_of, load_graded_talks
from bot.content.kept_talk import check_new, keep
from bot.content.scenarios import load_scenarios
from bot.core.errors import BadFile, BadRequest
from tests.content.project import small_project

TALK = GradedTalk(
    scenario="late-parcel",
    name="late-parcel de good",
    language="de",
    agent="good",
    seed=3,
    said=("Guten Tag, „Moment“: ich sehe nach!", "Auf Wiedersehen: # danke."),
    ending="satisfied",
    met=frozenset({"where-is-parcel", "compensation"}),
    violations=frozenset(),
)
INTENTS = ("promise_follow_up", "farewell")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = small_project(tmp_path)
    file_of(project, "late-parcel").unlink()
    return project


def checked(root: Path) -> tuple[list[str], list[str]]:
    wrong, missing = check_graded_talks(root, load_scenarios(root).scenarios)
    return [problem.message for problem in wrong], [problem.message for problem in missing]


def test_a_talk_that_is_kept_is_read_as_it_was(root: Path) -> None:
    keep(root, TALK, INTENTS)
    talks, _ = load_graded_talks(root, load_scenarios(root).scenarios)
    assert talks == [TALK]


def test_talks_are_kept_one_behind_the_other(root: Path) -> None:
    keep(root, TALK, INTENTS)
    poor = replace(TALK, name="late-parcel de poor", agent="poor", ending="dispute", met=frozenset())
    keep(root, poor, INTENTS)
    assert load_graded_talks(root, load_scenarios(root).scenarios)[0] == [TALK, poor]


def test_a_scenario_without_talks_and_one_that_lacks_some_are_told(root: Path) -> None:
    wrong, missing = checked(root)
    assert (wrong, len(missing)) == ([], 1)
    assert "silkdesk scenario play late-parcel" in missing[0]
    keep(root, TALK, INTENTS)
    wrong, missing = checked(root)
    assert wrong == []
    assert missing[0].startswith("has no graded talk de poor, en good")


def test_mistakes_in_a_talk_are_told(root: Path) -> None:
    keep(root, replace(TALK, met=frozenset({"cheaper"})), ("kiss", "farewell"))
    assert checked(root)[0] == [
        "no need cheaper in late-parcel",
        "unknown act kiss; acts stand in contract/acts.yml",
    ]


def test_a_name_that_is_taken_is_refused_before_anybody_plays(root: Path) -> None:
    check_new(root, "late-parcel", TALK.name)
    keep(root, TALK, INTENTS)
    check_new(root, "late-parcel", "late-parcel de poor")
    with pytest.raises(BadRequest, match="there is a talk “late-parcel de good” already"):
        check_new(root, "late-parcel", TALK.name)


def pushed_in(text: str) -> str:
    """The same file with its stories further to the right."""
    head, mark, stories = text.partition("stories:\n")
    return head + mark + indent(stories, "  ")


@pytest.mark.parametrize("change", [str.rstrip, pushed_in])
def test_a_file_that_is_laid_out_otherwise_stays_sound(root: Path, change: Callable[[str], str]) -> None:
    path = keep(root, TALK, INTENTS)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    poor = replace(TALK, name="late-parcel de poor", agent="poor", said=("Nein\x7f!", "Nein."))
    keep(root, poor, INTENTS)
    talks, _ = load_graded_talks(root, load_scenarios(root).scenarios)
    assert [talk.name for talk in talks] == [TALK.name, poor.name]


def test_a_talk_that_would_spoil_the_file_leaves_it_as_it_was(root: Path) -> None:
    path = keep(root, TALK, INTENTS)
    before = path.read_bytes()
    with pytest.raises(BadFile):
        keep(root, replace(TALK, name="endless", ending="turn_limit"), INTENTS)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nothing_is_kept_in_a_file_that_is_not_sound(root: Path) -> None:
    keep(root, TALK, INTENTS).write_text("stories: x\n", encoding="utf-8")
    with pytest.raises(BadFile):
        check_new(root, "late-parcel", TALK.name)
