"""A scenario's own rubric: what is wrong in it is named with its line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from bot.content.scenarios import Shelf, load_scenarios
from bot.settings import ROOT
from tests.content.project import small_project

OWN = """\
  critical: [greeted, scan_named]
  checks:
    - id: scan_named
      dimension: resolution
      of: 6
      does: [inform_order_status]
      says: {de: [letzte], en: [last]}
      title: {zh: 说出扫描, en: The last scan is named}
      advice: {zh: 说出最后一次扫描的日期。, en: Name the day of the last scan.}
      phrase: {de: Der letzte Eintrag ist vom Montag., en: The last entry is of Monday.}
      topic: parcel-delayed
"""


def loaded(root: Path, old: str = "", new: str = "") -> Shelf:
    """The scenario late-parcel, in German and English, with this rubric, changed in one place."""
    assert old in OWN
    sheet = root / "scenarios" / "late-parcel" / "scenario.yml"
    text = sheet.read_text(encoding="utf-8")
    text = _cut(text, "\n  ru:\n", "\norder:\n", "")
    text = _cut(text, "\nrubric:\n", "\ntopics:\n", f"\nrubric:\n{OWN.replace(old, new)}")
    sheet.write_text(text, encoding="utf-8")
    return load_scenarios(root)


def _cut(text: str, start: str, end: str, instead: str) -> str:
    """The text with other words from one place up to another."""
    return text[: text.index(start)] + instead + text[text.index(end) :]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_project(tmp_path)
    (tmp_path / "knowledge/articles").symlink_to(ROOT / "knowledge/articles")
    return tmp_path


def test_a_rubric_of_its_own_goes_into_the_scenario(root: Path) -> None:
    shelf = loaded(root)
    assert [str(problem) for problem in shelf.problems] == []
    rubric = shelf.scenarios["late-parcel"].rubric
    assert rubric.critical == {"greeted", "scan_named"}
    assert [check["id"] for check in rubric.checks] == ["scan_named"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[greeted, ", "[kissed, ", "unknown check kissed"),
        ("id: scan_named", "id: greeted", "greeted is a check of contract/checks.yml"),
        ("[inform_order_status]", "[inform_scan]", "unknown act inform_scan"),
        ("says: {de: [letzte], ", "says: {", "is missing in de"),
        (", en: The last entry is of Monday.}", "}", "is missing in en"),
        ("topic: parcel-delayed", "topic: tone-by-culture", "none of the scenario's topics"),
        ("topic: parcel-delayed", "topic: parcel-delayed\n      section: No such", "no such section"),
        ("of: 6", "of: 0", "rubric.checks[0].of"),
        ("of: 6", "of: 6\n      colour: red", "unknown key colour"),
    ],
)
def test_a_mistake_in_it_is_named_with_its_line(root: Path, old: str, new: str, message: str) -> None:
    found = [str(problem) for problem in loaded(root, old, new).problems if message in str(problem)]
    assert found, message
    assert found[0].startswith("scenarios/late-parcel/scenario.yml:")


def test_what_neither_is_done_nor_said_is_no_check(root: Path) -> None:
    lines = OWN.splitlines(keepends=True)
    asked = "".join(line for line in lines if line.strip().startswith(("does", "says")))
    assert [problem.where for problem in loaded(root, asked, "").problems] == ["rubric.checks[0]"]


def test_two_own_checks_of_one_id_are_told_apart(root: Path) -> None:
    again = textwrap.indent(textwrap.dedent(OWN[OWN.index("    - id") :]), "    ")
    found = loaded(root, "topic: parcel-delayed\n", f"topic: parcel-delayed\n{again}").problems
    assert {problem.message for problem in found} == {"scan_named stands here 2 times"}
