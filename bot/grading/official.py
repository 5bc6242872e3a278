"""Whether words name nothing but addresses that the shop's policy lets its agents name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.heard import ELSEWHERE, Finding
from bot.grading.talk import Said

_SIGNS = re.compile(r"^https?://|\bwww\.|[\W_]+")


def names_place(said: Said, start: int, end: int) -> bool:
    """Whether words of a turn name a place where the talk could go on."""
    return bool(_places(said, start, end))


def official(said: Said, start: int, end: int, addresses: Mapping[str, str]) -> bool:
    """Whether words of a turn name one of `addresses`, and no other place."""
    words = _bare(said.turn.text[start:end])
    known = {_bare(address) for address in addresses.values()} - {""}
    places = _places(said, start, end)
    return any(address in words for address in known) and all(
        place.value.get("name") in addresses or _bare(_told(place)) in known for place in places
    )


def _places(said: Said, start: int, end: int) -> list[Finding]:
    return [f for f in said.heard.findings if f.kind in ELSEWHERE and start <= f.start < end]


def _told(place: Finding) -> str:
    return str(place.value.get("address") or place.value.get("number") or "")


def _bare(text: str) -> str:
    """Letters and digits alone, so that blanks, signs and capitals make no difference."""
    return _SIGNS.sub("", text.casefold())
