"""A page that watches a conversation, for tests of the service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.core.heard import JsonDict
from bot.service.cards import Choice
from bot.service.conversation import Conversation
from bot.service.news import Listener
from bot.service.practice import Practices
from tests.service.fakes import DE

PATIENCE_S = 10
ALICE = "alice"


@dataclass
class Page:
    """What a page is: an attempt, its conversation, and the news in the order they came."""

    attempt: str
    conversation: Conversation
    listener: Listener

    async def news(self, fits: Callable[[JsonDict], Any]) -> JsonDict:
        """The next news that fits; those before it are passed over."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                told = await self.listener.next()
                if fits(told):
                    return told

    async def turn(self, index: int) -> JsonDict:
        """The turn with this index."""
        return await self.news(lambda n: n["type"] == "turn" and n["index"] == index)

    async def state(self, **values: object) -> JsonDict:
        """The next state with these values."""
        return await self.news(lambda n: n["type"] == "state" and values.items() <= n.items())


@asynccontextmanager
async def opened(
    practices: Practices, attempt: str | None = None, seen: int = -1, choice: Choice = DE
) -> AsyncIterator[Page]:
    """A page that watches a new attempt, or an old one again."""
    if attempt is None:
        attempt = (await practices.start(ALICE, choice, seed=1)).id
    async with practices.live(ALICE, attempt) as conversation:
        listener = Listener()
        conversation.listen(listener, seen)
        yield Page(attempt, conversation, listener)
        conversation.leave(listener)
