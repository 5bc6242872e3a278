"""Labelled messages are read, and what is wrong is named by its line."""

from __future__ import annotations

import pytest

from bot.content.messages import read_messages
from bot.core.errors import BadRequest

GOOD = b'{"text": "Hi!", "language": "en", "acts": ["greet"], "second": [], "company": "x"}'


def test_both_readers_are_read_and_other_keys_passed_over() -> None:
    alone = b'{"text": "Hallo!", "language": "de", "acts": ["greet"]}'
    first, second = read_messages([GOOD, b"\n", alone], "mine.jsonl")
    assert first.readings == (frozenset({"greet"}), frozenset())
    assert (second.language, second.readings) == ("de", (frozenset({"greet"}),))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "Expecting"),
        (b"[]", "the line needs a text"),
        (b'{"text": " ", "language": "en", "acts": []}', "the line needs a text"),
        (b'{"text": "Hi", "language": "fr", "acts": []}', "language 'fr' is none of en"),
        (b'{"text": "Hi", "acts": []}', "language None is none of en"),
        (b'{"text": "Hi", "language": "en"}', "the line needs acts"),
        (b'{"text": "Hi", "language": "en", "acts": "greet"}', "acts is no list"),
        (b'{"text": "Hi", "language": "en", "acts": ["hello"]}', "acts: unknown act 'hello'"),
        (b'{"text": "Hi", "language": "en", "acts": [], "second": [{}]}', "second: unknown act"),
    ],
)
def test_a_line_that_is_wrong_is_named(line: bytes, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        list(read_messages([GOOD, line], "mine.jsonl"))
    assert str(refused.value).startswith(f"mine.jsonl:2: {reason}")
