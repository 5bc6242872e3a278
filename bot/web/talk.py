"""The page's end of a conversation: news out, messages in, over a WebSocket. Nothing a page sends raises."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.service.conversation import Conversation
from bot.service.news import Listener
from bot.web.guard import problem

MOST_BYTES = 16_384
"""A longer frame is no message of ours (2,000 characters, escaped, stay far below)."""
_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


async def serve(socket: WebSocket, conversation: Conversation) -> None:
    """Talks until the page goes away or web stops."""
    listener = Listener()
    sending = asyncio.create_task(_send(socket, listener))
    try:
        while True:
            await _take(await _receive(socket), conversation, listener)
    except WebSocketDisconnect:
        pass
    finally:
        conversation.leave(listener)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)


async def _send(socket: WebSocket, listener: Listener) -> None:
    while True:
        await socket.send_text(json.dumps(await listener.next(), ensure_ascii=False))


async def _receive(socket: WebSocket) -> Any:
    """What the page sent, read as JSON; None for anything that is not."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text = message.get("text")
    if not isinstance(text, str) or len(text) > MOST_BYTES:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


async def _take(data: Any, conversation: Conversation, listener: Listener) -> None:
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "hello" and _is_number(data.get("seen")):
        conversation.listen(listener, data["seen"])
    elif kind == "message" and _is_id(data.get("id")) and isinstance(data.get("text"), str):
        subject = data.get("subject")
        listener.tell(
            await conversation.say(data["id"], data["text"], subject if isinstance(subject, str) else None)
        )
    elif kind == "typing":
        conversation.typing()
    elif kind == "send":
        conversation.send_all()
    else:
        listener.tell({"type": "error", **problem("bad_message", "not a message of this page")})


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None
