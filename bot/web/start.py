"""The start page, the language switch, and the articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from bot.core.errors import NotFound
from bot.core.words import Cefr
from bot.service.cards import Choice, briefing, first_casting
from bot.web import filters
from bot.web.pages import SEE_OTHER, begun, desk, page, visitor
from bot.web.texts import UI_LANGUAGES
from bot.web.visitor import Visitors

router = APIRouter()


@router.get("/")
async def start(request: Request) -> Response:
    """The scenarios to choose from, all or those that fit the filters, and what was practised before."""
    practices = desk(request).practices
    recent = await practices.recent(visitor(request).id)
    scenarios, choice = practices.scenarios(), filters.chosen(request.query_params)
    shown, here = filters.fitting(scenarios, choice), filters.address(choice)
    today, interface = practices.today(), visitor(request).interface
    values = {
        "here": here,
        "filters": filters.FILTERS,
        "wishes": filters.WISHES,
        "unfiltered": filters.address(filters.wished(choice)),
        "chosen": choice,
        "scenarios": shown,
        "total": len(scenarios),
        "briefings": {s.id: briefing(s, first_casting(s, today), interface) for s in shown},
        "titles": {s.id: s.title for s in scenarios},
        "recent": recent,
        "faults": practices.faults(),
        "inboxes": desk(request).inboxes.languages(),
    }
    response = page(request, "start.html", values)
    response.headers["HX-Replace-Url"] = here
    return response


@router.post("/attempts")
async def begin(
    request: Request,
    scenario: Annotated[str, Form()],
    variant: Annotated[str, Form()],
    cefr: Annotated[Cefr | None, Form()] = None,
) -> Response:
    """Starts a practice; `variant` is LANGUAGE/PLATFORM/COUNTRY as the page offered it."""
    who = visitor(request)
    language, _, rest = variant.partition("/")
    platform, _, country = rest.partition("/")
    choice = Choice(scenario, language, platform, country, cefr)
    attempt = await desk(request).practices.start(who.id, choice)
    return begun(request, who, f"/attempts/{attempt.id}")


@router.post("/language")
async def choose_language(
    request: Request, language: Annotated[str, Form()], back: Annotated[str, Form()] = "/"
) -> Response:
    """Shows the pages in another language from now on, beginning with the one that was open."""
    if language not in UI_LANGUAGES:
        raise NotFound(f"the pages are not written in {language[:20]!r}")
    inside = back.startswith("/") and not back.startswith(("//", "/\\"))
    response = RedirectResponse(back if inside else "/", SEE_OTHER)
    who = Visitors.with_interface(visitor(request), language)
    desk(request).visitors.write(response, who, secure=request.url.scheme == "https")
    return response


@router.get("/rules")
async def browse(request: Request) -> Response:
    """All articles by group."""
    return page(request, "articles.html", {"shelves": desk(request).library.shelves()})


@router.get("/rules/{topic}")
async def read(request: Request, topic: str) -> Response:
    """One article."""
    found = desk(request).library.article(topic)
    if found is None:
        raise NotFound(f"there is no article on {topic[:60]!r}")
    return page(request, "article.html", {"article": found})
