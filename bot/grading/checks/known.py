"""Whether the agent asks for what the order sheet or the buyer has given already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bot.core.grade import Evidence
from bot.grading.judgement import Judge, Judgement, broken, kept
from bot.grading.talk import Talk
from bot.understanding.segments import segments

ORDER_NUMBER = re.compile(r"(?=(?:\w*\d){5})[A-Z0-9][A-Z0-9-]{6,}", re.ASCII)

_PICTURE = (
    r"(?:photo|picture|image|pic\b|pics\b|screenshot|video|foto|bild|фото|снимк|снимок|видео|скрин|imagen"
    r"|v[íi]deo|captura)"
)
_SENT = (
    r"(?:(?:^\W*|\(|\s[–—-]\s)(?:(?:please|kindly|pls) )?see\b"
    r"|\bhere(?:['’]s| is| are)|attach|\bsent\b|sending|uploaded|enclosed|\bbelow\b|siehe|anbei"
    r"|hier (?:ist|sind)"
    r"|angehängt|anhang|beigefügt|geschickt|gesendet|hochgeladen|\bсм\.|смотрите|\bвот\b|прикреп"
    r"|прикладыва|прилож|прилага"
    r"|отправил|прислал|вложени|загрузил|\bvea\b|\bmire\b|adjunt|aquí (?:tiene|está|va)|envi[ée]\b"
    r"|enviad|mand[ée]\b"
    r"|\bsubí\b|\ble(?:s)? (?:dejo|paso|mando|envío)\b)"
)
_SHOWN = re.compile(rf"{_SENT}.{{0,30}}{_PICTURE}|{_PICTURE}.{{0,30}}{_SENT}", re.IGNORECASE)
_NOT_SHOWN = re.compile(
    r"\b(?:not|no|can|could|will|would|shall|want|if|your|listing|nicht|kein\w*|kann|könnte|werde|soll"
    r"|wenn|ihre[mnrs]?"
    r"|angebot|не|нет|могу|если|ваш\w*|нужн\w*|puedo|podría|si|quiere\w*|su|anuncio)\b|['’](?:ll|t)\b|\?",
    re.IGNORECASE,
)
"""It is offered, denied or asked, or is a picture of the shop's."""
_ANOTHER = re.compile(
    r"another|second|other|more|closer|clearer|\bof (?:the|your)\b|noch|weiter\w*|zweit|ander|näher|schärf"
    r"|besser|\bvo[nm]\b"
    r"|ещ[ёе]|друг|ч[ёе]тк|крупн|втор|otr[ao]|más|segund|mejor|nítid|\bde (?:la|el)\b|\bdel\b",
    re.IGNORECASE,
)
"""One that shows something else is asked for."""


def known_facts_not_asked(talk: Talk) -> Judgement:
    """Nothing was asked that the order sheet or the buyer had said or shown."""
    asked = list(_asked_again(talk))
    return broken(asked) if asked else kept()


def _asked_again(talk: Talk) -> Iterator[Evidence]:
    known = talk.sheet.known if talk.sheet else frozenset()
    given = {act: _first(talk, gives) for act, gives in GIVEN.items()}
    for said in talk.agent:
        for act in said.heard.acts:
            again = given.get(act.act, said.index) < said.index
            if act.act == "ask_evidence" and _ANOTHER.search(said.turn.text, act.start, act.end):
                again = False
            if act.act in known or again:
                yield said.quote_act(act)


def _first(talk: Talk, gives: Callable[[str], bool]) -> int:
    """The buyer's first turn that gives it; behind the last where none does."""
    return next((said.index for said in talk.buyer if gives(said.turn.text)), len(talk.said))


def _names_order(text: str) -> bool:
    return bool(ORDER_NUMBER.search(text))


def _shows(text: str) -> bool:
    """Whether a message comes with a picture, by its own words."""
    return any(_SHOWN.search(part.text) and not _NOT_SHOWN.search(part.text) for part in segments(text))


GIVEN: Mapping[str, Callable[[str], bool]] = {"ask_order_number": _names_order, "ask_evidence": _shows}
"""What an act asks for, to whether a buyer's words give it."""

JUDGES: dict[str, Judge] = {"known_facts_not_asked": known_facts_not_asked}
