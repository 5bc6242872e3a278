"""What moved since the last time is told, in the direction in which it is good."""

from __future__ import annotations

from typing import Any

from bot.cli.evaluate_change import lines


def found(recall: float, accused: float, confusions: list[list[Any]]) -> dict[str, Any]:
    figures = {"texts": 266, "violation_recall": recall, "accused_clean": accused, "confusions": confusions}
    return {"de": {"sentences": figures}}


def test_a_figure_that_moved_is_better_or_worse() -> None:
    told = "\n".join(lines(found(0.95, 0.01, []), found(0.97, 0.03, [])))
    assert "better  de sentences violation_recall: 0.950 → 0.970" in told
    assert "WORSE   de sentences accused_clean: 0.010 → 0.030" in told


def test_confusions_that_grew_or_shrank_are_told() -> None:
    before = found(1.0, 0.0, [["thank", "greet", 2], ["greet", "thank", 1]])
    after = found(1.0, 0.0, [["thank", "greet", 3]])
    assert list(lines(before, after))[1:] == [
        "  better  de greet heard as thank: -1",
        "  WORSE   de thank heard as greet: +1",
    ]


def test_small_changes_and_none_are_not_told() -> None:
    told = list(lines(found(0.95, 0.01, []), found(0.953, 0.01, [])))
    assert told == ["since the last time", "  nothing worth telling"]


def test_the_first_time_nothing_is_compared() -> None:
    assert list(lines(None, found(0.95, 0.01, []))) == []
