"""The channel between web and bot: only what bears the shared secret gets in, and only events are intents."""

from __future__ import annotations

import hmac
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

NAME = "silkdesk"
EVENTS = frozenset({"begin", "silence", "finish", "ask_rule", "ask_hint"})
LONGEST = 2000
_LEADING_SLASH = re.compile(r"^(\s*)/")
_log = logging.getLogger(__name__)


class SilkdeskChannel(InputChannel):
    """`POST /webhooks/silkdesk/webhook` with a bearer secret; answers are the collected messages."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        """Stands in the address and in every tracker of this channel."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SilkdeskChannel:
        """Raises ValueError without a secret: the bot does not listen unguarded."""
        secret = (credentials or {}).get("secret")
        if not secret or str(secret).startswith("${"):
            raise ValueError("credentials.yml: the channel silkdesk needs the variable SILKDESK_SECRET")
        return cls(str(secret))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The channel's two addresses."""
        routes = Blueprint("silkdesk_channel", __name__)

        async def health(request: Request) -> HTTPResponse:
            ready = request.app.ctx.agent is not None and request.app.ctx.agent.is_ready()
            return response.json({"status": "ok" if ready else "no model"}, 200 if ready else 503)

        async def receive(request: Request) -> HTTPResponse:
            if not self._may_enter(request):
                _log.warning("wrong secret from %s", request.ip)
                return response.json({"error": "wrong secret"}, 401)
            try:
                sender, text, metadata = read(request.json)
            except ValueError as error:
                return response.json({"error": str(error)}, 400)
            collected = CollectingOutputChannel()
            await on_new_message(UserMessage(text, collected, sender, input_channel=NAME, metadata=metadata))
            return response.json(collected.messages)

        routes.add_route(health, "/health", methods=["GET"])
        routes.add_route(receive, "/webhook", methods=["POST"])
        return routes

    def _may_enter(self, request: Request) -> bool:
        shown = request.headers.get("authorization", "").encode("utf-8", "replace")
        return hmac.compare_digest(shown, f"Bearer {self._secret}".encode())


def read(body: Any) -> tuple[str, str, dict[str, Any]]:
    """Sender, text for Rasa and metadata of a request's body; raises ValueError that says what is wrong."""
    if not isinstance(body, dict) or not isinstance(body.get("sender"), str) or not body["sender"]:
        raise ValueError("the body needs a sender")
    metadata = body.get("metadata") or {}
    if not isinstance(metadata, dict):
        raise ValueError("metadata has to be an object")
    if "event" in body:
        if body["event"] not in EVENTS:
            raise ValueError(f"event is none of {', '.join(sorted(EVENTS))}")
        return body["sender"], f"/{body['event']}", metadata
    message = body.get("message")
    if not isinstance(message, str) or not message.strip():
        raise ValueError("the body needs a message or an event")
    if len(message) > LONGEST:
        raise ValueError(f"a message has at most {LONGEST} characters")
    return body["sender"], without_command(message), metadata


def without_command(text: str) -> str:
    """Keeps a leading slash, also behind Unicode spaces, from being taken for an intent."""
    return _LEADING_SLASH.sub("\\1\u2215", text)
