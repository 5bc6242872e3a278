"""Who asks: an anonymous visitor, known by a signed cookie that also keeps the language of the pages."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import cast

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.core.words import UiLanguage
from bot.web.texts import UI_LANGUAGES

COOKIE = "silkdesk"
YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True)
class Visitor:
    """`fresh`: came without a valid cookie, so one has to be set."""

    id: str
    interface: UiLanguage
    fresh: bool = False


class Visitors:
    """Reads and writes the cookie."""

    def __init__(self, secret: str, interface: UiLanguage) -> None:
        self._serializer = URLSafeSerializer(secret, salt="visitor")
        self._interface: UiLanguage = interface

    def read(self, connection: HTTPConnection) -> Visitor:
        """The visitor of a request; a new one where the cookie is missing or not ours."""
        try:
            data = self._serializer.loads(connection.cookies.get(COOKIE, ""))
            visitor, interface = str(data["v"]), data["ui"]
        except (BadSignature, KeyError, TypeError):
            return Visitor(str(uuid.uuid4()), self._interface, fresh=True)
        known = interface if interface in UI_LANGUAGES else self._interface
        return Visitor(visitor, cast(UiLanguage, known))

    def write(self, response: Response, visitor: Visitor, secure: bool) -> None:
        """Sets the cookie; `secure` where the page came over HTTPS."""
        value = self._serializer.dumps({"v": visitor.id, "ui": visitor.interface})
        response.set_cookie(COOKIE, str(value), max_age=YEAR_S, httponly=True, samesite="lax", secure=secure)

    @staticmethod
    def with_interface(visitor: Visitor, interface: UiLanguage) -> Visitor:
        """The same visitor, reading in another language."""
        return replace(visitor, interface=interface)
