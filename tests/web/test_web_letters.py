"""A practice by e-mail through the pages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from bot.buyer.scenario import Scenario
from tests.service.fakes import FakeBot
from tests.service.letters import BY_MAIL, SUBJECT, by_mail
from tests.web.test_web_practice import hear


@pytest.fixture
def scenarios(bot: FakeBot) -> list[Scenario]:
    bot.subject = SUBJECT
    return [by_mail()]


@pytest.fixture
def attempt(client: TestClient) -> str:
    answer = client.post("/attempts", data={"scenario": BY_MAIL.scenario, "variant": "de/aliexpress/DE"})
    return answer.headers["location"].removeprefix("/attempts/")


def test_the_start_page_says_that_letters_are_written(client: TestClient) -> None:
    assert '<span class="chip">邮件</span>' in client.get("/").text


def test_the_page_has_letters_and_the_office_clock_in_place_of_the_chat(
    client: TestClient, attempt: str
) -> None:
    page = client.get(f"/attempts/{attempt}").text
    assert f'<silkdesk-letters id="talk" data-test="letters" attempt="{attempt}"' in page
    assert "<silkdesk-office" in page
    assert "dist/letters.js" in page
    assert "silkdesk-chat" not in page


@pytest.mark.parametrize("subject", ["Re: Bestellung 8190", "", 5, None, ["x"]])
def test_a_letter_may_have_a_subject_and_the_report_shows_it(
    client: TestClient, attempt: str, subject: object
) -> None:
    with client.websocket_connect(f"/attempts/{attempt}/talk") as socket:
        socket.send_json({"type": "hello", "seen": -1})
        assert hear(socket, "turn", index=0)["subject"] == SUBJECT
        socket.send_json({"type": "message", "id": "12345678-1", "text": "Guten Tag!", "subject": subject})
        kept = hear(socket, "turn", index=1).get("subject")
        assert kept == (subject if isinstance(subject, str) else None)
        client.post(f"/attempts/{attempt}/finish")
        hear(socket, "state", status="finished")
    report = client.get(f"/attempts/{attempt}/report").text
    assert f'<p class="subject" lang="de">{SUBJECT}</p>' in report
    assert report.count("Re: Bestellung 8190") == (1 if subject == "Re: Bestellung 8190" else 0)
    assert " 09:00</time>" in report
