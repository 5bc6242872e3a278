"""A practice through the pages: talk, coach, finish, report; and what strangers get."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from bot.core.bill import Bill, Charge
from bot.core.review import Review
from bot.store.attempts import SqlAttempts
from bot.store.reviews import SqlReviews
from bot.web.pages import environment
from bot.web.practice import NOT_FOUND
from bot.web.texts import texts
from tests.service.fakes import LOOK_UP, OPENING, FakeBot


def hear(socket: WebSocketTestSession, kind: str, **values: object) -> dict[str, Any]:
    """The next news of this kind with these values."""
    while True:
        news: dict[str, Any] = socket.receive_json()
        if news["type"] == kind and values.items() <= news.items():
            return news


def say(socket: WebSocketTestSession, text: str) -> str:
    number = str(uuid.uuid4())
    socket.send_json({"type": "message", "id": number, "text": text})
    return number


def finish(client: TestClient, attempt: str) -> str:
    """Plays one turn and finishes; gives the report."""
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        say(socket, "Guten Tag <b>Frau</b> Weber, schreiben Sie mir.")
        hear(socket, "turn", index=2)
        assert client.post(f"/attempts/{attempt}/finish").headers["location"] == f"/attempts/{attempt}/report"
        hear(socket, "state", status="finished")
    return client.get(f"/attempts/{attempt}/report").text


def test_the_page_shows_briefing_order_and_chat(client: TestClient, attempt: str) -> None:
    page = client.get(f"/attempts/{attempt}").text
    assert "<h1>任务</h1>" in page
    assert "LP00412345678CN" in page
    assert "34.90 EUR" in page
    assert "Frau Weber 的包裹晚了5天" in page
    assert "已付款 · 已发货" in page
    assert "5 EUR" in page
    assert "Frau Weber" in page
    assert f'attempt="{attempt}"' in page


def test_the_buyer_opens_and_answers(client: TestClient, attempt: str) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        assert hear(socket, "turn")["text"] == OPENING
        number = say(socket, "Guten Tag!")
        assert hear(socket, "kept") == {"type": "kept", "id": number}
        assert hear(socket, "turn", side="agent")["messages"] == [{"id": number, "text": "Guten Tag!"}]
        assert hear(socket, "turn", side="buyer")["text"] == "Antwort 1"


def test_a_page_that_comes_again_gets_what_it_missed(client: TestClient, attempt: str) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        say(socket, "Guten Tag!")
        hear(socket, "turn", index=2)
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": 0})
        assert [socket.receive_json()["index"] for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "no json",
        "[]",
        "null",
        "7",
        '"text"',
        "{}",
        "[" * 10_000,
        '{"type": "unknown"}',
        '{"type": ["message"]}',
        '{"type": "hello"}',
        '{"type": "hello", "seen": "0"}',
        '{"type": "hello", "seen": true}',
        '{"type": "hello", "seen": 1.5}',
        '{"type": "message", "id": "m", "text": "too short an id"}',
        '{"type": "message", "id": "../../etc/passwd", "text": "x"}',
        '{"type": "message", "id": 12345678, "text": "x"}',
        '{"type": "message", "id": "12345678-1234", "text": 5}',
        '{"type": "message", "id": "12345678-1234"}',
        '{"type": "message", "id": "12345678-1234", "text": "' + "x" * 20_000 + '"}',
    ],
)
def test_junk_gets_one_shape_of_error_and_the_talk_goes_on(
    client: TestClient, attempt: str, junk: str
) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_text(junk)
        error = {"code": "bad_message", "message": "not a message of this page"}
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        socket.send_text(junk)
        assert hear(socket, "error")["error"] == error


def test_bytes_are_junk_too(client: TestClient, attempt: str) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        socket.send_bytes(b"\xff\xfe")
        assert hear(socket, "error")["error"]["code"] == "bad_message"


@pytest.mark.parametrize(("text", "reason"), [(" \u3000 ", "empty"), ("x" * 2001, "too_long")])
def test_messages_that_are_none_are_refused(client: TestClient, attempt: str, text: str, reason: str) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        say(socket, text)
        assert hear(socket, "refused")["reason"] == reason


def test_the_coach_shows_hits_with_marks_date_source_and_phrases(client: TestClient, attempt: str) -> None:
    part = client.post(f"/attempts/{attempt}/rules", data={"question": "可以用 WhatsApp 吗"}).text
    assert "<mark>WhatsApp</mark>" in part
    assert "待核实" in part
    assert "2026-11-20" in part
    assert "AliExpress seller rules" in part
    assert 'data-copy="Gern helfe ich Ihnen hier im Chat weiter."' in part
    assert 'href="/rules/off-platform-contact#what-to-answer"' in part
    assert 'data-copy="Danke für Ihre Nachricht."' in part
    assert '<span class="muted">网址</span> toys.example' in part


@pytest.mark.parametrize(("language", "told"), [("es", True), ("de", False)])
def test_beside_spanish_phrases_stands_that_they_say_usted(language: str, told: bool) -> None:
    values = {"question": "WhatsApp?", "answered": True, "hits": [{**LOOK_UP["hits"][0], "pieces": ()}]}
    part = environment().get_template("parts/hits.html")
    shown = part.render(**values, language=language, lang="zh", t=texts("zh"), house=None)
    assert ("这些句子用 usted" in shown) is told


def test_a_question_is_shown_as_text(client: TestClient, attempt: str) -> None:
    part = client.post(f"/attempts/{attempt}/rules", data={"question": "<script>alert(1)</script>"}).text
    assert "<script>" not in part
    assert "&lt;script&gt;" in part


def test_hints_come_step_by_step(client: TestClient, attempt: str) -> None:
    parts = [client.post(f"/attempts/{attempt}/hint").text for _ in range(3)]
    assert ["提示 0" in parts[0], "提示 1" in parts[1], "提示 2" in parts[2]] == [True, True, True]
    assert ['data-copy="Danke für Ihre Nachricht."' in part for part in parts] == [False, False, True]


def test_the_coach_says_when_it_cannot_answer(client: TestClient, attempt: str, bot: FakeBot) -> None:
    assert "1 到 300" in client.post(f"/attempts/{attempt}/rules", data={"question": ""}).text
    bot.down = True
    assert "暂时联系不上" in client.post(f"/attempts/{attempt}/rules", data={"question": "WhatsApp?"}).text
    assert "暂时联系不上" in client.post(f"/attempts/{attempt}/hint").text


def test_a_question_written_in_the_chat_is_answered_beside_it(client: TestClient, attempt: str) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        say(socket, "[rule]")
        number = hear(socket, "coach")["exchange"]
    assert "站外联系" in client.get(f"/attempts/{attempt}/coach/{number}").text


def test_the_report_quotes_words_and_links_rules(client: TestClient, attempt: str) -> None:
    page = finish(client, attempt)
    assert 'data-test="score">40<' in page
    assert "未通过" in page
    assert page.count('data-test="dimension"') == 4
    assert '<a href="#turn-1">Guten Tag &lt;b</a>' in page
    assert 'href="/rules/off-platform-contact#what-to-answer"' in page
    assert "站外联系 · 怎么回答" in page
    assert "Gern helfe ich Ihnen hier im Chat weiter." in page
    assert "第 2 条之后应该做" in page
    assert "21.5 秒" in page
    assert "一次对话看不出" in page
    assert 'href="#check-first_reply_in_time"' in page
    assert "<b>Frau" not in page


def test_the_report_shows_teachers_words_beside_their_check(
    client: TestClient, attempt: str, store: SqlAttempts, reviews: SqlReviews
) -> None:
    assert 'data-test="review"' not in finish(client, attempt)
    (grading,) = store.grades(attempt)
    reviews.add(grading.id, Review("greeted", "reject", "yes", "no", 0, "王莉", 0.0, "<b>Kein</b> Gruß"))
    _, beside = client.get(f"/attempts/{attempt}/report").text.split('data-check="greeted"')
    assert "教师 王莉（1970-01-01）：</b> 不同意（未做到，0 分）。 &lt;b&gt;Kein&lt;/b&gt; Gruß" in beside


def test_the_report_bills_what_the_talk_cost_the_shop(
    client: TestClient, attempt: str, store: SqlAttempts
) -> None:
    assert 'data-test="bill"' not in finish(client, attempt)
    (grading,) = store.grades(attempt)
    why = {"zh": "离开平台", "en": "left the platform"}
    due = Charge("no_off_platform_contact", 1, 12.5, "EUR", False, why, "no-contact", "AliExpress §1")
    bill = Bill((due, replace(due, amount=2_000, currency="points", most=True)))
    store.add_grade(attempt, {**grading.grade, "bill": bill.to_json()}, 9.0)
    page = client.get(f"/attempts/{attempt}/report").text
    assert "<b>12.50 EUR</b>" in page
    assert "最高 2,000 分" in page
    assert "AliExpress §1" in page


def test_a_finished_practice_shows_its_report_and_takes_no_more(client: TestClient, attempt: str) -> None:
    finish(client, attempt)
    assert client.get(f"/attempts/{attempt}").headers["location"] == f"/attempts/{attempt}/report"
    assert ">40</span>" in client.get("/").text
    assert client.post(f"/attempts/{attempt}/finish").status_code == 303
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": 2})
        assert hear(socket, "state")["status"] == "finished"
        say(socket, "Noch etwas")
        assert hear(socket, "refused")["reason"] == "closed"


def test_finishing_twice_makes_one_grade(client: TestClient, attempt: str, store: SqlAttempts) -> None:
    finish(client, attempt)
    client.post(f"/attempts/{attempt}/finish")
    assert len(store.grades(attempt)) == 1


def test_while_the_grade_is_made_the_page_waits_for_it(
    client: TestClient, attempt: str, bot: FakeBot
) -> None:
    assert client.get(f"/attempts/{attempt}/report").headers["location"] == f"/attempts/{attempt}"
    bot.down = True
    client.post(f"/attempts/{attempt}/finish")
    assert 'data-test="grading"' in client.get(f"/attempts/{attempt}/report").text
    assert client.get(f"/attempts/{attempt}/report/ready").status_code == 204


def test_a_grade_that_cannot_be_made_is_told_on_the_page_until_it_is_there(
    client: TestClient, attempt: str, bot: FakeBot
) -> None:
    bot.ungradable = True
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        hear(socket, "turn", index=0)
        client.post(f"/attempts/{attempt}/finish")
        hear(socket, "state", status="finishing", bot="retrying")
        ready = f"/attempts/{attempt}/report/ready"
        assert client.get(ready).headers["hx-redirect"] == f"/attempts/{attempt}/report"
        page = client.get(f"/attempts/{attempt}/report").text
        assert 'data-test="grading-failed"' in page
        assert "暂时无法评分" in page
        assert f'hx-get="{ready}?told=true"' in page
        assert client.get(f"{ready}?told=true").status_code == 204
        bot.ungradable = False
        hear(socket, "state", status="finished")
        assert client.get(f"{ready}?told=true").headers["hx-redirect"] == f"/attempts/{attempt}/report"


def test_when_the_grade_is_there_the_waiting_page_is_sent_on(client: TestClient, attempt: str) -> None:
    finish(client, attempt)
    ready = client.get(f"/attempts/{attempt}/report/ready")
    assert ready.headers["hx-redirect"] == f"/attempts/{attempt}/report"


@pytest.mark.parametrize("path", ["", "/report", "/report/ready", "/coach/1"])
def test_strangers_get_nothing_to_read(charlie: TestClient, attempt: str, path: str) -> None:
    assert charlie.get(f"/attempts/{attempt}{path}").status_code == 404


@pytest.mark.parametrize("path", ["/finish", "/rules", "/hint"])
def test_strangers_can_do_nothing(charlie: TestClient, attempt: str, path: str, bot: FakeBot) -> None:
    assert charlie.post(f"/attempts/{attempt}{path}", data={"question": "WhatsApp?"}).status_code == 404
    assert bot.sent == []


@pytest.mark.parametrize("attempt_id", ["00000000-0000-4000-8000-000000000000", "x", "%00", "' or 1=1 --"])
def test_a_practice_that_is_not_there_is_missing(client: TestClient, attempt_id: str) -> None:
    assert client.get(f"/attempts/{attempt_id}").status_code == 404


def test_strangers_cannot_talk(charlie: TestClient, attempt: str) -> None:
    with charlie.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        assert socket.receive_json()["error"]["code"] == "not_found"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == NOT_FOUND


def test_a_coach_number_that_is_none_is_refused(client: TestClient, attempt: str) -> None:
    assert client.get(f"/attempts/{attempt}/coach/99").status_code == 404
    assert client.get(f"/attempts/{attempt}/coach/abc").status_code == 400


def test_a_practice_can_be_read_in_english(client: TestClient, attempt: str) -> None:
    client.post("/language", data={"language": "en"})
    assert "What you may decide" in client.get(f"/attempts/{attempt}").text
    page = finish(client, attempt)
    assert "Not passed" in page
    assert "What to improve first" in page
