"""Transcripts are read one after the other, and a bad line of many is told in its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.transcript_input import BadLine, Transcripts
from bot.content.chat_messages import Layout
from bot.core.errors import BadRequest
from tests.content.test_content_transcripts import GOOD

CSV = "id,from,at,text\n1,buyer,0,Hi\n1,agent,5,Hello\n2,buyer,x,Hi\n"
LAYOUT = Layout(values={"language": "en", "platform": "ebay", "channel": "chat", "stage": "after_sales"})


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def read(*sources: str, as_table: bool | None = None) -> list[str]:
    """Ids of transcripts, and lines with what is wrong in them."""
    found = Transcripts(sources, {"late-parcel"}, LAYOUT, as_table).read()
    return [f"{one.line} {one.error}" if isinstance(one, BadLine) else one.id for one in found]


def line(**more: Any) -> str:
    return json.dumps({**GOOD, **more}) + "\n"


def test_one_object_many_lines_and_tables_are_told_apart(tmp_path: Path) -> None:
    one = written(tmp_path / "one.json", json.dumps(GOOD, indent=1))
    many = written(tmp_path / "many.jsonl", line(id="a") + "\n" + line(id="b"))
    table = written(tmp_path / "table.csv", CSV)
    bad = "time x is not seconds or as 2026-02-20T14:30:05; tell others by --time-format"
    assert read(one, many, table) == ["t-001", "a", "b", "1", f"4 {table}: {bad}"]
    named_otherwise = written(tmp_path / "table.txt", CSV)
    assert read(named_otherwise, as_table=True) == ["1", f"4 {bad}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{}", "transcript: 'id' is a required property"),
        ("rubbish}", "not valid JSON"),
        (line(scenario="none"), "scenario: there is no scenario none"),
        (line(turns=1), "turns: 1 is not of type"),
    ],
)
def test_a_bad_line_is_one_of_many_or_the_end(tmp_path: Path, text: str, wrong: str) -> None:
    many = read(written(tmp_path / "many.jsonl", f"{text.strip()}\n{line(scenario='late-parcel')}"))
    assert many[0].startswith(f"1 {wrong}")
    assert many[1:] == ["t-001"]
    with pytest.raises(BadRequest) as refused:
        read(written(tmp_path / "one.json", text))
    assert str(refused.value).startswith(str(tmp_path / "one.json"))
    assert wrong in str(refused.value)


def test_how_much_is_read_is_known_of_files_only(tmp_path: Path) -> None:
    many = written(tmp_path / "many.jsonl", line(id="a") + line(id="b"))
    same = written(tmp_path / "same.jsonl", line(id="c") + line(id="d"))
    reading = Transcripts([many, same], (), LAYOUT)
    shares = [reading.share for _ in reading.read()]
    assert shares == pytest.approx([0.25, 0.5, 0.75, 1.0])
    assert reading.share == 1.0
    assert Transcripts([many, "-"], (), LAYOUT).share is None
