"""What only the facts of the case show to be untrue: claims that the sheet denies, dates before it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.core.days import day_named
from bot.grading.talk import Said, Talk
from bot.understanding.segments import Segment, segments

_HEDGED = re.compile(
    r"\b(?:nicht|kein\w*|weder|ohne|voraussichtlich|vermutlich|wahrscheinlich|etwa|ungefähr|geschätzt|schätz\w*"
    r"|frühestens|falls|wenn|ob|hoff\w*|meist\w*|üblich\w*|normal\w*|vielleicht"
    r"|not|no|never|neither|without|can['’]t|cannot|expected|estimat\w*|probably|likely|usually|normally|about"
    r"|around|earliest|if|whether|hope\w*|should|may|might|could"
    r"|не|нет|ни|без|ориентировочно|примерно|около|обычно|вероятно|возможно|если|надеюсь|раньше|может"
    r"|nunca|tampoco|sin(?! falta)|previsto|prevista|estimad\w*|aproximad\w*|probable\w*|suele\w*|normalmente"
    r"|si|espero|podría|quizá\w*|alrededor)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""Denied, asked, supposed or estimated only."""
_ARRIVES = re.compile(
    r"\b(?:ankomm\w*|kommt\b.{0,60}\ban\b|ist\b.{0,60}\b(?:da|bei ihnen)\b|zugestellt|eintrifft|geliefert"
    r"|trifft\b.{0,60}\bein\b|haben sie (?:es|ihn|sie|(?:das|die|den) \w+)\b"
    r"|arriv\w*|deliver\w*|be with you|you(?: will|['’]ll) have"
    r"|прид[её]т|приедет|доставим|доставят|будет у вас|llegar?[áa]|llega|l[oa] tendrá|entregar[áa]n?)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"nummer|versand|verschick|versend|schick|number|track|link|dispatch|ship|sen[dt]\b|leav"
    r"|номер|отправ|трек|número|rastre|seguim|env[ií]|manda|sale\b|saldrá",
    re.IGNORECASE,
)
"""The day may be that of the dispatch, or of a message."""


def untrue(talk: Talk) -> Iterator[tuple[str, Said, int, int]]:
    """Act, turn, start and end of each claim or promise that the sheet of the scenario rules out."""
    if not talk.sheet:
        return
    for said in talk.agent:
        for start, end in ((clause.start, clause.end) for clause in plain(said.turn.text)):
            for act, words in talk.sheet.untrue.items():
                if match := any_of(words.get(talk.transcript.language, ())).search(
                    said.turn.text, start, end
                ):
                    yield act, said, *match.span()
            if _too_early(talk, said, start, end):
                yield "violate_false_promise", said, start, end


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What begins with one of these words, in capitals or not; none matches nothing.

    Blanks and apostrophes of any kind are alike, and a number ends where the word does.
    """
    return re.compile("|".join(map(_beginning, words)) or r"(?!)", re.IGNORECASE)


def _beginning(word: str) -> str:
    plain = re.sub("['’]", "['’]", r"\s+".join(map(re.escape, word.split())))
    return rf"(?<!\w){plain}(?!\d)" if word[-1].isdigit() else rf"(?<!\w){plain}"


def plain(text: str) -> tuple[Segment, ...]:
    """The clauses of sentences in which nothing is denied, asked or hedged."""
    return tuple(clause for clause in segments(text) if not _HEDGED.search(clause.sentence))


def _too_early(talk: Talk, said: Said, start: int, end: int) -> bool:
    """Whether a clause has the goods arrive on a day before the first on which they can be there.

    A day of the sheet is taken for what it is on the sheet.
    """
    sheet, began = talk.sheet, talk.began
    found = [f for f in said.heard.findings if f.kind == "date" and start <= f.start < end]
    if sheet is None or not sheet.arrivals or began is None or len(found) != 1:
        return False
    if not _ARRIVES.search(said.turn.text, start, end) or _SENT.search(said.turn.text, start, end):
        return False
    day = day_named(found[0], began)
    left = (day - began).days if day else -1
    return 0 <= left < min(sheet.arrivals) and left not in sheet.dates.values()
