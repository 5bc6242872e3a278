"""Lines of JSONL as nobody should send them: near the transcript's schema, or far from it, or broken."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from bot.content.contract import moves
from bot.core.words import COUNTRIES, LANGUAGES, PLATFORMS

LONG = 25_000
"""Characters of the longest texts, which is more than is read."""
RARE = 30
"""Of so many texts one is long."""
DEEP = 2_000
DIGITS = 400

PIECES = (
    *("Hallo", "Ihr Paket ist unterwegs.", "Yes.", "Да, конечно!", "Escríbame por WhatsApp", "您好", "مرحبا"),
    *("+86 138 0013 8000", "a@b.co", "12,50 €", "20 %", "3.12.", "9" * DIGITS + " €", "AB123456789CN"),
    *(" ", "\n", "\t", ".", "!", "?", "…", "«", "“", "\u00a0", "\u2028"),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x1b]0;title\x07",
        "\x7f",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\ud83d",
    ),
    *(
        "🙂",
        "👩\u200d👩\u200d👧",
        "🇩🇪",
        "e\u0301" * 9,
        "o" + "\u0308" * 30,
        "\ufffd",
        "\U0010ffff",
        "<script>",
        "=1+1",
    ),
)
JUNK: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        "",
        "x",
        [],
        {},
        [[]],
        {"": None},
        "\x1b[2J\n",
        10**DIGITS,
        -(10**DIGITS),
    ),
    *(1e308, -1e308, 5e-324, float("nan"), float("inf"), "9" * 50, ["buyer"], {"text": "x"}),
)
BROKEN = (
    *(
        b"",
        b" ",
        b"\x00",
        b"\xff\xfe",
        b"{",
        b"}",
        b"null",
        b"[]",
        b'""',
        b"{}",
        b"NaN",
        b"1e999",
        b'{"id":}',
    ),
    *(
        b'"\\ud800"',
        b'{"id": "a", "id": "b"}',
        b"[" * DEEP,
        b"[" * DEEP + b"]" * DEEP,
        b"9" * 5000,
        b"{'id': 1}",
    ),
    *(
        b'{"turns": ' * DEEP + b"1" + b"}" * DEEP,
        "{“id”: “a”}".encode(),
        '{"id": "ä"}'.encode("latin-1"),
        b"\xef\xbb\xbf{}",
    ),
)

junk = st.sampled_from(JUNK) | st.recursive(
    st.sampled_from(JUNK),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)
short = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=8).map("".join)
long = st.sampled_from(PIECES).map(lambda piece: piece * (LONG // len(piece)))
texts = st.integers(1, RARE).flatmap(lambda n: long if n == RARE else short)


def mostly(right: list[Any], wrong: list[Any]) -> st.SearchStrategy[Any]:
    """One of the values that can be read, and seldom one of the others."""
    return st.integers(1, RARE).flatmap(lambda n: st.sampled_from(wrong if n == RARE else right))


times = st.integers(0, 600) | st.floats(0, 1e8)
turns = st.fixed_dictionaries(
    {"from": st.sampled_from(["buyer", "agent"]), "at": times, "text": texts},
    optional={
        "moves": st.lists(st.fixed_dictionaries({"move": st.sampled_from(sorted(moves()))}), max_size=3),
        "id": texts,
        "attachments": st.lists(junk, max_size=2),
    },
)
contexts = st.fixed_dictionaries(
    {},
    optional={
        "paid": st.booleans(),
        "delivered": st.none() | st.booleans(),
        "days_since_delivery": times,
        "order_value": st.fixed_dictionaries(
            {"amount": times, "currency": st.sampled_from(["EUR", "USD", "XXX"])}
        ),
    },
)


def in_order(transcript: dict[str, Any]) -> dict[str, Any]:
    """The transcript with its turns by time."""
    return {**transcript, "turns": sorted(transcript["turns"], key=lambda turn: turn["at"])}


transcripts = st.fixed_dictionaries(
    {
        "id": texts.filter(bool),
        "language": st.sampled_from(LANGUAGES),
        "platform": st.sampled_from([*PLATFORMS, "somewhere"]),
        "channel": st.sampled_from(["chat", "email"]),
        "stage": st.sampled_from(["pre_sales", "in_sales", "after_sales", "relationship"]),
        "turns": st.lists(turns, max_size=6),
    },
    optional={
        "country": st.none() | st.sampled_from(sorted(COUNTRIES)) | st.just("ZZ"),
        "scenario": mostly([None, "late-parcel"], ["nowhere", "../x"]),
        "context": contexts,
        "date": mostly(
            [None, "2026-02-20", "0001-01-01", "9999-12-31"], ["2026-02-30", "2026-02-20T14:30:99"]
        ),
        "timezone": mostly([None, "Europe/Berlin"], ["../../etc/passwd", "\x00", "Mars"]),
        "buyer": st.fixed_dictionaries({}, optional={"name": texts, "form": texts}),
        "mode": st.sampled_from(["practice", "exam", None]),
        "seed": st.none() | st.integers(),
        "nobody knows\x1b[31m\n": junk,
    },
)
"""Right by the schema but for what is out of range, and times that go back."""


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """A transcript with a few values put out of place."""
    data = deepcopy(draw(transcripts))
    for _ in range(draw(st.integers(1, 3))):
        at: Any = data
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and draw(st.booleans()):
                at = at[key]
                continue
            at[key] = deepcopy(draw(junk))
            break
    return data


@st.composite
def cut(draw: st.DrawFn) -> bytes:
    """A line that lost a part, or has one twice."""
    line = _written(draw(transcripts))
    start, end = sorted(draw(st.integers(0, len(line))) for _ in range(2))
    return line[:start] + line[end:] if draw(st.booleans()) else line[:end] + line[start:]


def _written(data: Any) -> bytes:
    return json.dumps(data).encode()


ordered = transcripts.map(in_order).map(_written)
lines = st.one_of(
    *(ordered, ordered, ordered),
    (transcripts | spoilt() | junk).map(_written),
    cut(),
    st.sampled_from(BROKEN),
    st.binary(max_size=50).map(lambda line: line.replace(b"\n", b" ")),
)
"""One line each, without its end."""
