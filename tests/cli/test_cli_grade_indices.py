"""`silkdesk grade --indices` in its formats, and which practices are taken."""

from __future__ import annotations

import csv
import io
import json

import pytest

from bot.cli.grade_formats import INDICES
from bot.cli.grade_selection import selection
from bot.cli.transcript_input import BadLine
from bot.core.errors import BadRequest
from bot.core.grade import Grade
from bot.grading.grader import grade
from bot.grading.indices import MEASURES
from bot.store.records import Selection
from tests.grading.talks import agent, buyer, rubric, talk

BAD = BadLine(3, "no JSON")
DAY = 86_400.0


def results() -> list[Grade | BadLine]:
    answer = agent("Im Zoll.", "inform_tracking")
    return [
        grade(
            talk(
                buyer("Wo?", "question"),
                answer,
                context={"order_value": {"amount": 40.0, "currency": currency}},
            ),
            rubric(),
            {},
            "heard",
            "rules",
        )
        for currency in ("EUR", "USD")
    ]


def shown(name: str) -> str:
    formats = {str(known): pieces for known, pieces in INDICES.items()}
    return "".join(formats[name]([*results(), BAD]))


def test_json_has_each_index_with_its_meaning_its_number_and_what_could_not_be_read() -> None:
    bad, whole = map(json.loads, shown("json").splitlines())
    assert bad == {"line": 3, "error": "no JSON"}
    assert (whole["talks"], whole["unread"]) == (2, 1)
    assert list(whole["indices"]) == list(MEASURES)
    for told in whole["indices"].values():
        assert {"value", "unit", "reason", "n", "of", "mark", "definition", "basis", "limits"} <= set(told)
        assert (told["value"] is None) == (told["reason"] is not None)
    assert whole["indices"]["first_response_time"]["value"] == 20
    assert whole["indices"]["first_response_time"]["n"] == 2
    assert whole["bill"] == {"talks": 0, "total": {}, "at_most": {}}


def test_csv_has_a_row_for_each_currency() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("csv"))))
    assert {row["index"] for row in rows} == {*MEASURES, "line 3"}
    refunds = [row for row in rows if row["index"] == "withdrawal_amount_ratio"]
    assert [(row["currency"], row["value"], row["of"]) for row in refunds] == [
        ("EUR", "0.0", "40.0"),
        ("USD", "0.0", "40.0"),
    ]
    assert all(row["definition"] and row["limits"] for row in rows if row["index"] in MEASURES)


def test_text_says_on_how_many_talks_an_index_rests() -> None:
    text = shown("text")
    assert text.startswith("line 3: no JSON\n2 talks\n")
    assert "0 of 2 talks" in text
    assert "Rests on: " in text


def test_days_are_taken_whole() -> None:
    assert selection(True, "1970-01-02", "1970-01-02", None, None) == Selection(DAY, 2 * DAY)
    assert selection(True, None, None, ["alice"], ["late-parcel"]) == Selection(
        visitors=("alice",), scenarios=("late-parcel",)
    )


def test_a_choice_among_practices_needs_practices() -> None:
    with pytest.raises(BadRequest, match="--since and --visitor: choose among stored practices"):
        selection(False, "2026-11-01", None, ["alice"], None)
