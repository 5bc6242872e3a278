"""The words by which what sounds like a danger from the goods is none: other senses, denials, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.words import Language
from bot.grading.checks.hazard_words import any_form

ALIKE: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(
        r"\b(?:ich|mann|frau|vater|mutter|nachbar\w*|freund\w*|sohn|kollege|niemand|wer|opa"
        r"|oma) (?:\w+ ){0,2}"
        r"(?:raucht|geraucht)\w*|\b(?:kopf|köpfe) (?:raucht|qualmt)|\b(?:qualmt|raucht) (?:mir "
        r"|uns )?der kopf"
        r"|\bvor (?:wut|ärger|neugier) (?:geplatzt|explodier\w*)|\b(?:ich|kosten|preise) explodier\w*"
        r"|\bkein\w* (?:rauch|qualm|funken|flammen) und (?:rauch|qualm|funken|flammen)\b"
        r"|\bdas preisschild|\bverschluckt (?:die|das|sehr|viel|mein) (?:email|mail|system|geld|speicher\w*)",
    ),
    "en": any_form(
        r"\bburning (?:question|issue|desire|need|through|fat|calories|hot deal)|\bsmoking (?:hot|deal|gun"
        r"|room)"
        r"|\b(?:on fire|sparks fly) (?:with|lately|today)|\b(?:you(?:['’]re| are)|sales (?:is|are)"
        r"|we(?:['’]re| are)) "
        r"on fire|\b(?:colou?rs?|prices?|deals?|discounts?|offers?|sales?|designs?|looks?|styles?|outfits?"
        r"|shop|store|shoes|dress) (?:is|are|was|were|looks?) (?:\w+ )?on fire"
        r"|\b(?:fire|flame|smoke)[- ](?:sale|red|grey|gray|colou?r\w*)|\bburn(?:s|ed|t|ing) (?:my"
        r"|his|her|our) "
        r"(?:dinner|toast|cake|food|candle|incense)|\b(?:sparks?|flames) (?:of )?joy|\bexploded (?:with"
        r"|in price)"
        r"|\bseen (?:those|these|some|videos)\b.{0,40}fire|\b(?:cut|save) (?:my|our) (?:cost|loss)\w*"
        r"|\bno (?:smoke|sparks?|flames?) and (?:smoke|sparks?|flames?)\b"
        r"|\bswallow(?:ed|s) (?:the|a) (?:cost|price|loss)",
    ),
    "ru": any_form(
        r"\bгорит (?:дедлайн|срок)\w*|\bсрок\w* гор[иея]т\w*|\bгоряще\w*|\b(?:загор[еа]л\w*|загорелась) "
        r"(?:идеей|желанием|мечтой)|\b(?:индикатор|лампоч|экран|диод|подсветк|кнопк|свет)\w* (?:\w+ ){0,3}"
        r"(?:горит|загор\w+|горел\w*)|\b(?:горит|загор\w+|горел\w*) (?:\w+ ){0,2}(?:индикатор|лампоч|экран"
        r"|диод"
        r"|подсветк|кнопк|свет|син|красн|зел[её]н|ж[её]лт)\w*|\bпроглотил\w* (?:деньги|обиду|язык)",
    ),
    "es": any_form(
        r"\bque echo humo|\b(?:estoy|estamos) (?:ardiendo|que)\b|\bse (?:ha )?trag(?:[óo]"
        r"|ado) (?:el dinero|mi dinero"
        r"|la tarjeta)|\bechando chispas de|\bse quem[óo] (?:el plazo|la oferta)",
    ),
}
"""What sounds like a danger and is none."""

DENIED: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(r"\b(?:nichts?|kein\w*|weder|noch nie|ohne|nie|könnte\w*|kann|würde\w*)\b"),
    "en": any_form(
        r"\b(?:not|no|never|nothing|neither|without|could|might|would)\b(?! breathe)",
        r"\b(?!can['’]t breathe|couldn['’]t breathe)\w+n['’]t\b|\bcan\b(?!not breathe|['’])",
    ),
    "ru": any_form(r"(?<!чуть )(?<!чуть ли )(?<!едва )\bне\b", r"\b(?:нет|ни|без|бы|может|могут|никак\w+)\b"),
    "es": any_form(r"\b(?:no|nunca|tampoco|sin|ni|podría|puede|pueda|ning[uú]n\w*)\b"),
}
"""Such a thing is denied, or no more than possible."""

SUPPOSED: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(r"\b(?:wenn|falls|ob)\b"),
    "en": any_form(r"\b(?:if|whether|in case|in theory)\b"),
    "ru": any_form(r"\b(?:если|вдруг|ли)\b"),
    "es": any_form(r"\b(?:si|en caso)\b"),
}
"""What follows in the clause is supposed only."""

FEARED: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(r"\b(?:angst|sorge|befürchte\w*),? dass\b|\bnicht,? dass\b"),
    "en": any_form(r"\b(?:fear|scared|worried|afraid) (?:that |it |of )"),
    "ru": any_form(r"\b(?:боюсь|опасаюсь),? (?:что|как бы|вдруг)\b"),
    "es": any_form(r"\b(?:miedo (?:de|a) que|temo que)\b"),
}
"""What follows in the sentence is feared only."""

ASKING: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(
        r"^\W*(?:ist|sind|kann|können|könnte|wird|werden|hat|haben|besteht|gibt|was passiert|wie|welche\w*"
        r"|darf)\b"
    ),
    "en": any_form(
        r"^\W*(?:is|are|was|do|does|did|can|could|will|would|has|have|any|how|which|what happens"
        r"|what about)\b"
    ),
    "ru": any_form(r"^\W*(?:может|могут|бывает|бывало|есть|были|а не|как|какой|какая|насколько|правда)\b"),
    "es": any_form(r"^[^¿]*¿\W*(?!y\b)"),
}
"""How a sentence begins that asks whether it is so; behind other words a question mark asks for help."""

TAKEN_FOR_GRANTED: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(
        r"^\W*(?:warum|wieso|weshalb|ist (?:das|es) normal)|\bwas (?:soll|muss|mach\w*|tu\w*|jetzt|nun)\b"
    ),
    "en": any_form(
        r"^\W*(?:why|how come|is it normal)|\bwhat (?:do|should|shall|can|must|am) I\b|\bwhat now\b",
    ),
    "ru": any_form(r"^\W*(?:почему|отчего|это нормально)|\b(?:что|как) (?:\w+ ){0,2}(?:делать|быть)\b"),
    "es": any_form(r"^\W*(?:por qu[ée]|es normal)|\bqu[ée] (?:hago|debo|tengo que|puedo|hacemos)\b"),
}
"""A question that takes for granted what it is about, or asks what is to be done now."""
