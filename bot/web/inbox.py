"""The inbox: several buyers' letters side by side."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from bot.core.words import Cefr
from bot.web.pages import SEE_OTHER, begun, desk, page, visitor

router = APIRouter(prefix="/inboxes")


@router.post("")
async def begin(
    request: Request, language: Annotated[str, Form()], cefr: Annotated[Cefr | None, Form()] = None
) -> Response:
    """Begins all letters of a language together."""
    who = visitor(request)
    inbox = await desk(request).inboxes.start(who.id, language, cefr)
    return begun(request, who, f"/inboxes/{inbox}")


@router.get("/{inbox}")
async def show(request: Request, inbox: str) -> Response:
    """The letters with what is to be done; once all is finished, with the scores."""
    return page(request, "inbox.html", await _values(request, inbox))


@router.get("/{inbox}/threads")
async def threads(request: Request, inbox: str) -> Response:
    """The same as a part of the page, which asks for it again and again."""
    return page(request, "parts/threads.html", await _values(request, inbox))


@router.post("/{inbox}/skip")
async def skip(request: Request, inbox: str) -> Response:
    """On to the next letter, where nothing is to be done before it arrives."""
    await desk(request).inboxes.skip(visitor(request).id, inbox)
    return RedirectResponse(f"/inboxes/{inbox}", SEE_OTHER)


@router.post("/{inbox}/finish")
async def finish(request: Request, inbox: str) -> Response:
    """Ends all threads; the grades are made meanwhile."""
    await desk(request).inboxes.finish(visitor(request).id, inbox)
    return RedirectResponse(f"/inboxes/{inbox}", SEE_OTHER)


async def _values(request: Request, inbox: str) -> dict[str, Any]:
    inboxes = desk(request).inboxes
    shown = await inboxes.show(visitor(request).id, inbox)
    told = {"now": shown.now.isoformat(timespec="seconds"), "due": None, "speed": shown.speed}
    return {"id": inbox, "inbox": shown, "grades": await inboxes.grades(shown), "office": told}
