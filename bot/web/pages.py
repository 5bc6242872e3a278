"""Turns templates into answers: one environment, and what every page knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.service.inboxes import Inboxes
from bot.service.library import Library
from bot.service.practice import Practices
from bot.web.markdown import plain, render
from bot.web.texts import Texts, texts
from bot.web.visitor import Visitor, Visitors

HERE = Path(__file__).resolve().parent
HOUR = 3_600
SEE_OTHER = 303


@dataclass(frozen=True)
class Desk:
    """What the routes work with; stands in the app's state."""

    practices: Practices
    inboxes: Inboxes
    library: Library
    visitors: Visitors
    environment: Environment


def environment() -> Environment:
    """The templates, which escape everything and stop at an unknown name."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        markdown=render,
        plain=plain,
        slug=slug,
        clock=clock,
        number=number,
        figure=figure,
        price=price,
        day=day,
        states=states,
    )
    made.globals.update(asset_version=_asset_version(), authority_text=authority_text)
    return made


def desk(request: Request) -> Desk:
    """What the app was made with."""
    found: Desk = request.app.state.desk
    return found


def visitor(request: Request) -> Visitor:
    """Who asks."""
    return desk(request).visitors.read(request)


def begun(request: Request, who: Visitor, address: str) -> Response:
    """Leads the visitor to what was begun; sets the cookie of a new one."""
    response = RedirectResponse(address, SEE_OTHER)
    if who.fresh:
        desk(request).visitors.write(response, who, secure=request.url.scheme == "https")
    return response


def page(
    request: Request, template: str, values: Mapping[str, Any] | None = None, status: int = 200
) -> Response:
    """A page, or a part of one, in the visitor's language; sets the cookie of a new visitor.

    `here`, unless `values` have another, is the address to which a switch of the language leads back.
    """
    who, hand = visitor(request), desk(request)
    path = request.url.path
    shared = {"t": texts(who.interface), "lang": who.interface, "path": path, "here": path}
    html = hand.environment.get_template(template).render({**shared, **(values or {})})
    response = HTMLResponse(html, status)
    if who.fresh:
        hand.visitors.write(response, who, secure=request.url.scheme == "https")
    return response


def reader_texts(request: Request) -> Texts:
    """The catalogue in the visitor's language."""
    return texts(visitor(request).interface)


def slug(heading: str) -> str:
    """A heading as the anchor of its section."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def clock(seconds: float) -> str:
    """Seconds since the opening as m:ss."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def number(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:.1f}".removesuffix(".0")


def figure(index: Mapping[str, Any], t: Texts) -> str:
    """A service index with its unit: from an hour on, as letters take, in hours; a ratio in per cent."""
    value, unit = index["value"], index["unit"]
    if unit == "s" and value >= HOUR:
        value, unit = value / HOUR, "h"
    if unit == "ratio":
        value, unit = 100 * value, "%"
    if unit == "money":
        return price(value, index["currency"], t)
    return f"{number(value)} {t.word('unit', unit)}".rstrip()


def price(amount: float, currency: str, t: Texts) -> str:
    """A sum with its currency, to the cent where it has any; or points of a penalty scale."""
    return f"{amount:,.2f}".removesuffix(".00") + f" {t.word('unit', currency)}"


def authority_text(name: str, value: object, currency: str, t: Texts) -> str:
    """One of the agent's limits in words: yes or no, per cent, a sum in the buyer's currency."""
    if isinstance(value, bool):
        return t("word.yes" if value else "word.no")
    if isinstance(value, Mapping):
        return f"{number(value[currency])} {currency}" if currency in value else t("word.no")
    if isinstance(value, int | float):
        return f"{number(value)}%" if name.endswith("percent") else number(value)
    return str(value)


def states(context: Mapping[str, object]) -> list[str]:
    """What holds of the order, such as paid and shipped."""
    return [name for name, value in context.items() if value is True]


def day(moment: float) -> str:
    """A moment as an ISO date."""
    return datetime.fromtimestamp(moment, UTC).date().isoformat()


def _asset_version() -> str:
    """Changes when a static file does, so that browsers may keep them."""
    newest = max((f.stat().st_mtime_ns for f in (HERE / "static").rglob("*") if f.is_file()), default=0)
    return f"{newest:x}"
