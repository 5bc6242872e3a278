"""The bot over HTTP: Rasa's own channel, with the shared secret."""

from __future__ import annotations

from typing import Any

import httpx

from bot.core.errors import ServiceDown
from bot.core.heard import JsonDict

PATH = "/webhooks/silkdesk/webhook"
TIMEOUT = httpx.Timeout(30.0, connect=2.0)


class RasaBot:
    """Speaks to one Rasa server. Every failure is a ServiceDown, whatever its cause."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @staticmethod
    def at(url: str, secret: str) -> RasaBot:
        """A bot at this address. Loopback traffic never goes through a proxy of the environment."""
        headers = {"Authorization": f"Bearer {secret}"}
        return RasaBot(httpx.AsyncClient(base_url=url, headers=headers, timeout=TIMEOUT, trust_env=False))

    async def say(self, sender: str, text: str, metadata: JsonDict) -> JsonDict:
        """The `custom` part of the answer to a trainee's turn."""
        return await self._post({"sender": sender, "message": text, "metadata": metadata})

    async def send(self, sender: str, event: str, metadata: JsonDict) -> JsonDict:
        """The `custom` part of the answer to one of web's own events."""
        return await self._post({"sender": sender, "event": event, "metadata": metadata})

    async def close(self) -> None:
        """Ends the connections."""
        await self._client.aclose()

    async def _post(self, body: JsonDict) -> JsonDict:
        try:
            response = await self._client.post(PATH, json=body)
        except httpx.HTTPError as error:
            raise ServiceDown(f"the bot does not answer ({type(error).__name__})") from error
        if response.status_code != httpx.codes.OK:
            raise ServiceDown(f"the bot answered with status {response.status_code}")
        try:
            return _custom(response.json())
        except ValueError as error:
            raise ServiceDown("the bot's answer is not JSON") from error


def _custom(answer: Any) -> JsonDict:
    parts = answer if isinstance(answer, list) else []
    for part in parts:
        custom = part.get("custom") if isinstance(part, dict) else None
        if isinstance(custom, dict) and isinstance(custom.get("kind"), str):
            return custom
    raise ServiceDown("the bot gave no answer; see the log of the action server")
