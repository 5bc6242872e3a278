"""Which clauses only report what the buyer asked, read or was told, or a carrier says: they accuse nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

NEXT = 3
"""Clauses after a wish or a claim in which it is refused or put right."""
_GAP = r"(?:\s+[^\s,;:.!?]+){0,5}?"
"""At most so many words between who says something and what is said."""

_ENGLISH = (
    r"you (?:write|say|mention),? that\b|you(?:'ve| have)? (?:just )?(?:asked?|wrote|said|mentioned|heard"
    r"|read|wondered|wanted to know|were told|got told)"
    rf"{_GAP},?\s+(?:that|if|whether|how|about|why|where|when|which|what|who)\b"
)
_GERMAN = (
    r"(?:sie|du) (?:fragen|fragten|fragst|schreiben|schrieben|schreibst|sagen|sagten|meinen|meinten|erwähnen"
    r"|wollten wissen|haben gefragt|haben geschrieben|haben gesagt|haben gelesen|haben gehört"
    r"|haben [^.;:!?,]*(?:gefragt|geschrieben|gesagt|gelesen|gehört|erwähnt))"
    rf"{_GAP},?\s+(?:dass|daß|ob|wie|warum|wieso|wann|wo|was|welche\w?|wer|wem)\b"
)
_RUSSIAN = (
    r"(?:вы|ты) (?:пишете|пишешь),? что\b|(?:вы|ты) (?:\w+ )?(?:спросил[аи]?|спрашивае\w+|спрашивал[аи]?"
    r"|писал[аи]?|написал[аи]?|прочитал[аи]?|читал[аи]?|слышал[аи]?|сказал[аи]?|говорите|упомянул[аи]?"
    r"|интересовал\w+|уточнял[аи]?)"
    rf"{_GAP},?\s+(?:что|как|если|можно ли|есть ли|нельзя ли|почему|когда|где|како\w+|сколько|про|об?"
    r"|насч[её]т)\b"
)
_SPANISH = (
    r"(?:usted(?:es)? (?:me |nos )?(?:pregunta|dice|escribe|menciona|comenta)|(?:usted(?:es)? )?(?:me "
    r"|nos )?(?:preguntó|preguntaste|preguntaba|leyó|leíste|dijo|escribió|mencionó|quería saber"
    r"|ha[sn]? (?:preguntado|leído|oído|escrito|visto|dicho)))"
    rf"{_GAP},?\s+(?:que|si|cómo|como|por qué|cuándo|cuál|dónde|sobre|por)\b"
)
_TOLD_TO_YOU = (
    r"(?!.*\b(?:nobody|no one|who|manager|boss|chef|service|support|compañer\w+|jefe|kolleg\w+|wer|кто|quién"
    r"|niemand|никто|nadie)\b)[^,.;:!?]*(?:\btold you\b|\bhat ihnen\b[^,.;:!?]*\bgesagt\b"
    r"|\bвам (?:\w+ )?(?:сказал|писал|говорил)\w*|\b(?:сказал|написал)\w* вам\b|\b(?:le|te|les) (?:dijo"
    r"|dijeron|ha dicho|han dicho)\b)"
)
_CARRIER = (
    r"(?:the |der |die |el |la )?(?:courier|carrier|driver|zusteller|fahrer|paketdienst|dhl|dpd|gls|hermes"
    r"|ups|fedex|usps|курьер|почта|сд[эе]к|repartidor|mensajero|paquetería|transportista|correos) (?:claims?"
    r"|says?|writes?|reports?|notes?|states?|behauptet|sagt|schreibt|meldet|vermerkt|пишет|утверждает"
    r"|сообщает|отметил\w*|dice|anota|indica|afirma)(?: that| que)?,?\s+\w"
)
_REPORTS = re.compile(
    r"(?:(?:hello|hi|hallo|guten tag|здравствуйте|добрый день|hola|ok|okay)\b\W{0,3}(?:\w+\W{1,3})?)?"
    rf"(?:{_ENGLISH}|{_GERMAN}|{_RUSSIAN}|{_SPANISH}|{_TOLD_TO_YOU}|{_CARRIER})",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"(?:you(?:'ve| have| would)? (?:just |also )?(?:ask(?:ed)?|want(?:ed)?|like|offer(?:ed)?|propose[ds]?"
    r"|suggest(?:ed)?|request(?:ed)?)|(?:sie|du) (?:bitten|baten|möchten|wollen|wünschen|bieten|boten"
    r"|schlagen|schlugen|(?:haben|hatten) [^,.;:!?]*(?:gebeten|angeboten|vorgeschlagen|gewünscht))|(?:вы"
    r"|ты) (?:\w+ )?(?:прос\w+|попрос\w+|предлож\w+|предлага\w+|спрашива\w+|спросил\w*|хот\w+)"
    r"|(?:usted(?:es)? )?(?:me |nos )?(?:pide|pidió|pedía|propone|propuso|ofrece|ofreció|quiere"
    r"|quería|sugiere|sugirió))\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:sorry|unfortunately|cannot|can(?:['’]t| not)|not allowed|against the law|illegal|(?:do not"
    r"|don['’]t) (?:do|offer|accept|write)|leider|verboten|(?:dürfen|können|machen) wir\b[^.!?]{0,30}\bnicht"
    r"|geht nicht|сожалению|нельзя|не (?:можем|могу|будем|буду|делаем|получится)|незаконн\w*|lamentablemente"
    r"|ilegal|contra la ley"
    r"|no (?:podemos|puedo|se puede|hacemos|aceptamos))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"[^.!?]{0,40}?\b(?:(?:someone|somebody|customers?|buyers?|sellers?|colleague|people"
    r"|friends?) (?:\w+ ){0,2}?(?:sa(?:id|ys?)|wrote|writes?|told|claims?|claimed)|(?:jemand|kund\w+|händler"
    r"|kolleg\w+|verkäufer) (?:\w+ ){0,2}?(?:sagt\w*|schr(?:eibt|ieb)|behauptet\w*|geschrieben|gesagt)"
    r"|(?:кто-то|покупател\w+|коллег\w+|продав\w+) (?:\w+ ){0,2}?(?:сказал|написал|говор|пиш|утвержда)\w*"
    r"|(?:alguien|clientes?|vendedor\w*|compañer\w+) (?:\w+ ){0,2}?"
    r"(?:dijo|dice[n]?|escribi\w+|comentó|afirma\w*))\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"\b(?:(?:that|this|it)(?:['’]s| is| was) (?:not (?:true|right|correct|so(?!\s+\w))|wrong|incorrect|false"
    r"|a mistake)|das (?:ist|war) (?:leider )?(?:falsch|nicht (?:richtig|wahr|so(?!\s+\w))|ein fehler"
    r"|ein irrtum)|(?:das )?stimmt (?:so )?nicht|это (?:не так(?!\s+\w)|неверно|неправда|неправильно"
    r"|был\w* ошиб\w+|ошибка)|no (?:es|era) (?:cierto|verdad|correcto|así(?!\s+\w))"
    r"|(?:es|era|fue) (?:falso|un error))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we|i|our|my|wir|ich|unser\w*|mein\w*|мы|я|наш\w*|nosotros|yo|mis?|nuestr\w+)\b", re.IGNORECASE
)
_URGES = re.compile(
    r"\b(?:please|then|just|first|bitte|dann|zuerst|einfach|сначала|тогда|просто|entonces|primero|(?:already"
    r"|before) told|(?:schließen|zahlen) sie|закройте|переведите|cierre|págueme"
    r"|(?:i|ich|я) (?:write|schreibe|пишу))\b",
    re.IGNORECASE,
)
"""Tells the buyer what to do: where the learner puts no full stop, the agent's own words follow."""
_WORD = re.compile(r"\w")


def reported(clauses: Sequence[str]) -> frozenset[int]:
    """The clauses that begin by telling whose words follow, not the shop's, and the next if it has them.

    What the buyer wishes counts so where it is refused afterwards, what others say where it is put right.
    """
    rows: set[int] = set()
    for row, clause in enumerate(clauses):
        word = _WORD.search(clause)
        if word is None or _URGES.search(clause):
            continue
        behind, after = " ".join(clauses[row + 1 : row + 2]), " ".join(clauses[row + 1 : row + 1 + NEXT])
        begun = _REPORTS.match(f"{clause} {behind}", word.start())
        if begun and not _OURS.search(begun[0]):
            rows |= {row, row + (begun.end() > len(clause))}
        if _WISHES.match(clause, word.start()) and _REFUSED.search(after):
            rows.add(row)
        if (told := _SAYS.match(clause)) and _PUT_RIGHT.search(after):
            rows |= {row, row + (told.end() >= len(clause.rstrip(" ,:")))}
    return frozenset(rows)
