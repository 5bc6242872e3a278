"""Other sites' pages can do nothing here, and nothing foreign runs in ours."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from bot.web.guard import FOREIGN, POLICY

FOREIGNERS = [
    "https://elsewhere.example",
    "http://testserver:8000",
    "http://testserver.example",
    "http://testserver@elsewhere.example",
    "testserver",
    "http://[",
    "null",
    "",
]


@pytest.mark.parametrize("origin", FOREIGNERS)
def test_a_foreign_page_cannot_post(client: TestClient, origin: str) -> None:
    answer = client.post("/language", data={"language": "en"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "foreign_origin"


@pytest.mark.parametrize("origin", FOREIGNERS)
def test_a_foreign_page_cannot_talk(client: TestClient, attempt: str, origin: str) -> None:
    connecting = client.websocket_connect(f"/attempts/{attempt}/talk", headers={"origin": origin})
    with pytest.raises(WebSocketDisconnect) as refused, connecting:
        pass
    assert refused.value.code == FOREIGN


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/rules", "/health", "/nowhere", "/static/silkdesk.css"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("path", ["/", "/rules", "/rules/off-platform-contact", "/attempts/{attempt}"])
def test_pages_hold_no_inline_script_or_style_and_nothing_foreign(
    client: TestClient, attempt: str, path: str
) -> None:
    page = client.get(path.format(attempt=attempt)).text
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", page)
    assert not re.search(r"\s(style|on\w+)=", page)
    assert not re.search(r"(src|href|action)=\"(?!/|#)", page)


def test_pages_are_not_kept_by_caches_but_static_files_may_be(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    assert "no-store" not in client.get("/static/silkdesk.css").headers.get("cache-control", "")
