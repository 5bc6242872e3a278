"""The practice page, the coach beside the chat, and the report."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, WebSocket
from starlette.responses import RedirectResponse, Response

from bot.buyer.scenario import Scenario
from bot.core.errors import BadRequest, NotFound, ServiceDown
from bot.core.heard import JsonDict
from bot.service import cards
from bot.store.records import Exchange
from bot.web import report_view, talk
from bot.web.guard import problem
from bot.web.highlight import found
from bot.web.pages import SEE_OTHER, Desk, desk, page, reader_texts, visitor
from bot.web.texts import Texts

router = APIRouter(prefix="/attempts/{attempt}")
NOT_FOUND = 4404
"""Close code of a WebSocket for a practice that is not there or another visitor's."""


@router.get("")
async def show(request: Request, attempt: str) -> Response:
    """The practice page; once it is finished, the report."""
    practices = desk(request).practices
    known = await practices.attempt(visitor(request).id, attempt)
    if known.status != "open":
        return RedirectResponse(f"/attempts/{known.id}/report", SEE_OTHER)
    scenario = practices.scenario(known.scenario)
    casting = cards.casting_of(scenario, known)
    values = {
        "attempt": known,
        "scenario": scenario,
        "briefing": cards.briefing(scenario, casting, visitor(request).interface),
        "language": casting.language,
        "variant": casting.variant,
        "dates": cards.dates(scenario, casting),
        "chat_texts": _talk_texts(reader_texts(request), scenario),
    }
    return page(request, "practice.html", values)


@router.websocket("/talk")
async def converse(socket: WebSocket, attempt: str) -> None:
    """The conversation itself; the protocol stands in `bot.service.news` and `bot.web.talk`."""
    hand: Desk = socket.app.state.desk
    await socket.accept()
    try:
        async with hand.practices.live(hand.visitors.read(socket).id, attempt) as conversation:
            await talk.serve(socket, conversation)
    except NotFound as error:
        await socket.send_json({"type": "error", **problem("not_found", str(error))})
        await socket.close(NOT_FOUND)


@router.post("/finish")
async def finish(request: Request, attempt: str) -> Response:
    """Ends the practice; the grade is made meanwhile."""
    async with desk(request).practices.live(visitor(request).id, attempt) as conversation:
        await conversation.finish()
    return RedirectResponse(f"/attempts/{attempt}/report", SEE_OTHER)


@router.post("/rules")
async def ask_rule(request: Request, attempt: str, question: Annotated[str, Form()] = "") -> Response:
    """What the knowledge base says to a question, as a part of the page."""
    try:
        asked = await desk(request).practices.look_up(visitor(request).id, attempt, question)
    except NotFound:
        raise
    except BadRequest:
        return page(request, "parts/notice.html", {"notice": "coach.bad_question"})
    except ServiceDown:
        return page(request, "parts/notice.html", {"notice": "coach.down"})
    return await _coach(request, asked, attempt)


@router.post("/hint")
async def ask_hint(request: Request, attempt: str) -> Response:
    """The next hint, as a part of the page."""
    try:
        asked = await desk(request).practices.hint(visitor(request).id, attempt)
    except ServiceDown:
        return page(request, "parts/notice.html", {"notice": "coach.down"})
    return await _coach(request, asked, attempt)


@router.get("/coach/{number}")
async def coached(request: Request, attempt: str, number: int) -> Response:
    """An earlier answer of the coach, as a part of the page."""
    asked = await desk(request).practices.exchange(visitor(request).id, attempt, number)
    return await _coach(request, asked, attempt)


@router.get("/report")
async def report(request: Request, attempt: str) -> Response:
    """The report, or that it is being made or cannot be, or back to a practice that goes on."""
    hand = desk(request)
    made = await hand.practices.report(visitor(request).id, attempt)
    if made.attempt.status == "open":
        return RedirectResponse(f"/attempts/{attempt}", SEE_OTHER)
    if made.grading is None:
        async with hand.practices.live(visitor(request).id, attempt):
            waiting = {"attempt": made.attempt, "scenario": made.scenario, "failed": made.failed}
            return page(request, "grading.html", waiting)
    grade = made.grading.grade
    asked = [e.kind for e in made.exchanges]
    values = {
        "attempt": made.attempt,
        "scenario": made.scenario,
        "debriefing": cards.debriefing(
            made.scenario, cards.casting_of(made.scenario, made.attempt), visitor(request).interface
        ),
        "grade": grade,
        "before_cap": report_view.before_cap(grade),
        "office": made.office,
        "dimensions": report_view.dimensions(grade),
        "turns": report_view.conversation(grade, made.turns),
        "titles": report_view.titles(grade),
        "lessons": report_view.lessons(grade),
        "reviews": made.reviews,
        "library": hand.library,
        "hints": asked.count("hint"),
        "look_ups": asked.count("rule_lookup"),
    }
    return page(request, "report.html", values)


@router.get("/report/ready")
async def ready(request: Request, attempt: str, told: bool = False) -> Response:
    """Asked again and again by the waiting page: sends it on once the grade is there, or cannot be made.

    `told`: the page says already that it cannot.
    """
    made = await desk(request).practices.report(visitor(request).id, attempt)
    if made.grading is None and (told or not made.failed):
        return Response(status_code=204)
    return Response(headers={"HX-Redirect": f"/attempts/{attempt}/report"})


def _talk_texts(t: Texts, scenario: Scenario) -> dict[str, str]:
    """What the conversation's element says; letters have words of their own for some of it, and no pause."""
    if scenario.channel == "chat":
        return t.group("chat")
    return {**t.group("chat"), "send_all": "", **t.group("letter")}


async def _coach(request: Request, asked: Exchange, attempt: str) -> Response:
    answer: JsonDict = asked.answer
    known = await desk(request).practices.attempt(visitor(request).id, attempt)
    if asked.kind == "hint":
        return page(request, "parts/hint.html", {"hint": answer, "language": known.language})
    hits = [{**hit, "pieces": found(hit["excerpt"], asked.question)} for hit in answer.get("hits") or ()]
    values = {"question": asked.question, "answered": bool(answer.get("answered")), "hits": hits}
    values |= {"language": known.language, "house": answer.get("house")}
    return page(request, "parts/hits.html", values)
