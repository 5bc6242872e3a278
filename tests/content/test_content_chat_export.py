"""Chats that other tools exported become transcripts."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.chat_export import read_export
from bot.content.chat_messages import Layout
from bot.content.transcripts import read_transcript
from bot.core.errors import BadRequest

ABOUT = {"language": "de", "platform": "ozon", "channel": "chat", "stage": "after_sales"}
LAYOUT = Layout({"id": "Ticket", "from": "Who", "at": "When", "text": "Text"}, ABOUT, frozenset({"anna li"}))
HEAD = "Ticket,Who,When,Text"
PLAIN = Layout(values=ABOUT)


def read(text: str | bytes, layout: Layout = LAYOUT) -> list[tuple[int, Any]]:
    """Each conversation, or what is wrong, with its line."""
    data = text if isinstance(text, bytes) else text.encode()
    return [(line, found) for line, found, _ in read_export(io.BytesIO(data), layout)]


def said(talk: Any) -> list[tuple[str, float, str]]:
    return [(turn["from"], turn["at"], turn["text"]) for turn in talk["turns"]]


def test_rows_in_any_order_become_conversations_by_their_first_row() -> None:
    found = read(
        f"{HEAD}\nb,Anna Li,2026-02-20 10:01,Hallo\na,Otto,2026-02-20 10:00:30,Hm?\n"
        "b,Eva,2026-02-20 10:00,Guten Tag\na,Otto,2026-02-20 10:00,Wo?\n"
    )
    assert [(line, talk["id"]) for line, talk in found] == [(2, "b"), (3, "a")]
    assert said(found[0][1]) == [("buyer", 0.0, "Guten Tag"), ("agent", 60.0, "Hallo")]
    assert said(found[1][1]) == [("buyer", 0.0, "Wo?"), ("buyer", 30.0, "Hm?")]
    assert found[0][1]["date"] == "2026-02-20"
    assert read_transcript(found[0][1]).platform == "ozon"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"{HEAD}\n1,Eva,5,Müde\n", "utf-8"),
        (f"{HEAD}\n1,Eva,5,Müde\n", "utf-8-sig"),
        (f"{HEAD}\n1,Eva,5,Müde\n".replace(",", ";"), "utf-8"),
        (f"{HEAD}\r\n1,Eva,5,Müde\r\n".replace(",", "\t"), "utf-16"),
        (f"{HEAD}\r\n1,Eva,5,Müde\r\n", "gb18030"),
        (f"{HEAD}\n\n1,Eva,5,Müde", "utf-8"),
    ],
)
def test_delimiters_are_seen_and_encodings_told(text: str, encoding: str) -> None:
    layout = replace(LAYOUT, encoding=encoding) if encoding != "utf-8" else LAYOUT
    assert said(read(text.encode(encoding), layout)[0][1]) == [("buyer", 0.0, "Müde")]


def test_a_message_may_have_several_lines() -> None:
    found = read(f'{HEAD}\n1,Eva,5,"Guten ""Tag"",\nEva"\n2,Eva,x,Hm\n')
    assert said(found[0][1]) == [("buyer", 0.0, 'Guten "Tag",\nEva')]
    assert found[1][0] == 4


@pytest.mark.parametrize("end", [",", ",,,"])
def test_empty_cells_behind_the_last_column_are_passed_over(end: str) -> None:
    found = read(f"{HEAD}\n1,Eva,5,Hi{end}\n1,Anna Li,6,Hallo\n")
    assert [said(talk) for _, talk in found] == [[("buyer", 0.0, "Hi"), ("agent", 1.0, "Hallo")]]


def test_columns_tell_about_a_conversation_before_what_holds_for_all() -> None:
    rows = "id,from,at,text,language,country\n1,buyer,0,Hi,,\n1,agent,1,Hello,en-GB,gb\n2,buyer,0,Hallo,,\n"
    (_, first), (_, second) = read(rows, PLAIN)
    assert (first["language"], first["country"]) == ("en", "GB")
    assert second["language"] == "de"


def test_times_are_read_as_they_are_told() -> None:
    layout = replace(LAYOUT, time_format="%d.%m.%Y %H:%M")
    found = read(f"{HEAD}\n1,Eva,20.02.2026 09:59,Hi\n1,Anna Li,20.02.2026 10:01,Hallo\n", layout)
    assert said(found[0][1])[1][1] == 120.0


@pytest.mark.parametrize("sender", ["agent", "Seller", "SUPPORT"])
def test_usual_names_of_both_sides_are_known_and_what_the_tool_says_is_left_out(sender: str) -> None:
    found = read(f"id,from,at,text\n1,system,0,joined\n1,Customer,3,Hi\n1,{sender},5,Hello\n", PLAIN)
    assert said(found[0][1]) == [("buyer", 0.0, "Hi"), ("agent", 2.0, "Hello")]


@pytest.mark.parametrize(
    ("row", "line", "reason"),
    [
        ("1,Eva,gestern,Hm", 3, "time gestern is not seconds"),
        ("1,Eva,nan,Hm", 3, "time nan is not seconds"),
        ("1,Eva,,Hm", 3, "time (empty) is not seconds"),
        (",Eva,1,Hm", 3, "the row names no conversation"),
        ("1", 3, "1 cells below 4 columns"),
        ("1,Eva,1", 3, "3 cells below 4 columns"),
        ("1,Eva,1,Oh, no", 3, "5 cells below 4 columns"),
        ("1,Eva,1,Oh no,,x", 3, "6 cells below 4 columns"),
        ('1,Eva,1,"Oh "dear" me"', 3, "not valid CSV: ',' expected"),
        ('1,Eva,1,"Oh', 3, "not valid CSV: the quote that opens in line 3 is not closed: unexpected end"),
        (f"1,Eva,1,{'x' * 200_000}", 3, "not valid CSV"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_rest_is_read(row: str, line: int, reason: str) -> None:
    found = read(f"{HEAD}\n1,Eva,0,Hi\n{row}\n2,Eva,0,Hi\n")
    wrong = [(number, told) for number, told in found if isinstance(told, str)]
    assert [number for number, _ in wrong] == [line]
    assert wrong[0][1].startswith(reason)
    assert "2" in [told["id"] for _, told in found if not isinstance(told, str)]


def test_a_quote_left_open_costs_its_row_and_is_told_by_the_line_where_it_opens() -> None:
    found = read(f'{HEAD}\n1,"E\nva",0,"Hi\n2,Eva,0,Hi\n3,Eva,0,"Well,\nwell"\n4,Eva,0,Hi\n')
    assert [talk["id"] for _, talk in found if not isinstance(talk, str)] == ["2", "3", "4"]
    assert [line for line, told in found if isinstance(told, str)] == [2, 3]
    assert "the quote that opens in line 3 is not closed" in str(found[0][1])


def test_a_quote_left_open_holds_no_more_than_the_longest_row() -> None:
    rows = "".join(f"{number},Eva,0,Hi\n" for number in range(2, 20_000))
    (line, wrong), *others = read(f'{HEAD}\n1,Eva,0,"Hi\n{rows}')
    assert (line, len(others)) == (2, 19_998)
    assert "the quote that opens in line 2 is not closed" in wrong


def test_every_row_that_is_wrong_is_told() -> None:
    found = read(f"{HEAD}\n1,Eva,0,Hi\n1,Eva,x,Hm\n1,Eva\n")
    assert [line for line, _ in found] == [3, 4]


def test_an_unknown_sender_is_told() -> None:
    ((_, wrong),) = read("id,from,at,text\n1,Otto,0,Hi\n", PLAIN)
    assert wrong == "sender Otto is neither agent nor buyer; name the agents by --agent"


@pytest.mark.parametrize(
    ("text", "layout", "reason"),
    [
        ("", PLAIN, "no column id for id, but none"),
        ('id,from,at,"text\n1,Eva,0,Hi', PLAIN, "not valid CSV: the quote that opens in line 1 is"),
        ("id,from,text\n", PLAIN, "no column at for at, but id, from, text; name it by --column at=COLUMN"),
        ("id,from,at,text\n", Layout(encoding="runes"), "--encoding: runes is no encoding"),
        ("id,from,at,text\n", Layout(), "language is not told"),
        ("id,from,at,text\n", Layout({"stage": "Phase"}, ABOUT), "no column Phase for stage"),
    ],
)
def test_an_export_without_what_is_needed_is_refused(text: str, layout: Layout, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        read(text, layout)
    assert str(refused.value).startswith(reason)


@given(st.binary())
def test_any_bytes_below_a_header_are_read_or_told(data: bytes) -> None:
    for line, found in read(b"id,from,at,text\n" + data, PLAIN):
        assert line > 1
        if not isinstance(found, str):
            assert found["turns"]
