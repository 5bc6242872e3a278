"""A changed scenario is used without a restart; a broken one stays as it was, and is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.content.new_scenario import copy_scenario
from bot.core.errors import BadFile
from bot.service.live_scenarios import EVERY, LiveScenarios
from tests.content.project import small_project
from tests.service.fakes import FakeClock

SHEET = "scenarios/late-parcel/scenario.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but what scenarios need."""
    return small_project(tmp_path)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def live(root: Path, clock: FakeClock) -> LiveScenarios:
    """The scenarios, read on the spot where they would be read in the background."""
    return LiveScenarios(root, clock.now, lambda work: work())


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_changed_added_and_removed_scenarios_are_seen_after_a_second(
    root: Path, clock: FakeClock, live: LiveScenarios
) -> None:
    change(root / SHEET, "turn_limit: 20", "turn_limit: 30")
    copy_scenario(root, "gift", "late-parcel")
    assert (list(live), live["late-parcel"].turn_limit) == (["late-parcel"], 20)
    clock.turn(EVERY)
    assert (sorted(live), live["late-parcel"].turn_limit) == (["gift", "late-parcel"], 30)
    shutil.rmtree(root / "scenarios/gift")
    clock.turn(EVERY)
    assert list(live) == ["late-parcel"]


def test_a_changed_need_is_seen(root: Path, clock: FakeClock, live: LiveScenarios) -> None:
    change(root / "catalogue/needs/where-is-parcel.yml", "Where is my parcel?", "Where is it?")
    clock.turn(EVERY)
    assert live["late-parcel"].needs[0].need.title["en"] == "Where is it?"


@pytest.mark.parametrize("file", [SHEET, "catalogue/needs/compensation.yml", "catalogue/talk/closing.yml"])
def test_what_is_broken_stays_as_it_was_until_it_is_mended(
    root: Path, clock: FakeClock, live: LiveScenarios, file: str
) -> None:
    sound = live["late-parcel"]
    change(root / file, "id: ", "idd: ")
    clock.turn(EVERY)
    assert live["late-parcel"] is sound
    assert {problem.file for problem in live.problems} >= {file}
    change(root / file, "idd: ", "id: ")
    clock.turn(EVERY)
    assert live["late-parcel"] == sound
    assert live.problems == ()


def test_nothing_is_read_anew_while_nothing_changes(root: Path, clock: FakeClock) -> None:
    read: list[object] = []
    live = LiveScenarios(root, clock.now, read.append)
    clock.turn(EVERY)
    assert len(live) == 1
    assert read == []


def test_what_is_wrong_at_the_start_is_told_at_once(root: Path) -> None:
    change(root / SHEET, "level: 1", "level: 9")
    with pytest.raises(BadFile, match="9 is none of"):
        LiveScenarios(root)
