"""`silkdesk run` as a host sees it."""

from __future__ import annotations

import json
import stat
import time
from pathlib import Path

import httpx
import pytest

from tests.house.running import House, start

pytestmark = pytest.mark.slow


def test_it_prints_one_line_with_the_address_and_no_other_address(house: House) -> None:
    told = [line for line in house.lines if "http" in line]
    assert told == [f"Silkdesk: {house.url}/"]


def test_all_three_answer_their_health_address(house: House) -> None:
    for port, path in (
        ("SILKDESK_PORT", "/health"),
        ("SILKDESK_RASA_PORT", "/webhooks/silkdesk/health"),
        ("SILKDESK_ACTIONS_PORT", "/health"),
    ):
        answer = httpx.get(f"http://127.0.0.1:{house.ports[port]}{path}", trust_env=False)
        assert answer.status_code == 200, path
        assert answer.json()["status"] == "ok"


def test_bot_and_action_server_refuse_a_wrong_secret_and_log_it(house: House) -> None:
    for port, path in (
        ("SILKDESK_RASA_PORT", "/webhooks/silkdesk/webhook"),
        ("SILKDESK_ACTIONS_PORT", "/webhook"),
    ):
        answer = httpx.post(
            f"http://127.0.0.1:{house.ports[port]}{path}",
            json={"sender": "x", "message": "hi"},
            headers={"Authorization": "Bearer wrong"},
            trust_env=False,
        )
        assert answer.status_code == 401, path
    log, until = house.var / "log" / "silkdesk.log", time.monotonic() + 10
    while log.read_text(encoding="utf-8").count("wrong secret") < 2:
        assert time.monotonic() < until
        time.sleep(0.1)


def test_the_log_is_one_event_a_line_whoever_wrote_it(house: House) -> None:
    lines = (house.var / "log" / "silkdesk.log").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    assert all({"event", "process", "level"} <= event.keys() for event in events)
    assert {event["process"] for event in events} >= {"web", "bot"}


def test_secrets_are_their_owners_alone(house: House) -> None:
    for name in ("secret", "cookie-secret"):
        assert stat.S_IMODE((house.var / name).stat().st_mode) == 0o600


def test_ctrl_c_ends_every_process_within_five_seconds(tmp_path: Path) -> None:
    own = start(tmp_path / "var")
    assert own.stop() == 0
    for port in own.ports.values():
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{port}/", trust_env=False)
