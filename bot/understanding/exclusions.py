"""Whether words take opened goods out of a right: “you may withdraw, just not if it was unpacked”.

No law says so of goods at large.
"""

from __future__ import annotations

import re

from bot.understanding.quotations import unquoted

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
"""A right to return, and behind it what is taken out of it."""
_LAWFUL = re.compile(
    r"(?<!\w)(?:hygien|\w*seal|\w*siegel|health|gesund|cosmet|kosmet|food|lebensmittel|underwear|\w*wäsche"
    r"|software|dvd|digital|open\w* a case|dispute|гигиен|пломб|космет|бель|higi[eé]n|precint|salud|cosmét"
    r"|aliment|ropa interior)",
    re.IGNORECASE,
)
"""What the law itself excludes once it was opened, and other things that are opened."""


def excludes(text: str, passage: str = "") -> bool:
    """Whether a clause begins such an exclusion; `passage` is what it stands in and may name the right."""
    whole = passage or text
    plain, start = unquoted(whole), whole.find(text)
    begun = (found.start("but") - start for found in _BUT_NOT.finditer(plain))
    return any(0 <= place < len(text) for place in begun) and not _LAWFUL.search(plain)
