"""Real servers on free ports for tests: the pages, and a bot behind HTTP that tests command."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.buyer.scenario import Scenario
from bot.core.errors import ServiceDown
from bot.service.clock import SystemClock
from bot.service.desk import Desk
from bot.service.pace import Pace
from bot.service.rasa_bot import PATH, RasaBot
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.web.app import build
from bot.web.visitor import Visitors
from tests.service.fakes import FakeBot, library, scenario

SECRET = "between-the-processes"
QUICK = Pace(pause=0.1, limit=1.0, typing=0.0)


def rasa(bot: FakeBot, answers: Callable[[dict[str, Any]], Any] | None = None) -> FastAPI:
    """The bot's address with its secret; `answers` replaces what it would say by any JSON."""
    app = FastAPI()

    @app.post(PATH)
    async def webhook(request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {SECRET}":
            return JSONResponse({"error": "wrong secret"}, 401)
        body = await request.json()
        if answers:
            return JSONResponse(answers(body))
        try:
            if "event" in body:
                custom = await bot.send(body["sender"], body["event"], body["metadata"])
            else:
                custom = await bot.say(body["sender"], body["message"], body["metadata"])
        except ServiceDown:
            return JSONResponse({"error": "down"}, 503)
        return JSONResponse([{"recipient_id": body["sender"], "custom": custom}])

    return app


def pages(folder: Path, bot_url: str, pace: Pace = QUICK, *, plays: Sequence[Scenario] = ()) -> FastAPI:
    """The pages over a database in `folder`, asking the bot at `bot_url`, with one scenario or these."""
    url = f"sqlite:///{folder / 'silkdesk.db'}"
    migrate(url)
    hand = Desk(
        RasaBot.at(bot_url, SECRET),
        SqlAttempts(connect(url)),
        SystemClock(),
        {one.id: one for one in plays or [scenario()]},
        pace,
    )
    return build(hand, library(), Visitors("signing-secret", "zh"))


class _Server(uvicorn.Server):
    """Says when it listens, so that nobody has to guess."""

    def __init__(self, app: FastAPI, port: int) -> None:
        config = uvicorn.Config(app, "127.0.0.1", port, log_config=None, timeout_graceful_shutdown=1)
        super().__init__(config)
        self.listening = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As the server does it."""
        await super().startup(sockets)
        self.listening.set()


@contextmanager
def served(app: FastAPI, port: int = 0) -> Iterator[str]:
    """Serves an application on the loopback address; gives its address once it listens."""
    server = _Server(app, port)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert server.listening.wait(20), "the server did not start"
        bound = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{bound}"
    finally:
        server.should_exit = True
        thread.join()
