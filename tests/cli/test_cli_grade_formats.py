"""Grades in every format: each talk, each bad line, every point, and nothing that a talk can break."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from bot.cli.grade import Format
from bot.cli.grade_formats import FORMATS
from bot.cli.grade_html import html
from bot.cli.grade_junit import junit
from bot.cli.transcript_input import BadLine
from bot.core.bill import Bill, Charge
from bot.core.errors import BadRequest
from bot.core.grade import Grade, Text
from bot.core.review import Review
from bot.core.words import DIMENSIONS
from bot.grading.grader import grade
from tests.grading.talks import agent, articles, buyer, rubric, talk

BAD = BadLine(3, "no <JSON>")
HOSTILE = '=1+1,"<script>&\x01\ud800'

CHARGE = Charge(
    "no_off_platform_contact", 1, 1234567.5, "RUB", False, {"zh": "罚款", "en": "a fine"}, "r", "law <4>"
)
BILL = Bill((CHARGE, replace(CHARGE, amount=12.0, currency="points", most=True)))
REVIEW = Review("greeted", "reject", "no", "yes", 2.0, "Wang <Li>", 0.0, "“Hallo” is one.")


@cache
def given() -> Grade:
    """A talk with a critical check broken, and a hostile name and words."""
    phrases = {(a.topic, p.id): p.texts for a in articles().values() for p in a.phrases}
    words = agent("Auf <b>WhatsApp</b>!\x02", "violate_off_platform_contact")
    found = grade(talk(buyer("Wo?", "question"), words), rubric(), phrases, "heard", "rules")
    return replace(found, transcript=HOSTILE, bill=BILL, reviews=(REVIEW,))


def shown(name: Format) -> str:
    return "".join(FORMATS[name]([given(), BAD]))


def test_every_format_is_there() -> None:
    assert set(FORMATS) == set(get_args(Format))


def test_json_is_the_contracts_grade_a_line() -> None:
    first, second = map(json.loads, shown("json").splitlines())
    assert first == json.loads(json.dumps(given().to_json()))
    assert second == {"line": 3, "error": "no <JSON>"}


def test_csv_has_a_cell_for_every_name_and_runs_nothing() -> None:
    first, second = csv.DictReader(io.StringIO(shown("csv")))
    assert first["transcript"] == f"'{HOSTILE}"
    assert (first["score"], first["passed"], first["cap"]) == ("40.0", "False", "40.0")
    assert "no_off_platform_contact" in first["broken"].split()
    assert first["violations"] == "violate_off_platform_contact@1"
    assert first["first_response_time"] == "20.0"
    assert (first["cost"], first["cost_at_most"]) == ("1234567.5 RUB", "12 points")
    assert first["reviews"] == "greeted:reject"
    assert all(first[dimension] for dimension in DIMENSIONS)
    assert (second["transcript"], second["line"], second["error"]) == ("", "3", "no <JSON>")


def test_a_table_counts_what_passed() -> None:
    *_, bad, sum_of_all = shown("table").splitlines()
    assert bad == "line 3: no <JSON>"
    assert sum_of_all == "0 passed, 1 not passed, 1 could not be read"


def test_text_quotes_advises_and_says_what_each_check_cost() -> None:
    text = shown("text")
    broken = next(check for check in given().checks if check.id == "no_off_platform_contact")
    assert (
        f"(no_off_platform_contact) critical, 0 of {broken.of:g} points: "
        f"−{broken.lost:.1f}\n      turn 1: Auf <b>" in text
    )
    assert f"Say: {broken.phrase}" in text
    assert "cost the shop 1234567.5 RUB + up to 12 points\n" in text
    assert "turn 1: 1234567.5 RUB, a fine (law <4>)\n" in text
    assert "Teacher: reject (no → yes 2) by Wang <Li>, 1970-01-01: “Hallo” is one.\n" in text


def test_text_gives_the_reason_for_no_score_only_where_all_checks_share_it() -> None:
    nothing: Text = {"zh": "无", "en": "nothing was said"}
    checks = tuple(replace(check, verdict="na", reason=nothing, lost=0.0) for check in given().checks)
    idle = replace(given(), score=None, passed=None, cap=None, checks=checks)
    assert ": no score (nothing was said), nothing to judge" in "".join(FORMATS["text"]([idle]))
    judged = replace(checks[0], verdict="yes", reason=None)
    assert ": no score, nothing to judge" in "".join(
        FORMATS["text"]([replace(idle, checks=(judged, *checks[1:]))])
    )


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_capped_score_is_accounted_for(name: Format) -> None:
    found, told = given(), "".join(html([given()], "en")) if name == "html" else shown(name)
    before = 100 - sum(check.lost for check in found.checks)
    assert f"{before:.1f} before the cap of 40 by" in told
    for part, dimension in found.dimensions.items():
        lost = sum(check.lost for check in found.checks if check.dimension == part)
        assert dimension.score is None or f" % of the score: −{lost:.1f}" in told


def test_junit_counts_failures_and_stands_any_character() -> None:
    talk, unread = ET.fromstring(shown("junit"))
    failed = {case.get("name") for case in talk if case.find("failure") is not None}
    assert failed == {"pass_mark", *(check.id for check in given().checks if check.verdict == "no")}
    assert talk.get("failures") == str(len(failed))
    assert talk.get("tests") == str(len(talk))
    assert talk.get("skipped") == str(sum(check.verdict == "na" for check in given().checks))
    assert unread.get("errors") == "1"
    assert unread[0][0].get("message") == "no <JSON>"


def test_junit_is_whole_xml_also_where_reading_ends_with_an_error() -> None:
    def broken() -> Iterator[Grade]:
        yield given()
        raise BadRequest("two.csv: no column id")

    pieces = junit(broken())
    head, suite, end = islice(pieces, 3)
    assert len(ET.fromstring(head + suite + end)) == 1
    with pytest.raises(BadRequest, match="no column id"):
        next(pieces)


def test_the_page_escapes_what_talks_say_in_both_languages() -> None:
    for language, title in (("zh", "不把沟通转到平台外"), ("en", "Contact stays on the platform")):
        page = "".join(html([given(), BAD], language))  # type: ignore[arg-type]
        assert title in page
        assert "<script>" not in page
        assert "&lt;b&gt;WhatsApp&lt;/b&gt;" in page
        assert "no &lt;JSON&gt;" in page
        assert "1,234,567.50 RUB" in page
        assert "law &lt;4&gt;" in page
        assert "Wang &lt;Li&gt;" in page
