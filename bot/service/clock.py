"""The real clock."""

from __future__ import annotations

import asyncio
import time


class SystemClock:
    """Wall-clock time: it goes on while web is down, as the buyer's waiting does."""

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Waits so long."""
        await asyncio.sleep(seconds)
