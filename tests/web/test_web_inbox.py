"""The inbox through the pages."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from bot.buyer.scenario import Scenario
from tests.service.fakes import FakeBot
from tests.service.letters import SUBJECT, by_mail
from tests.web.test_web_practice import hear


@pytest.fixture
def scenarios(bot: FakeBot) -> list[Scenario]:
    bot.subject = SUBJECT
    return [by_mail("one"), by_mail("two")]


@pytest.fixture
def inbox(client: TestClient) -> str:
    """An inbox of Alice's, whose letters have arrived."""
    address = client.post("/inboxes", data={"language": "de"}).headers["location"]
    for attempt in threads(client, address):
        with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
            socket.send_json({"type": "hello", "seen": -1})
            hear(socket, "turn", index=0)
    return address


def threads(client: TestClient, address: str) -> list[str]:
    return re.findall(r'id="thread-([0-9a-f-]+)"', client.get(f"{address}/threads").text)


def test_the_start_page_offers_an_inbox_in_each_language_with_several(client: TestClient) -> None:
    page = client.get("/").text
    assert re.findall(r'data-test="inbox-(..)">([^<]+)<', page) == [
        ("de", "德语：2 封邮件"),
        ("en", "英语：2 封邮件"),
    ]


def test_it_lists_sender_subject_arrival_and_what_is_to_be_done(client: TestClient, inbox: str) -> None:
    page = client.get(inbox).text
    assert page.count("Frau Weber") == 2
    assert page.count(SUBJECT) == 2
    assert '周五 <time datetime="' in page
    assert "19:42</time>" in page
    assert "离回复期限还有 23 小时 59 分" in page
    assert page.count('<span class="badge warn">未回复</span>') == 2
    assert 'data-test="skip"' not in page


def test_a_thread_leads_back_and_cannot_be_finished_alone(client: TestClient, inbox: str) -> None:
    page = client.get(f"/attempts/{threads(client, inbox)[0]}").text
    assert f'href="{inbox}" data-test="back"' in page
    assert "finish" not in page


def test_finishing_shows_the_scores_and_reports_lead_back(client: TestClient, inbox: str) -> None:
    found = threads(client, inbox)
    assert client.post(f"{inbox}/finish").headers["location"] == inbox
    for attempt in found:
        with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
            socket.send_json({"type": "hello", "seen": -1})
            hear(socket, "state", status="finished")
    page = client.get(inbox).text
    assert page.count('<span class="mark bad">40</span>') == 2
    assert 'data-test="finish"' not in page
    assert f'href="{inbox}"' in client.get(f"/attempts/{found[0]}/report").text


def test_a_stranger_finds_nothing(client: TestClient, charlie: TestClient, inbox: str) -> None:
    assert client.get(inbox).status_code == 200
    assert charlie.get(inbox).status_code == 404
    assert charlie.get(f"{inbox}/threads").status_code == 404
    assert charlie.post(f"{inbox}/finish").status_code == 404
    assert charlie.post(f"{inbox}/skip").status_code == 404


def test_a_language_without_letters_is_refused(client: TestClient) -> None:
    assert client.post("/inboxes", data={"language": "xx"}).status_code == 400
