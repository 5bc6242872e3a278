"""Rights that a passage names and cuts short in one breath: “two years by law, with us six months”.

Clause by clause such a passage grants; only what stands side by side tells that it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.understanding.number_words import NUMBER
from bot.understanding.told_spans import DAYS, LESS, OF_ELSE, ONE, Told, at_word_start, bare, told, unquoted

NEAR = 120
"""Characters at most between the law's span and the shop's word."""
_LAW = at_word_start(
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
_BEGINS = rf"(?:\d|{NUMBER}|{ONE}\b|half|anderthalb|eineinhalb|пол(?:года|тора|торы)|medio|media)"
_GAP = r"[\s:–—,-]{1,3}"
_OWN = at_word_start(rf"(?:{_OWNER})(?:{_GAP}(?:{_PLAIN})){{0,8}}?{_GAP}(?={_BEGINS})")
_OF_ELSE = at_word_start(OF_ELSE)
_KINDS = (
    at_word_start(r"\w*(?:guarant|warrant|garant|gewähr|гарант)"),
    at_word_start(r"(?:return|withdraw|back|zurück|rück|widerr|возврат|верн|принима|devol|desist)"),
)
_END = re.compile(r"[.!?]")
_BUT_NOT = re.compile(
    r"(?:right to (?:withdraw|return)|right of withdrawal|\bwiderr\w{1,20}|право на возврат"
    r"|derecho (?:de|a) d\w+)"
    r"(?:(?!\b(?:no|not|nicht|kein\w*|не|нет)\b)[^.!?]){0,50}[,;]\s*(?:claro,\s*)?"
    r"(?P<but>(?:(?:just|only|but) not|(?:nur|aber|bloß)(?: eben| halt| leider)? nicht|(?:только|но) не"
    r"|(?:solo que|sólo que|pero) no)\b[^.!?]{0,40}"
    r"(?:\bunpacked\b|\bopened (?:goods|items?|box|pack|parcel|articles?)|\bausgepackt"
    r"|(?:packung|karton|paket) (?:offen|geöffnet)|geöffnete\w? (?:ware|artikel|paket|karton)"
    r"|(?:распакованн|вскрыт)\w+ (?:товар|посылк|коробк)|(?:artículo|producto|caja|paquete)s? abiert))",
    re.IGNORECASE,
)
"""“You may withdraw, just not if it was unpacked”, which no law says of goods at large."""
_LAWFUL = at_word_start(
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
    plain = unquoted(passage)
    if not _LAWFUL.search(plain):
        yield from (match.start("but") for match in _BUT_NOT.finditer(plain))
    if not _LAW.search(plain):
        return
    spans = [span for span in told(plain) if span.unit >= DAYS["day"]]
    for owner in _OWN.finditer(plain):
        law = _nearest(owner, spans)
        if law and _shorter(plain, owner, law, spans):
            yield owner.end()


def _nearest(owner: re.Match[str], spans: Sequence[Told]) -> Told | None:
    """The span of time that is told last before the shop has its say."""
    before = [span for span in spans if owner.start() - NEAR <= span.start and span.end <= owner.start()]
    return max(before, key=lambda span: span.start, default=None)


def _shorter(plain: str, owner: re.Match[str], law: Told, spans: Sequence[Told]) -> bool:
    """Whether the shop's own span is below the law's, for the same right."""
    begin = max(plain.rfind(mark, 0, law.start) for mark in ".!?") + 1
    end = _END.search(plain, owner.end())
    ours, theirs = plain[owner.start() : end.end() if end else None], plain[: owner.start()]
    if ours.endswith("?") or _OF_ELSE.search(plain[begin : owner.start()] + ours):
        return False
    kinds = [[bool(kind.search(part)) for kind in _KINDS] for part in (ours, theirs)]
    alike = not all(map(any, kinds)) or any(a and b for a, b in zip(*kinds, strict=True))
    own = next((span for span in spans if span.start == owner.end()), None)
    own = own or bare(plain, owner.end(), len(plain), law.unit)
    return bool(alike and own and own.start == owner.end() and 0 < own.days < LESS * law.days)
