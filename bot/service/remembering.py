"""Ears that remember: what they heard once in a text they read from disk, the same to the last byte."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from bot.core.heard import Heard, JsonDict
from bot.core.text import whole
from bot.core.transcript import Move
from bot.service.grader import HearsBuyers, Understands
from bot.service.understood import Understood
from bot.understanding.findings import findings
from bot.understanding.hidden import shown

Asked = tuple[str, "str | None"]
"""A text with the language that helps where the text alone does not show its own."""

UNKEPT = ("text", "findings")
"""Parts of what was heard that hold words of the buyer and the agent; they are quickly found anew."""


class RememberingUnderstander:
    """Hears as another does."""

    def __init__(self, listening: Understands, known: Understood) -> None:
        self._listening = listening
        self._known = known

    def hear_many(self, texts: list[str], languages: list[str | None]) -> list[Heard]:
        """What each text says; `languages` help where a text alone does not show its own."""
        asked: list[Asked] = list(zip(texts, languages, strict=True))
        known = self._known.get(key for one in asked for key in _keys(one))
        kept = {one: known[key] for one in asked for key in _keys(one) if key in known}
        kept |= self._heard([one for one in dict.fromkeys(asked) if one not in kept])
        return [_read(kept[one], *one) for one in asked]

    def _heard(self, new: list[Asked]) -> dict[Asked, JsonDict]:
        """What was never heard, and is known from now on."""
        if not new:
            return {}
        heard = self._listening.hear_many([text for text, _ in new], [hint for _, hint in new])
        found = {one: _kept(hearing) for one, hearing in zip(new, heard, strict=True)}
        self._known.put({_keys(one)[value["language"] is None]: value for one, value in found.items()})
        return found


class RememberingEars:
    """Hears a buyer's moves as another does."""

    def __init__(self, listening: HearsBuyers, known: Understood) -> None:
        self._listening = listening
        self._known = known

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        """The moves of one turn."""
        key = _key("moves", language, text)
        moves = self._known.get([key]).get(key)
        if moves is None:
            moves = [move.move for move in self._listening.hear(text, language)]
            self._known.put({key: moves})
        return tuple(map(Move, moves))


def _keys(asked: Asked) -> tuple[str, str]:
    """Where a text is kept that shows its language itself, and where one is that needs the help."""
    text, hint = asked
    return _key("acts", text), _key("acts", text, hint or "", "helped")


def _key(*parts: str) -> str:
    return blake2b("\0".join(map(_measured, parts)).encode(), digest_size=16).hexdigest()


def _measured(part: str) -> str:
    """A part that no neighbour can run into."""
    return f"{len(part)} {whole(part)}"


def _kept(heard: Heard) -> JsonDict:
    return {key: value for key, value in heard.to_json().items() if key not in UNKEPT}


def _read(kept: JsonDict, text: str, hint: str | None) -> Heard:
    """What was heard, with the words and what is certain by their form."""
    text = whole(text)
    seen = shown(text)
    found = findings(seen.text, kept["language"] or hint)
    places = ((finding, seen.span(finding.start, finding.end)) for finding in found)
    placed = tuple(replace(finding, start=start, end=end) for finding, (start, end) in places)
    return replace(Heard.from_json(kept), text=text, findings=placed)
