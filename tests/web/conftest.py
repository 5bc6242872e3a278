"""The pages as a browser meets them, over a real database and a bot to command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page
from sqlalchemy import Engine

from bot.buyer.scenario import Scenario
from bot.service.clock import SystemClock
from bot.service.desk import Desk
from bot.service.pace import Pace
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.store.reviews import SqlReviews
from bot.web.app import build
from bot.web.visitor import Visitors
from tests.ports import free_ports
from tests.service.fakes import FakeBot, library, scenario
from tests.web.serving import rasa, served
from tests.web.staging import WITHIN_MS, Stage

ORIGIN = "http://testserver"


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture
def database(tmp_path: Path) -> Engine:
    url = f"sqlite:///{tmp_path / 'silkdesk.db'}"
    migrate(url)
    return connect(url)


@pytest.fixture
def store(database: Engine) -> SqlAttempts:
    return SqlAttempts(database)


@pytest.fixture
def reviews(database: Engine) -> SqlReviews:
    return SqlReviews(database)


@pytest.fixture
def scenarios() -> list[Scenario]:
    return [scenario()]


@pytest.fixture
def app(store: SqlAttempts, reviews: SqlReviews, bot: FakeBot, scenarios: list[Scenario]) -> FastAPI:
    shelf, pace = {one.id: one for one in scenarios}, Pace(pause=0.0, limit=0.0, typing=0.0)
    hand = Desk(bot, store, SystemClock(), shelf, pace, reviewed=reviews.of_attempt)
    return build(hand, library(), Visitors("signing-secret", "zh"))


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


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    bot = FakeBot()
    with served(rasa(bot)) as bot_url:
        yield Stage(bot, bot_url, tmp_path, *free_ports(1))


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    """A page of a trainee, 1280 pixels wide; whatever goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(WITHIN_MS)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith((stage.url, "data:")) else faults.append(r.url))
    yield opened
    context.close()
    assert faults == []
