"""Spans of time that a passage sets against each other: the law's and the shop's, a claim and its correction.

Read clause by clause, “two years by law, but this one carries six months” grants, and “some sellers write one
month; it is two years” denies.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, pairwise

from bot.understanding.number_words import NUMBER
from bot.understanding.told_spans import Told, bare, told, unquoted

LESS = 0.9
"""How much of another span is less; the same in another unit is not."""


def words(pattern: str) -> re.Pattern[str]:
    """What finds these forms where a word begins."""
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


OTHERWISE = (
    r"(?<!no )(?<!not )more|refund|repair|money|answer|repl[iy]|respon|ship|dispatch|deliver|arriv|sen[dt]"
    r"|check|inspect|process|wait|hear|contact|deci|pa(?:y|id)|transfer|credit|tell|write|photo|on top"
    r"|another|ago|old|addition|extra|volunt|wrong|mistake|not true"
    r"|(?<!nicht )mehr|weitere|noch ein|sogar|alt|erstatt|rückzahl|dauer|repar|geld|antwort|meld|versand"
    r"|verschick|liefer|schick|prüf|bearbeit|wart|überweis|gutschr|zusätzlich|obendrein|freiwillig|falsch"
    r"|irr|stimmt nicht"
    r"|(?<!не )больше|ещ[её]|даже|назад|ремонт|верн[её]м|деньг|ответ|отправ|доставк|провер|обработ|жд[аеиу]"
    r"|перевод|переведём|напиш|сообщ|сверх|дополнит|ошиб|неверн"
    r"|(?<!no )más|incluso|hace|otr[oa]s?|reembols|dinero|contest|env[ií]|entreg|llega|revis|proces|esper"
    r"|pag|abon|escrib|avis|foto|además|adicional|voluntari|equivoc|error"
)
"""The span is of something else, granted on top, or taken back as a mistake."""

_LAW = words(
    r"(?:laws?|legal\w*|lawful\w*|statut\w+|withdraw\w*|cooling|\w+ act|directive|EU|europe\w*|your country"
    r"|guarantee|warranty"
    r"|gesetz\w*|widerruf\w*|gewährleistung\w*|garantie|BGB|richtlinie|europa|deutschland|ihr land"
    r"|закон\w*|прав[оау]|стать[яией]\w*|росси\w+|ваш[аеи]? стран\w+|гаранти\w+"
    r"|ley(?:es)?|normativa|directiva|desist\w*|retract\w*|derecho|españa|méxico|chile|argentina|su país"
    r"|garant[ií]a)(?!\w)"
)
_SHOP = words(
    r"(?:we|us|our|my|only|just|but|however|though|this|these|those"
    r"|wir|uns|unse\w+|nur|lediglich|aber|jedoch|dagegen|allerdings|dies\w+|bloß|doch"
    r"|мы|нас|наш\w*|нам|только|лишь|но|однако|эт\w+|всего"
    r"|nosotros|nuestr\w+|s[oó]lo|únicamente|pero|sin embargo|est[aeo]s?|nada más|solamente|máximo)(?!\w)"
)
_NO_RIGHT = words(rf"{OTHERWISE}|antes|already used|(?:day|tag|день|día) \d|valid|gültig|действует \d|válid")
_CLAIMED = words(
    r"(?:some|(?:an)?other|many|most) (?:seller|shop|trader|people|agent)|(?:my|our|a) colleague"
    r"|others (?:say|claim)|manufacturer|leaflet"
    r"|(?:manche|andere|einige|viele|ein andere)[rs]? (?:händler|verkäufer|shop|laden|läden|anbieter|leute)"
    r"|kolleg(?:e|in)\b|(?:liest|hört) man|man (?:liest|hört)|hersteller|beileger"
    r"|(?:некотор|друг|многи)\w* (?:продав|магазин|люди)|кто-то из|коллега|иногда (?:пишут|говорят)"
    r"|производител|листовк"
    r"|(?:hay|otr[oa]s?|algun[oa]s?|much[oa]s) (?:vendedor|tienda|comercio|colega)|compañer[oa]"
    rf"|fabricante|folleto|(?:not|nicht|не|no) (?=\d|{NUMBER})"
)
"""Names somebody else whose words follow, or says what is not so."""
_STOP = re.compile(r"[.!?]\s")


def falls_short(clauses: Sequence[str]) -> list[int]:
    """The clauses of a passage in which the shop's own span falls short of one told before, under a law.

    A hint alone: whether the span is one of the same right is left to what else is heard there.
    """
    text, starts = _joined(clauses)
    law = _LAW.search(text)
    if law is None:
        return []
    spans = _told(text, starts)
    short = {_row(own, starts) for own in spans if law.start() < own.start and _less(own, spans)}
    return [row for row in sorted(short) if _SHOP.search(clauses[row]) and not _NO_RIGHT.search(clauses[row])]


def corrected(clauses: Sequence[str], row: int) -> bool:
    """Whether the clause stands in what others are told to claim, or what is not so, before a longer span."""
    text, starts = _joined(clauses)
    end = starts[row + 1]
    claim = _CLAIMED.search(text, 0, end)
    if claim is None or _STOP.search(text, claim.end(), starts[row]):
        return False
    spans = _told(text, starts)
    claimed = max((span.days for span in spans if claim.end() <= span.start < end), default=0.0)
    return any(span.start >= end and LESS * span.days > claimed for span in spans)


def _joined(clauses: Sequence[str]) -> tuple[str, list[int]]:
    """The clauses as one text without quotations, the place where each begins, and the end."""
    return unquoted(" ".join(clauses)), list(accumulate((len(c) + 1 for c in clauses), initial=0))


def _told(text: str, starts: Sequence[int]) -> list[Told]:
    """Every span; also counts that end a clause, in the unit of the first: “with us only one”."""
    spans = told(text)
    if not spans:
        return []
    first = spans[0]
    counts = [bare(text, max(a, first.end), b - 1, first.unit) for a, b in pairwise(starts) if b > first.end]
    return spans + [count for count in counts if count]


def _row(span: Told, starts: Sequence[int]) -> int:
    return bisect(starts, span.start) - 1


def _less(own: Told, spans: Sequence[Told]) -> bool:
    return any(span.end <= own.start and 0 < own.days < LESS * span.days for span in spans)
