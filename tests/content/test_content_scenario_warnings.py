"""What is allowed and hardly meant is told, with its place; what is meant is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.scenarios import load_scenarios
from bot.settings import ROOT
from tests.content.project import small_project, whole_catalogue

SHEET = "scenarios/late-parcel/scenario.yml"
CRITICAL = "critical: [arrival_not_guaranteed]"
WHERE = "catalogue/needs/where-is-parcel.yml"


def warned(root: Path, *changes: tuple[str, str, str]) -> list[str]:
    """The warnings after these changes: file, old text, new text."""
    whole_catalogue(small_project(root))
    for file, old, new in changes:
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    shelf = load_scenarios(root)
    assert [str(problem) for problem in shelf.problems] == []
    assert all(warning.line > 0 for warning in shelf.warnings)
    return [f"{warning.where}: {warning.message}" for warning in shelf.warnings if warning.file == SHEET]


def lines_of(root: Path, start: str, end: str) -> str:
    text = (root / SHEET).read_text(encoding="utf-8")
    return text[text.index(start) : text.index(end)]


def test_the_shipped_scenario_gives_no_warning(tmp_path: Path) -> None:
    assert warned(tmp_path) == []


@pytest.mark.parametrize(
    "rubric",
    ["weights: {greeted: 0.5}\n  critical: [greeted]", "weights: {greeted: 0}\n  critical: [no_blame]"],
)
def test_a_critical_check_that_weighs_and_a_mild_one_that_does_not_are_meant(
    tmp_path: Path, rubric: str
) -> None:
    assert warned(tmp_path, (SHEET, CRITICAL, rubric)) == []


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        (
            [(SHEET, lines_of(ROOT, "  ru:\n", "  es:\n"), "")],
            "variants: is not played in ru",
        ),
        (
            [
                (
                    WHERE,
                    "met_by: [inform_tracking, inform_delay_cause, inform_order_status]",
                    "met_by: [finish]",
                )
            ],
            "needs[0]: need where-is-parcel is met by no act that a good agent does",
        ),
        (
            [(SHEET, "turn_limit: 20", "turn_limit: 6")],
            "turn_limit: 6 turns are too few for 3 needs, 1 traps and their bargains: allow 7",
        ),
        (
            [(SHEET, "asked_by: [ask_needs]", "asked_by: [ask_preferred_solution]")],
            "facts[3]: fact occasion is never told: ask_preferred_solution brings up need compensation",
        ),
        (
            [(SHEET, "  expects:\n", "  expects:\n    ask: [ask_quantity]\n")],
            "rubric.expects.ask[0]: ask_quantity is expected, but no fact answers it: the buyer cannot say",
        ),
        (
            [(SHEET, CRITICAL, "weights: {greeted: 0}\n  critical: [no_blame, greeted]")],
            "rubric.critical[1]: greeted is critical, but rubric.weights switches it off: "
            "give it a weight, or leave it out",
        ),
        (
            [(SHEET, "{id: other-channel,", "{id: review-threat,")],
            "traps[0].after: nobody comes with review-threat once arrives-by-date is settled: "
            "set it `during` that need",
        ),
        (
            [(SHEET, "en: my daughter", "en: …")],
            "words.child: is still to be written in en",
        ),
        (
            [(SHEET, "  tracking: LP00461829375CN\n", "")],
            "facts[2]: fact last_scan says {tracking_number}, but order.tracking is missing",
        ),
        (
            [(SHEET, "promised: -6", "promised: 6")],
            "needs[0]: need where-is-parcel says {late}, but order.dates.promised does not lie in the past",
        ),
    ],
    ids=lambda value: value.split(":")[0] if isinstance(value, str) else "",
)
def test_what_is_hardly_meant_is_told(
    tmp_path: Path, changes: list[tuple[str, str, str]], warning: str
) -> None:
    assert warning in warned(tmp_path, *changes)
