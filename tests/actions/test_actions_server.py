"""The action server from outside."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from structlog.testing import capture_logs

from actions.grade import ActionGrade
from actions.server import DOMAIN_WANTED, create
from bot import bootstrap
from bot.core.errors import BadFile, NotReady, Problem
from tests.buyer.talks import DAY, begin

SECRET = "between-the-processes"
HEADERS = {"Authorization": f"Bearer {SECRET}"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create(SECRET)) as running:
        yield running


def call(
    action: str, intent: str, channel: str = "silkdesk", text: str = "", **metadata: Any
) -> dict[str, Any]:
    """An action call as Rasa sends it."""
    message = {
        "intent_ranking": [{"name": intent, "confidence": 1.0}],
        "text": text,
        "metadata": metadata,
        "acts": [],
    }
    tracker = {
        "sender_id": "x",
        "slots": {},
        "latest_message": message,
        "events": [{"event": "user", "input_channel": channel}],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": None,
    }
    return {"next_action": action, "sender_id": "x", "tracker": tracker, "domain": {}, "version": "3.6.21"}


def turn(**more: Any) -> dict[str, Any]:
    told = {"scenario": "late-parcel", "language": "de", "platform": "aliexpress", "country": "DE"}
    return {**told, "seed": 1, "date": DAY.isoformat(), "waited": 0.0, **more}


def custom(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/webhook", json=body, headers=HEADERS)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["responses"][0]["custom"]
    return found


def test_health_needs_no_secret(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer ключ".encode()}]
)
def test_a_wrong_secret_gets_401(
    client: TestClient, headers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        client.post("/webhook", json=call("action_buyer_turn", "begin"), headers=headers).status_code == 401
    )
    assert "wrong secret" in "".join(capsys.readouterr())


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"next_action": 1, "tracker": {}}', b'{"tracker": {}}'])
def test_rubbish_gets_400(client: TestClient, body: bytes) -> None:
    assert client.post("/webhook", content=body, headers=HEADERS).status_code == 400


def test_an_unknown_action_gets_404(client: TestClient) -> None:
    answer = client.post("/webhook", json=call("action_nothing", "greet"), headers=HEADERS)
    assert answer.status_code == 404


def test_without_a_domain_one_is_asked_for(client: TestClient) -> None:
    body = {**call("action_buyer_turn", "begin", **turn()), "domain": None}
    assert client.post("/webhook", json=body, headers=HEADERS).status_code == DOMAIN_WANTED


def test_the_buyer_opens_and_answers(client: TestClient) -> None:
    opened = custom(client, call("action_buyer_turn", "begin", **turn()))
    assert opened["kind"] == "buyer_turn"
    assert opened["text"] == begin().text
    said = call("action_buyer_turn", "greet", text="Guten Tag", **turn(state=opened["state"]))
    said["tracker"]["latest_message"]["acts"] = [{"act": "greet", "confidence": 0.9, "start": 0, "end": 9}]
    answered = custom(client, said)
    assert answered["state"]["acts"] == {"greet": 1}
    assert answered["state"]["turn"] == 1


def test_silence_is_answered(client: TestClient) -> None:
    state = begin().state.to_json()
    quiet = custom(client, call("action_buyer_turn", "silence", **turn(state=state, waited=180.0)))
    assert quiet["state"]["silences"] == 1


@pytest.mark.parametrize(
    "broken", [{"scenario": "none"}, {"language": "fr"}, {"state": {"mood": 1}}, {"seed": "x"}]
)
def test_an_errors_answer_never_repeats_what_was_sent(client: TestClient, broken: dict[str, Any]) -> None:
    body = call("action_buyer_turn", "greet", text="a private word", **turn(**broken))
    answer = client.post("/webhook", json=body, headers=HEADERS)
    assert answer.status_code == 500
    assert "private" not in answer.text
    assert json.loads(answer.text)["action_name"] == "action_buyer_turn"


def test_a_terminal_plays_from_its_slot(client: TestClient) -> None:
    body = call("action_buyer_turn", "greet", channel="cmdline", text="hola")
    body["tracker"]["latest_message"]["language"] = "es"
    answer = client.post("/webhook", json=body, headers=HEADERS).json()
    assert answer["responses"][0]["text"]
    slot = answer["events"][0]
    assert slot["name"] == "silkdesk_state"
    assert slot["value"]["language"] == "es"


def test_asking_for_the_end_without_a_transcript_asks_web_for_it(client: TestClient) -> None:
    assert custom(client, call("action_grade", "finish")) == {"kind": "finish_requested"}


def test_what_is_done_and_what_fails_is_logged_with_its_attempt(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise NotReady("the index is missing")

    monkeypatch.setattr(bootstrap, "knowledge_base", missing)
    with capture_logs() as logged:
        custom(client, call("action_buyer_turn", "begin", **turn(attempt="a-1")))
        client.post("/webhook", json=call("action_hint", "ask_hint", attempt="a-2"), headers=HEADERS)
    told = [(line["event"], line["action"], line["attempt"], line.get("error")) for line in logged]
    assert told == [
        ("action.done", "action_buyer_turn", "a-1", None),
        ("action.failed", "action_hint", "a-2", "the index is missing"),
    ]


async def _ask_for(grades: int, go_on: threading.Event) -> None:
    """Asks for grades at once, and lets the grader go on when it was asked for all of them."""
    tracker = Tracker.from_dict(call("action_grade", "finish", transcript={})["tracker"])
    asked = [
        asyncio.ensure_future(ActionGrade().run(CollectingDispatcher(), tracker, {})) for _ in range(grades)
    ]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(*asked)


def test_who_ends_together_is_graded_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    threads, go_on = set(), threading.Event()

    def grader() -> None:
        threads.add(threading.get_ident())
        go_on.wait()
        raise NotReady("nothing is trained")

    monkeypatch.setattr(bootstrap, "grader", grader)
    asyncio.run(_ask_for(3, go_on))
    assert len(threads) == 1


def test_a_grade_that_cannot_be_made_is_an_answer_and_its_reason_is_logged(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise BadFile([Problem("knowledge/rubric.yml", 3, "pass_mark", "'seventy' is not of type 'number'")])

    monkeypatch.setattr(bootstrap, "grader", broken)
    with capture_logs() as logged:
        answer = custom(client, call("action_grade", "finish", attempt="a-3", transcript={}))
    assert answer == {"kind": "grade_failed"}
    failed = logged[0]
    assert (failed["event"], failed["attempt"], failed["log_level"]) == ("grade.failed", "a-3", "error")
    assert failed["error"] == "knowledge/rubric.yml:3: pass_mark: 'seventy' is not of type 'number'"
