"""The wire to the bot: what is sent, and that every failure is one and the same error."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from bot.core.errors import ServiceDown
from bot.service.rasa_bot import PATH, RasaBot

pytestmark = pytest.mark.anyio
ANSWER = {"kind": "buyer_turn", "text": "Guten Tag"}


@dataclass
class Server(httpx.AsyncBaseTransport):
    """The other end of the wire: one function from request to response."""

    answer: Callable[[httpx.Request], httpx.Response]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self.answer(request)


def bot(answer: Callable[[httpx.Request], httpx.Response]) -> RasaBot:
    return RasaBot(httpx.AsyncClient(transport=Server(answer), base_url="http://bot"))


async def test_a_turn_and_an_event_go_out_as_agreed() -> None:
    seen: list[tuple[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.path, json.loads(request.content)))
        return httpx.Response(200, json=[{"text": "Guten Tag"}, {"custom": ANSWER}])

    client = bot(answer)
    assert await client.say("a-1", "Hallo", {"turn": 1}) == ANSWER
    assert await client.send("a-1", "begin", {"turn": 0}) == ANSWER
    assert seen == [
        (PATH, {"sender": "a-1", "message": "Hallo", "metadata": {"turn": 1}}),
        (PATH, {"sender": "a-1", "event": "begin", "metadata": {"turn": 0}}),
    ]
    await client.close()


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"custom": ANSWER}),
        httpx.Response(200, json=[{"text": "no custom part"}]),
        httpx.Response(200, json=[{"custom": {"no": "kind"}}]),
        httpx.Response(200, json=[{"custom": "text"}]),
        httpx.Response(200, text="<html>"),
        httpx.Response(401, json={"error": "wrong secret"}),
        httpx.Response(500),
    ],
)
async def test_every_useless_answer_is_a_service_that_is_down(response: httpx.Response) -> None:
    with pytest.raises(ServiceDown):
        await bot(lambda _: response).say("a-1", "Hallo", {})


async def test_a_refused_connection_is_a_service_that_is_down() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(ServiceDown, match="does not answer"):
        await bot(refuse).send("a-1", "begin", {})


async def test_the_secret_goes_along_and_the_environments_proxy_is_not_used() -> None:
    client = RasaBot.at("http://127.0.0.1:5005", "secret")
    inner = client._client
    assert inner.headers["authorization"] == "Bearer secret"
    assert not inner.trust_env
    await client.close()
