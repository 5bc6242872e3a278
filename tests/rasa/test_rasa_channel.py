"""What the channel lets in, and what becomes of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.rasa.channel import LONGEST, SilkdeskChannel, read, without_command


class Request:
    """As much of a web request as the channel looks at."""

    ip = "127.0.0.1"

    def __init__(self, body: Any, secret: str = "s3cret") -> None:
        self.json = body
        self.headers = {"authorization": f"Bearer {secret}"}


def post(body: Any, secret: str = "s3cret") -> tuple[int, list[UserMessage]]:
    """Status of the answer, and the messages that reached the bot."""
    arrived: list[UserMessage] = []

    async def take(message: UserMessage) -> None:
        arrived.append(message)

    routes = SilkdeskChannel("s3cret").blueprint(take)
    receive = next(r.handler for r in routes._future_routes if r.uri == "/webhook")
    answer = asyncio.run(receive(Request(body, secret)))
    return answer.status, arrived


def test_a_wrong_secret_gets_401_is_logged_and_reaches_nobody(caplog: pytest.LogCaptureFixture) -> None:
    status, arrived = post({"sender": "a", "message": "Hallo"}, "guess")
    assert (status, arrived) == (401, [])
    assert "wrong secret" in caplog.text


def test_a_message_arrives_with_its_metadata() -> None:
    status, (message,) = post({"sender": "a", "message": "Hallo", "metadata": {"turn": 3}})
    assert status == 200
    assert (message.text, message.sender_id, message.metadata) == ("Hallo", "a", {"turn": 3})
    assert message.input_channel == "silkdesk"


def test_an_event_of_web_becomes_an_intent() -> None:
    _, (message,) = post({"sender": "a", "event": "begin"})
    assert message.text == "/begin"


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u2003\u2028", "\u3000\t"])
def test_a_typed_command_stays_text_and_keeps_its_places(space: str) -> None:
    typed = f'{space}/restart{{"a": 1}}'
    shown = without_command(typed)
    assert not shown.strip().startswith("/")
    assert len(shown) == len(typed)


def test_a_slash_inside_a_text_stays() -> None:
    assert without_command("und/oder") == "und/oder"


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"sender": ""},
        {"sender": "a"},
        {"sender": "a", "message": " \n"},
        {"sender": "a", "message": 3},
        {"sender": "a", "message": "x" * (LONGEST + 1)},
        {"sender": "a", "event": "restart"},
        {"sender": "a", "message": "hi", "metadata": "x"},
    ],
)
def test_rubbish_gets_400(body: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(body)
    assert post(body)[0] == 400


@pytest.mark.parametrize("credentials", [None, {}, {"secret": ""}, {"secret": "${SILKDESK_SECRET}"}])
def test_the_channel_does_not_open_without_a_secret(credentials: dict[str, Any] | None) -> None:
    with pytest.raises(ValueError, match="SILKDESK_SECRET"):
        SilkdeskChannel.from_credentials(credentials)
