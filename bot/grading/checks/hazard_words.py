"""The words by which a buyer reports a danger from the goods, and an agent stops its use, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.words import Language


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


DANGER: Mapping[Language, re.Pattern[str]] = {
    "de": _any(
        r"\b(?:raucht|qualmt|qualmte|rauchte|schmort|schmorte|brannte|explodiert\w*)\b",
        r"\bzu (?:rauchen|qualmen|brennen|schmoren)|feuer gefangen|fing feuer|\bin brand\b|\bverschmort\w*",
        r"\b(?:rauch|qualm|flammen|funken)\b.{0,20}\b(?:kam\w*|kommt|kommen|schlug\w*|sprüh\w+|stieg)\b",
        r"\b(?:kam\w*|kommt|kommen|schlug\w*|sprüh\w+|stieg)\b.{0,25}\b(?:rauch|qualm|flammen|funken)\b",
        r"stromschlag|\b(?:einen|elektrischen) schlag (?:bekommen|gekriegt|versetzt)|\beine gewischt",
        r"\b(?:mir|mich|sich|uns|finger|hand|kind)\b.{0,25}\b(?:verbrannt|verletzt|verbrüht)\b|verbrennung\w*",
        r"\b(?:akku|batterie)\b.{0,40}(?:aufgebläht|aufgequollen|gebläht|ausgelaufen)",
        r"\b\w*(?:kunststoff|plastik|kabel|stecker|gehäuse|netzteil)\w*\b.{0,30}\b(?:ge|ver)?schm[oi]lz\w*",
        r"\b(?:ge|ver)?schm[oi]lz\w*.{0,30}\b\w*(?:kunststoff|plastik|kabel|stecker|gehäuse|netzteil)",
        r"\b(?:riecht|roch|stinkt|stank)\b.{0,25}\b(?:verbrannt|verschmort|angebrannt|brenzlig)",
        r"\b(?:verbrannt|verschmort|angebrannt|brenzlig) (?:gerochen|gestunken|riech|stink)\w*",
        r"ausschlag (?:bekommen|am|im|an)|allergisch\w* (?:reagiert|reaktion)|\bverschluckt\b|fast erstickt",
    ),
    "en": _any(
        r"\b(?:caught|on|catching) fire\b|\bburst into flames|(?<!\bI )\b(?:exploded|blew up)\b",
        r"\b(?:started|began) (?:to )?(?:smok|burn|spark)|\bit (?:smoked|sparked)\b",
        r"\b(?:smoke|flames|sparks) (?:is |are |was |were )?(?:came|coming|poured|pouring|shot|flew|rose)",
        r"\belectric(?:al)? shock|\bgot (?:a|an) (?:\w+ )?shock (?:from|off)|\bshocked (?:me|him|her|my)\b",
        r"\bburn(?:t|ed) (?:my|his|her|our|myself|himself|herself)\b",
        r"\b(?:was|got|been) (?:burnt|burned|injured)\b(?! by)",
        r"\b(?:swollen|bulging|leaking) battery|\bbattery\b.{0,30}\b(?:swollen|swelled|bulg\w+|leak\w+)",
        r"\b(?:plastic|cable|cord|plug|casing|housing|adapter)\w*\b.{0,30}\bmelt(?:ed|ing)\b",
        r"\bmelt(?:ed|ing)\b.{0,30}\b(?:plastic|cable|cord|plug|casing|housing|adapter)",
        r"\bsmell\w* (?:of |like )?(?:\w+ )?burn(?:ing|t|ed)\b|\bburn(?:ing|t) smell",
        r"\b(?:got|gave (?:me|him|her)|came out in|broke out in|developed) (?:a|an) (?:\w+ )?"
        r"(?:rash|allergic reaction)|\bchoked on|\bchoking on|\bswallowed (?:a|the|one)\b",
    ),
    "ru": _any(
        r"\bзадымил\w*|\b(?:пош[ёе]л|повалил|валит|ид[ёе]т) (?:\w+ )?дым\b",
        r"\bдым (?:пош[ёе]л|повалил|валит|ид[ёе]т)\b",
        r"\b(?:загорелось|заискри\w+|искрит|взорвал\w*)\b",
        r"\b(?:загорел\w*с[яь]|вспыхнул\w*) (?:прибор|аккумулятор|кабел|провод|заряд|телефон|розетк|вилк)\w*",
        r"\b(?:прибор|аккумулятор|кабель|провод|зарядк\w|телефон|розетка|вилка) (?:загорел\w*|вспыхнул\w*)",
        r"\bударил\w* током|\bбь[ёе]т током|\bтоком ударил\w*|\bобж[ёе]г\w*|\bожог\w*",
        r"\b(?:аккумулятор|батаре)\w*.{0,30}(?:взду|разду|протек|потек)|\b(?:вздул|раздул)(?:ся|ась)",
        r"\b(?:появил|пошл|высыпал|выступил)\w* (?:\w+ )?сыпь|\bсыпь (?:появил|пошл)\w*",
        r"\b(?:пластик|корпус|провод|кабел|вилк|розетк)\w*.{0,30}\b(?:(?:рас|о|по)?плав(?:ил|ит)|поплыл)\w*",
        r"\b(?:(?:рас|о|по)?плав(?:ил|ит)|поплыл)\w*.{0,30}\b(?:пластик|корпус|провод|кабел|вилк|розетк)",
        r"\b(?:запахло|пахнет|пахло|воняет|запах)\b.{0,15}\b(?:пал[её]н|гар(?:и|ь)|жж[её]н|горел)\w*",
        r"\bаллергическ\w+ реакци",
        r"\bподавил(?:ся|ась)|\bпроглотил\w*",
    ),
    "es": _any(
        r"\b(?:sal[ií]a|sali[óo]|sale|echaba|ech[óo]|soltó|empez[óo] a (?:salir|echar)) (?:\w+ )?"
        r"(?:humo|chispas|llamas)\b",
        r"\b(?:ha|había|han) (?:echado|soltado) (?:\w+ )?(?:humo|chispas|llamas)",
        r"\b(?:pl[áa]stico|cable|enchufe|carcasa)\b.{0,30}\b(?:derret|derrit|fundi)\w*",
        r"\b(?:derret|derrit|fundi)\w*.{0,30}\b(?:pl[áa]stico|cable|enchufe|carcasa)",
        r"\b(?:huele|ol[íi]a|olor|oler) a (?:quemad|chamuscad)\w*",
        r"\bse (?:incendi[óo]|prendi[óo] fuego)|\bexplotó\b|\bdescarga el[ée]ctrica|\bcalambrazo",
        r"\bme dio (?:un )?(?:calambre|corriente)",
        r"\bme quem[ée]\b|\bse quem[óo] (?:la mano|los dedos|mi|el niño|la niña)|\bquemaduras?\b",
        r"\bbater[ií]a\b.{0,30}(?:hinch\w+|inflad\w+|abombad\w+|derram\w+)",
        r"\b(?:salió|salieron|provoc[óo]|dio|produjo|produjeron) (?:\w+ ){0,2}"
        r"(?:sarpullido|ronchas|urticaria|reacci[óo]n al[ée]rgica|alergia)",
        r"\bse (?:atragant[óo]|trag[óo])\b",
    ),
}
"""What has happened with the goods: smoke, fire, a burnt smell, melting, shock, burns, a swollen battery, a
rash, choking."""

DENIED: Mapping[Language, re.Pattern[str]] = {
    "de": _any(r"\b(?:nichts?|kein\w*|weder|ohne|nie|wenn|falls|ob|könnte\w*|kann|würde)\b", r"\?"),
    "en": _any(r"\b(?:not|no|never|nothing|without|if|whether|could|might|can|would)\b|n['’]t\b", r"\?"),
    "ru": _any(r"\b(?:не|нет|ни|без|если|бы|может|вдруг|никак\w+)\b", r"\?"),
    "es": _any(r"\b(?:no|nunca|tampoco|sin|ni|si|podría|puede|ning[uú]n\w*)\b", r"\?"),
}
"""Such a thing is denied, asked or supposed only."""

STOPPED: Mapping[Language, re.Pattern[str]] = {
    "de": _any(
        r"\b(?:nicht|keinesfalls|auf keinen fall)\b.{0,30}"
        r"(?:benutz|verwend|nutz|gebrauch|trag|einschalt|anschl|lad|anfass|betreib|einsteck)\w*",
        r"\b(?:benutz|verwend|nutz|trag|lad|schalt|schließ|steck)\w* sie\b.{0,40}"
        r"\b(?:nicht|keinesfalls|auf keinen fall)\b",
        r"\bzieh\w*\b.{0,40}stecker|stecker\b.{0,25}zieh\w*|außer betrieb|\bvom (?:strom|netz)\b",
        r"\bschalten sie\b.{0,40}\baus\b",
    ),
    "en": _any(
        r"\bstop (?:using|wearing|charging)|\bunplug|\bdisconnect|\b(?:switch|turn) (?:\w+ ){0,2}off\b",
        r"\b(?:do not|don['’]t|never|not to|no longer) (?:\w+ ){0,2}"
        r"(?:use|wear|charge|plug|switch|turn|touch|open|connect)\b",
        r"\b(?:keep|take) (?:\w+ ){0,4}away\b|\bout of (?:use|reach)\b",
    ),
    "ru": _any(
        r"\b(?:не|прекратите|перестаньте) (?:\w+ ){0,3}"
        r"(?:использ|польз|воспольз|носи|заряж|включ|надева|трога|эксплуат)\w*",
        r"\b(?:отключите|выключите|отсоедините)\b|\b(?:выньте|вытащите) (?:\w+ )?вилку\b|\bиз розетки\b",
    ),
    "es": _any(
        r"\b(?:deje|deja|dejen) de (?:usar|utilizar|llevar|cargar|poner)\w*",
        r"\bdesench[uú]f|\bdescon[eé]ct|\bap[aá]gu",
        r"\bno (?:lo |la |los |las |se lo |se la |siga |vuelva a |debe )?"
        r"(?:us|utili|encienda|encender|cargue|conecte|enchufe|ponga|lleve)\w*",
    ),
}
"""The agent tells the buyer to stop using it."""
