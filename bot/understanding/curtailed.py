"""Rights that a passage names and cuts short in one breath: “two years by law, with us six months”.

Clause by clause such a passage grants; only what stands side by side tells that it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.heard import Finding
from bot.understanding.amounts import UNIT, durations
from bot.understanding.number_words import NUMBER, value
from bot.understanding.spans import spans

LESS = 0.9
"""How much of the law's span cuts it short; the same in another unit does not."""
NEAR = 120
"""Characters at most between the law's span and the shop's word."""
_DAYS = {"day": 1, "working_day": 1, "week": 7, "month": 365 / 12, "year": 365}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


_LAW = _words(
    r"(?:laws?|legal\w*|lawful\w*|statut\w+|withdraw\w*|the rule"
    r"|EU[ -](?:law|rules?|directive|guarantee|warranty)"
    r"|gesetz\w*|widerruf\w*|gewährleistung\w*"
    r"|закон(?!ч)\w*|прав[оау]|ley(?:es)?|desist\w*|derecho(?=\s(?:a|de)\b))(?!\w)"
)
_OWNER = (
    r"with us|we|(?:our|my) (?:shop|store|house|company|policy|side)"
    r"|th(?:is|ese) (?:one|models?|items?|products?|articles?|goods)"
    r"|bei uns|wir|unser(?:e[mr]?)? (?:shop|laden|geschäft|haus|store|firma)"
    r"|diese[srmn]? (?:artikel|modell|produkt|gerät|ware)"
    r"|у нас(?: в магазине)?|мы|наш(?:ем|его|а|ей)? (?:магазине?|компани[ия])"
    r"|эт(?:у|ой|от|ого) (?:модел[ьи]|товара?)|на эти товары"
    r"|con nosotros|nosotros|nuestra (?:tienda|empresa)|est[eao]s? (?:modelo|producto|artículo)s?"
)
_PLAIN = (
    r"it'?s|it is|is|that'?s|are|says?|gives?|grants?|offers?|gets?|carr(?:y|ies)|has|have|comes with|you"
    r"|can|do|calculate|count|reckon with|only|just|no more than|at most|a maximum of|takes?|goods|items"
    r"|them|it|back|accepts?|returns?|within|for|of|up to|the|guarantee|warranty|however|though"
    r"|sind|ist|es|gibt|gilt|gelten|geben|gewähren|können|rechnen|mit|nur|lediglich|höchstens|maximal|aber"
    r"|jedoch|dagegen|nehmen|waren?|zurück|innerhalb von|binnen|bloß|eben|bekommen|haben|sie|hat|garantie"
    r"|gewährleistung"
    r"|только|лишь|всего|да[её]м|да[её]т|можем дать|счита\w+|принима\w+|действует|срок|максимум"
    r"|не (?:больше|более)|гаранти[яию]|возврат\w*|в течение|на|это|же|товары?"
    r"|son|es|damos|da|dan|contamos|calculamos|podemos dar|solo|sólo|únicamente|nada más|(?:como )?máximo"
    r"|un máximo de|aceptamos|acepta|devoluciones|ofrecemos|ofrece|tiene|de|hasta|se queda en|en|garantía"
    r"|dentro de|cambio"
)
"""What may stand between the shop and its span; whatever else does tells of something else."""
_ONE = r"(?:one|an?|ein(?:e[mnrs]?|s)?|один|одн[ау]|uno?|una)"
_ONE_UNIT = _words(rf"{_ONE}\s(?:{UNIT})(?!\w)")
_BARE = _words(
    rf"(?:(?P<count>ein halbes|\d{{1,3}}|{NUMBER})|{_ONE})(?: lang| zurück)?\s*(?:[.,;!)](?!\d)|\Z)"
)
"""A count whose unit the law's span named: “by law two years, with us only one”."""
_BEGINS = rf"(?:\d|{NUMBER}|{_ONE}\b|half|anderthalb|eineinhalb|пол(?:года|тора|торы)|medio|media)"
_GAP = r"[\s:–—,-]{1,3}"
_OWN = _words(rf"(?:{_OWNER})(?:{_GAP}(?:{_PLAIN})){{0,8}}?{_GAP}(?={_BEGINS})")
_OTHERWISE = _words(
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
    r"(?:\bunpacked\b|\bopened (?:goods|items?|box|pack|parcel|articles?)|\bausgepackt"
    r"|(?:packung|karton|paket) (?:offen|geöffnet)|geöffnete\w? (?:ware|artikel|paket|karton)"
    r"|(?:распакованн|вскрыт)\w+ (?:товар|посылк|коробк)|(?:artículo|producto|caja|paquete)s? abiert))",
    re.IGNORECASE,
)
"""“You may withdraw, just not if it was unpacked”, which no law says of goods at large."""
_LAWFUL = _words(
    r"hygien|\w*seal|\w*siegel|health|gesund|cosmet|kosmet|food|lebensmittel|underwear|\w*wäsche|software|dvd|digital"
    r"|open\w* a case|dispute|гигиен|пломб|космет|бель|higi[eé]n|precint|salud|cosmét|aliment|ropa interior"
)
"""What the law itself excludes once it was opened, and other things that are opened."""


def cuts_short(text: str, passage: str) -> bool:
    """Whether this clause of the passage takes back a part of the right that the passage names."""
    start = passage.find(text)
    return any(start <= place < start + len(text) for place in _cuts(passage))


@lru_cache(maxsize=1)
def _cuts(passage: str) -> tuple[int, ...]:
    """Where the passage cuts a right short; kept, as its clauses ask one after the other."""
    return tuple(_found(passage))


def _found(passage: str) -> Iterator[int]:
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), passage)
    if not _LAWFUL.search(plain):
        yield from (match.start("but") for match in _BUT_NOT.finditer(plain))
    if not _LAW.search(plain):
        return
    told = [span for span in (*durations(plain), *spans(plain)) if span.value["unit"] in _DAYS]
    for owner in _OWN.finditer(plain):
        law = _nearest(owner, told)
        if law and _shorter(plain, owner, law, told):
            yield owner.end()


def _nearest(owner: re.Match[str], told: Sequence[Finding]) -> Finding | None:
    """The span of time that is told last before the shop has its say."""
    before = [span for span in told if owner.start() - NEAR <= span.start and span.end <= owner.start()]
    return max(before, key=lambda span: span.start, default=None)


def _shorter(plain: str, owner: re.Match[str], law: Finding, told: Sequence[Finding]) -> bool:
    """Whether the shop's own span is below the law's, for the same right."""
    begin = max(plain.rfind(mark, 0, law.start) for mark in ".!?") + 1
    end = _END.search(plain, owner.end())
    ours, theirs = plain[owner.start() : end.end() if end else None], plain[: owner.start()]
    if ours.endswith("?") or _OTHERWISE.search(plain[begin : owner.start()] + ours):
        return False
    kinds = [[bool(kind.search(part)) for kind in _KINDS] for part in (ours, theirs)]
    alike = not all(map(any, kinds)) or any(a and b for a, b in zip(*kinds, strict=True))
    return alike and 0 < _said(plain, owner.end(), law, told) < LESS * _days(law)


def _said(plain: str, start: int, law: Finding, told: Sequence[Finding]) -> float:
    """Days of the span that begins there, 0 where none does."""
    span = next((span for span in told if span.start == start), None)
    if span:
        return _days(span)
    if one := _ONE_UNIT.match(plain, start):
        return _DAYS[next(unit for unit in _DAYS if one[unit])]
    bare = _BARE.match(plain, start)
    return _number(bare["count"]) * _DAYS[str(law.value["unit"])] if bare else 0


def _days(span: Finding) -> float:
    return float(span.value["max"]) * _DAYS[str(span.value["unit"])]


def _number(count: str | None) -> float:
    """`7`, `seven`, the half of “ein halbes”, or one."""
    if not count or count.isdigit():
        return float(count or 1)
    return 0.5 if "halb" in count.casefold() else value(count)
