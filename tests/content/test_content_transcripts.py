"""Transcripts from anywhere."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.transcripts import read_transcript, unknown_keys
from bot.core.errors import BadRequest

GOOD: dict[str, Any] = {
    "id": "t-001",
    "language": "de",
    "platform": "aliexpress",
    "country": "DE",
    "channel": "chat",
    "stage": "after_sales",
    "scenario": None,
    "context": {"shipped": True},
    "turns": [
        {"from": "buyer", "at": 0.0, "text": "Guten Tag"},
        {"from": "agent", "at": 21.5, "text": "Guten Tag Frau Weber"},
    ],
}


def test_a_transcript_goes_in_and_out_unchanged() -> None:
    assert read_transcript(GOOD).to_json() == GOOD


def test_optional_parts_may_be_absent_or_null() -> None:
    bare = {key: value for key, value in GOOD.items() if key not in ("scenario", "context", "country")}
    assert read_transcript(bare).country is None
    assert read_transcript({**GOOD, "context": None, "buyer": None, "date": None}).context == {}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"language": "fr"}, "language"),
        ({"platform": "Amazon!"}, "platform"),
        ({"country": "Germany"}, "country"),
        ({"turns": [{"from": "bot", "at": 0, "text": "x"}]}, "turns[0].from"),
        ({"turns": [{"from": "agent", "at": -1, "text": "x"}]}, "turns[0].at"),
        ({"turns": [{"from": "agent", "at": 0}]}, "turns[0]"),
        (
            {"turns": [{"from": "agent", "at": 5, "text": ""}, {"from": "buyer", "at": 4, "text": ""}]},
            "turns[1].at",
        ),
        (
            {"turns": [{"from": "buyer", "at": 0, "text": "x", "moves": [{"move": "nonsense"}]}]},
            "turns[0].moves[0].move: unknown move nonsense",
        ),
        ({"date": "2026-13-40"}, "date"),
        ({"date": "9999-12-31"}, "date"),
        ({"date": "2026-02-20T99:99garbage"}, "date"),
        ({"date": "2026-02-20T25:00"}, "date"),
        ({"date": "2026-02-20 soon"}, "date"),
        ({"date": "2026-02-201"}, "date"),
        ({"date": "2026-02-20\n"}, "date"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"context": {"days_since_delivery": -3}}, "context.days_since_delivery"),
        ({"context": {"order_value": {"amount": 0, "currency": "EUR"}}}, "context.order_value.amount"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(change: dict[str, Any], place: str) -> None:
    with pytest.raises(BadRequest, match="^" + place.replace("[", r"\[").replace("]", r"\]")):
        read_transcript({**GOOD, **change})


@pytest.mark.parametrize(
    "time", ["", "T14:30", " 14:30:05", "T14:30:05.25Z", "T14:30+03:00", "T14:30:05-0500"]
)
def test_a_date_may_bear_a_time(time: str) -> None:
    assert read_transcript({**GOOD, "date": f"2026-02-20{time}"}).date == f"2026-02-20{time}"


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(BadRequest) as told:
        read_transcript({**GOOD, "language": "fr", "channel": "fax"})
    assert "language" in str(told.value)
    assert "channel" in str(told.value)


def test_unknown_keys_are_seen() -> None:
    assert unknown_keys({**GOOD, "mood": 1}) == {"mood"}
    assert unknown_keys({"turns": [{"text": "x", "mood": 1}, 2]}) == {"turns.mood"}
    assert unknown_keys([1]) == set()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "x"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(json_values)
def test_rubbish_is_refused_and_never_crashes(data: Any) -> None:
    with suppress(BadRequest):
        read_transcript(data)
