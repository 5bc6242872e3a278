"""Serves the custom actions to the bot: `python -m actions.server`, on the loopback address only.

The server that rasa-sdk brings listens everywhere, lets anybody in and sends requests back on errors.
"""

from __future__ import annotations

import hmac
import sys
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import (
    ActionExecutionRejection,
    ActionMissingDomainException,
    ActionNotFoundException,
)

from bot.core.errors import SilkdeskError
from bot.log import configure, logger
from bot.settings import settings

DOMAIN_WANTED = 449
"""By this status rasa-sdk asks the bot to send its domain along."""
ENDS_WITHIN_S = 2
MOST_BYTES = 8_000_000

_log = logger("actions")


def create(secret: str) -> FastAPI:
    """The app with every action of this package; `secret` is what the bot has to show."""
    executor = ActionExecutor()
    executor.register_package("actions")
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> JSONResponse:
        shown = request.headers.get("authorization", "").encode("utf-8", "replace")
        if not hmac.compare_digest(shown, f"Bearer {secret}".encode()):
            _log.warning("wrong secret", client=request.client.host if request.client else None)
            return _error(401, "wrong secret")
        call = await _call(request)
        if call is None:
            return _error(400, "the body is no action call")
        return await _run(executor, call)

    return app


async def _call(request: Request) -> dict[str, Any] | None:
    """The body as an action call, or None where it is none."""
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        return None
    try:
        body = await request.json()
    except ValueError:
        return None
    sound = isinstance(body, dict) and isinstance(body.get("tracker"), dict)
    return body if sound and isinstance(body.get("next_action"), str) else None


async def _run(executor: ActionExecutor, call: dict[str, Any]) -> JSONResponse:
    """Runs one action. An error's answer names the action and never repeats what was sent."""
    action, attempt = call["next_action"], _attempt(call)
    try:
        result = await executor.run(call)
    except ActionMissingDomainException:
        return _error(DOMAIN_WANTED, "send the domain too", action)
    except ActionNotFoundException:
        return _error(404, "no such action", action)
    except ActionExecutionRejection:
        return _error(400, "the action declined to run", action)
    except SilkdeskError as error:
        _log.error("action.failed", action=action, attempt=attempt, error=str(error))
        return _error(500, str(error), action)
    except Exception:
        _log.exception("action.failed", action=action, attempt=attempt)
        return _error(500, "the action failed; see the log", action)
    _log.info("action.done", action=action, attempt=attempt)
    return JSONResponse(result.model_dump() if result else None)


def _attempt(call: dict[str, Any]) -> str | None:
    """The attempt that a call belongs to, for the log."""
    message = call["tracker"].get("latest_message") or {}
    return (message.get("metadata") or {}).get("attempt")


def _error(status: int, error: str, action: str | None = None) -> JSONResponse:
    return JSONResponse({"error": error, "action_name": action}, status)


def main() -> None:
    """Runs until it is told to end; exit status 2 and one line where the host has to mend something."""
    try:
        chosen = settings()
        configure(chosen.log_level)
        app = create(chosen.shared_secret())
    except SilkdeskError as error:
        print(f"silkdesk: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=chosen.actions_port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=ENDS_WITHIN_S,
    )


if __name__ == "__main__":
    main()
