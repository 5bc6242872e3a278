"""A trainee who speaks the page's own protocol over HTTP and WebSocket."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from typing import Any

import httpx
from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection

MESSAGES = (
    "Guten Tag Frau Weber, vielen Dank für Ihre Nachricht.",
    "Ich habe die Sendung geprüft. Sie liegt seit Freitag im Verteilzentrum.",
    "Es tut mir sehr leid. Ich frage heute beim Zusteller nach und melde mich morgen bis 18 Uhr bei Ihnen.",
    "Über WhatsApp dürfen wir leider nicht schreiben. Hier im Chat sind Sie abgesichert.",
    "Als Entschuldigung kann ich Ihnen 10 Prozent des Kaufpreises erstatten. Passt das für Sie?",
    "Das genaue Datum kann ich Ihnen nicht garantieren.",
)
"""One to three sentences each."""


class Trainee:
    """One practice after another until as many turns are done as were asked for."""

    def __init__(self, url: str, scenario: str, variant: str) -> None:
        self._url = url
        self._choice = {"scenario": scenario, "variant": variant}

    async def talk(self, turns: int) -> int:
        """Says so many turns, each once the answer to the last is there; gives the number done.

        A practice that the buyer ends is followed by the next.
        """
        done = 0
        while done < turns:
            async with self._client() as client:
                place = await self._begin(client)
                done += await self._practise(client, place, turns - done)
        return done

    async def whole(self) -> float:
        """One practice with a look-up and a grade; gives the seconds from Finish to the report."""
        async with self._client() as client:
            place = await self._begin(client)
            await self._practise(client, place, len(MESSAGES))
            await client.post(f"{place}/rules", data={"question": MESSAGES[3]})
            finished = time.perf_counter()
            await client.post(f"{place}/finish")
            while 'data-test="score"' not in (await client.get(f"{place}/report")).text:
                await asyncio.sleep(0.05)
            return time.perf_counter() - finished

    def _client(self) -> httpx.AsyncClient:
        headers = {"Origin": self._url}
        return httpx.AsyncClient(base_url=self._url, headers=headers, timeout=60, trust_env=False)

    async def _begin(self, client: httpx.AsyncClient) -> str:
        """Starts a practice; gives the path of its page."""
        started = await client.post("/attempts", data=self._choice)
        return str(started.headers["location"])

    async def _practise(self, client: httpx.AsyncClient, place: str, turns: int) -> int:
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        address = self._url.replace("http", "ws", 1) + place + "/talk"
        headers = {"Origin": self._url, "Cookie": cookies}
        async with connect(address, additional_headers=headers, proxy=None) as socket:
            return await _say(socket, turns)


async def _say(socket: Connection, turns: int) -> int:
    await _send(socket, type="hello", seen=-1)
    await _until_buyer(socket)
    for number in range(turns):
        text = MESSAGES[number % len(MESSAGES)]
        await _send(socket, type="message", id=str(uuid.uuid4()), text=text)
        await _send(socket, type="send")
        if await _until_buyer(socket):
            return number + 1
    return turns


async def _send(socket: Connection, **message: Any) -> None:
    await socket.send(json.dumps(message))


async def _until_buyer(socket: Connection) -> bool:
    """Waits for the buyer's next turn; says whether the buyer has ended the talk."""
    while True:
        news = json.loads(await socket.recv())
        if news["type"] == "turn" and news["side"] == "buyer":
            break
        if news["type"] == "state" and news["ending"]:
            return True
    while (news := json.loads(await socket.recv()))["type"] != "state":
        pass
    return bool(news["ending"])
