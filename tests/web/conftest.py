"""The pages as a browser meets them, over a real database and a bot to command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.service.clock import SystemClock
from bot.service.desk import Desk
from bot.service.pace import Pace
from bot.service.practice import Practices
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.web.app import build
from bot.web.visitor import Visitors
from tests.service.fakes import FakeBot, library, scenario

ORIGIN = "http://testserver"


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture
def store(tmp_path: Path) -> SqlAttempts:
    url = f"sqlite:///{tmp_path / 'silkdesk.db'}"
    migrate(url)
    return SqlAttempts(connect(url))


@pytest.fixture
def app(store: SqlAttempts, bot: FakeBot) -> FastAPI:
    one = scenario()
    hand = Desk(bot, store, SystemClock(), {one.id: one}, Pace(pause=0.0, limit=0.0, typing=0.0))
    return build(Practices(hand), library(), Visitors("signing-secret", "zh"))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Alice's browser."""
    with TestClient(app, headers={"origin": ORIGIN, "accept": "text/html"}, follow_redirects=False) as made:
        yield made


@pytest.fixture
def charlie(app: FastAPI, client: TestClient) -> TestClient:
    """Another visitor of the same server, who must see nothing of Alice's."""
    other = TestClient(app, headers={"origin": ORIGIN, "accept": "text/html"}, follow_redirects=False)
    other.portal = client.portal
    return other


@pytest.fixture
def attempt(client: TestClient) -> str:
    """A practice that Alice has started."""
    answer = client.post("/attempts", data={"scenario": "late-parcel", "variant": "de/aliexpress/DE"})
    assert answer.status_code == 303
    return answer.headers["location"].removeprefix("/attempts/")
