"""One running house for all tests that do not end it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.house.running import House, start


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Web, bot and action server, with no waiting for a trainee who types."""
    running = start(
        tmp_path_factory.mktemp("house") / "var", SILKDESK_GATHER_PAUSE="0.2", SILKDESK_TYPING="0"
    )
    yield running
    running.stop()
