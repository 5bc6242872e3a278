"""A desk over a real database, a bot to command and a clock that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.service.desk import Desk
from bot.service.practice import Practices
from tests.service.fakes import FakeBot, FakeClock, desk


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def hand(tmp_path: Path, bot: FakeBot, clock: FakeClock) -> Desk:
    return desk(tmp_path, bot, clock)


@pytest.fixture
async def practices(hand: Desk) -> AsyncIterator[Practices]:
    made = Practices(hand)
    yield made
    await made.close()
