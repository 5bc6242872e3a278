"""What a test in a real browser stands on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.service.fakes import FakeBot

WITHIN_MS = 20_000


@dataclass
class Stage:
    """A bot to command, and the pages that ask it."""

    bot: FakeBot
    bot_url: str
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"
