"""Rights that a passage names and cuts short in one breath: “two years by law, with us six months”.

Clause by clause such a passage grants; only what stands side by side tells that it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.heard import Finding
from bot.understanding.amounts import UNIT, durations
from bot.understanding.number_words import NUMBER, value
from bot.understanding.spans import spans

NEAR = 120
"""Characters at most between the law's span and the shop's word."""
LEAST = 50
"""The law's span is at most so many times the shop's: nobody grants an hour for two years."""
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "working_day": 1, "week": 7, "month": 30, "year": 365}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


_LAW = _words(
    r"(?:laws?|legal\w*|statut\w+|withdraw\w*|in (?:your country|the EU|europe)|EU"
    r"|gesetz\w*|widerruf\w*|gewährleistung\w*|in (?:deutschland|österreich|der EU|europa)"
    r"|закон\w*|прав[оау]|в (?:германии|испании|ес|европе|россии)"
    r"|ley(?:es)?|desist\w*|derecho|en (?:españa|europa|la UE))(?!\w)"
)
_LIMITS = _words(
    r"(?:but|however|only|just|though|although|except|all we can|no more than|at most|with us|we|our \w+"
    r"|aber|allerdings|nur|lediglich|jedoch|auch wenn|obwohl|ausgenommen|höchstens|bloß|bei uns|wir"
    r"|unser\w* \w+"
    r"|но|однако|только|лишь|хотя|а|кроме|у нас|мы|наш\w*"
    r"|pero|s[oó]lo|sin embargo|únicamente|aunque|salvo|excepto|con nosotros|nosotros|nuestr[oa]s?)(?!\w)"
)
"""What stands between the law's span and the shop's: a limit, or who sets one."""
_ONE = r"(?:one|an?|ein(?:e[mnrs]?|s)?|один|одн[ау]|uno?|una)"
_ONE_UNIT = _words(rf"{_ONE}\s(?:{UNIT})(?!\w)")
_BARE = _words(rf"(?:(?P<count>ein halbes|\d{{1,3}}|{NUMBER})|{_ONE})(?: lang| zurück)?\s*(?:[.,;!)]|\Z)")
"""A count whose unit the law's span named: “by law two years, with us only one”."""
_OTHERWISE = _words(
    r"(?<!no )(?<!not )more|on top|another|addition|extra|volunt|wrong|mistake|not true|ago|old|after"
    r"|since|left|remain|refund|money|pa(?:y|id)|transfer|credit|repair|answer|repl[iy]|respon|contact"
    r"|hear|tell|write|wait|deci|process|ship|dispatch|deliver|arriv|reach|pick|sen[dt]|check|inspect"
    r"|photo|label|valid|bought|purchased|broke|right with"
    r"|(?<!nicht )mehr|weitere|sogar|zusätzlich|obendrein|freiwillig|falsch|irr|stimmt nicht|alt|seit|noch"
    r"|bleib|nach (?!(?:dem )?gesetz)|haben sie vor|erstatt|rückzahl|geld|überweis|gutschr|repar|antwort"
    r"|meld|wart|bearbeit|versand|verschick|liefer|schick|kommt|prüf|dauer|\w*etikett|gekauft"
    r"|(?<!не )больше|ещ[её]|даже|сверх|дополнит|ошиб|неверн|назад|через|спустя|прошл|остал|верн[её]м"
    r"|деньг|перевод|переведём|ремонт|замени|ответ|напиш|сообщ|жд[аеиу]|обработ|отправ|достав|едет|ехать"
    r"|провер|этикет|купи|сломал"
    r"|(?<!no )más|incluso|otr[oa]s?|además|adicional|voluntari|equivoc|error|hace|desde|despu[eé]s de"
    r"|qued[ae]|reembols|dinero|pag|abon|devolvemos|repar|contest|escrib|avis|esper|proces|env[ií]|entreg"
    r"|llega|tarda|revis|foto|etiqueta|compr|rompi|así que"
)
"""The span is of something else, granted on top, or taken back as a mistake."""
_KINDS = (
    _words(r"\w*(?:guarant|warrant|garant|gewähr|гарант)"),
    _words(r"(?:return|withdraw|back|zurück|rück|widerr|возврат|верн|принима|devol|desist)"),
)
_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|“[^”]*”|«[^»]*»|\"[^\"]*\"")
_END = re.compile(r"[.!?]")
_BUT_NOT = re.compile(
    r"(?:right to (?:withdraw|return)|right of withdrawal|widerr\w+|право на возврат|derecho (?:de|a) d\w+)"
    r"(?:(?!\b(?:no|not|nicht|kein\w*|не|нет)\b)[^.!?]){0,50}[,;]\s*(?:claro,\s*)?"
    r"(?P<but>(?:(?:just|only|but) not|(?:nur|aber|bloß)(?: eben| halt| leider)? nicht|(?:только|но) не"
    r"|(?:solo que|sólo que|pero) no)\b[^.!?]{0,40}"
    r"(?:\bopen(?:ed)?\b|unpacked|\boffen|ausgepackt|geöffnet|распак|вскры|abiert|desempa))",
    re.IGNORECASE,
)
"""“You may withdraw, just not if it was opened”, which no law says of goods at large."""
_LAWFUL = re.compile(
    r"hygien|seal|siegel|health|gesund|гигиен|пломб|precint|higi[eé]n|salud|case|dispute", re.IGNORECASE
)


def cuts_short(text: str, passage: str) -> bool:
    """Whether this clause of the passage takes back a part of the right that the passage names."""
    start = passage.find(text)
    return any(start <= place < start + len(text) for place in _cuts(passage))


def _cuts(passage: str) -> Iterator[int]:
    """Where the passage cuts a right short."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), passage)
    if not _LAWFUL.search(plain):
        yield from (match.start("but") for match in _BUT_NOT.finditer(plain))
    told = [*durations(plain), *spans(plain)]
    for law in (span for span in told if _LAW.search(_sentence(plain, span))):
        yield from (start for start, days in _told(plain, law, told) if _shorter(plain, law, start, days))


def _sentence(plain: str, span: Finding) -> str:
    """The sentence of a span."""
    begin = max(plain.rfind(mark, 0, span.start) for mark in ".!?") + 1
    end = _END.search(plain, span.end)
    return plain[begin : end.end() if end else None]


def _shorter(plain: str, law: Finding, start: int, days: float) -> bool:
    """Whether a span behind the law's is the shop's own for the same right, and less."""
    if not (_days(law) / LEAST <= days < _days(law) and law.end < start <= law.end + NEAR):
        return False
    limit = _LIMITS.search(plain, law.end, start)
    begin = max(plain.rfind(mark, 0, law.start) for mark in ".!?") + 1
    end = _END.search(plain, start)
    said = plain[begin : end.end() if end else None]
    if not limit or said.endswith("?") or _OTHERWISE.search(said):
        return False
    kinds = [
        [bool(kind.search(part)) for kind in _KINDS]
        for part in (plain[begin : limit.start()], said[limit.start() - begin :])
    ]
    return not all(map(any, kinds)) or any(a and b for a, b in zip(*kinds, strict=True))


def _told(plain: str, law: Finding, told: Sequence[Finding]) -> Iterator[tuple[int, float]]:
    """Every span, with its days; a bare count is of the law's unit."""
    yield from ((span.start, _days(span)) for span in told)
    for one in _ONE_UNIT.finditer(plain):
        yield one.start(), _DAYS[next(unit for unit in _DAYS if one[unit])]
    for bare in _BARE.finditer(plain):
        yield bare.start(), _number(bare["count"]) * _DAYS[str(law.value["unit"])]


def _days(span: Finding) -> float:
    return float(span.value["max"]) * _DAYS[str(span.value["unit"])]


def _number(count: str | None) -> float:
    """`7`, `seven`, the half of “ein halbes”, or one."""
    if not count or count.isdigit():
        return int(count or 1)
    return 0.5 if "halb" in count.casefold() else value(count)
