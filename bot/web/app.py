"""The web application: routes, what guards them, and how errors look."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from bot import bootstrap
from bot.core.errors import BadRequest, NotFound
from bot.log import logger
from bot.service.desk import Desk as ServiceDesk
from bot.service.inboxes import Inboxes
from bot.service.library import Library
from bot.service.practice import Practices
from bot.settings import settings
from bot.web import inbox, practice, start
from bot.web.guard import Guard, problem
from bot.web.pages import HERE, Desk, environment, page
from bot.web.visitor import Visitors

_log = logger("web")


def create() -> FastAPI:
    """The application as the settings say; for `uvicorn --factory bot.web.app:create`."""
    chosen = settings()
    visitors = Visitors(chosen.signing_secret(), chosen.interface)
    return build(bootstrap.desk(), bootstrap.library(), visitors)


def build(hand: ServiceDesk, library: Library, visitors: Visitors) -> FastAPI:
    """The application around these parts. It goes on at its start with what waited when it ended."""

    practices = Practices(hand)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        _log.info("web.started", resumed=await practices.resume())
        yield
        await practices.close()

    app = FastAPI(title="Silkdesk", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = Desk(practices, Inboxes(practices, hand), library, visitors, environment())
    app.add_middleware(Guard)
    app.include_router(start.router)
    app.include_router(practice.router)
    app.include_router(inbox.router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_api_route("/health", health)
    app.add_exception_handler(BadRequest, _on_bad_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Exception, _on_fault)
    return app


async def health() -> dict[str, str]:
    """Says that web is up."""
    return {"status": "ok"}


async def _on_bad_request(request: Request, error: Exception) -> Response:
    return _error(request, 404 if isinstance(error, NotFound) else 400, str(error))


async def _on_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _error(request, status, getattr(error, "detail", ""))


async def _on_invalid(request: Request, error: Exception) -> Response:
    detail = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    place = ".".join(map(str, detail.get("loc", ())))
    return _error(request, 400, f"{place}: {detail.get('msg', '')}")


async def _on_fault(request: Request, error: Exception) -> Response:
    _log.error("web.fault", path=request.url.path, exc_info=error)
    return _error(request, 500, "web has made a mistake; its log says which")


def _error(request: Request, status: int, message: str) -> Response:
    """A page for readers, JSON for everything else."""
    if "text/html" in request.headers.get("accept", ""):
        kind = {404: "missing", 500: "fault"}.get(status, "refused")
        return page(request, "error.html", {"kind": kind}, status)
    code = {404: "not_found", 405: "wrong_method", 500: "fault"}.get(status, "bad_request")
    return JSONResponse(problem(code, message), status)
