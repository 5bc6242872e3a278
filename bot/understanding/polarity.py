"""What a sentence plainly refuses or denies, by its form: it cannot be the violation it resembles.

Vectors lie close together for “we guarantee” and “we cannot guarantee”; the words of negation do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.understanding.acquittals import ACQUITS, form
from bot.understanding.exclusions import excludes
from bot.understanding.invitations import invites
from bot.understanding.quotations import MARKS

_NOT = (
    r"\b(?:nicht|niemand|kein\w*|nie|never|not|nobody|no one|can'?t|cannot|couldn'?t|won'?t|unable|no|nunca"
    r"|imposible|sin|не|нельзя|невозможно|никто|никогда)\b"
)
_DONT = r"\b(?:do not|don'?t)\b"
_PROMISE = r"(?:garant|versprech|zusag|zusicher|promis|guarant|гарант|обеща|promet|prometo|asegur)"
_NAMED_PROMISE = (
    r"\b(?:garantie(?!rt)|versprech|zusag|zusicher|garant[ií]a|гаранти(?!ру)|гарантировать|обещани|обещать"
    r"|prometer|garantizar|asegurar)\w*"
)
"""A promise that a negation behind it may deny: “versprechen kann ich nicht”, but not “garantiert nie”."""


def _within(most: int, but: str = "") -> str:
    """At most so many characters between two words of one clause, and none that begins with `but`."""
    return rf"(?:{but}[^,;:.!?–]){{0,{most}}}"


_STATED = _within(60, r"(?!\b(?:that|dass|daß|que|что)\b)")
"""“I promise that it will not break” denies no promise."""
_UNQUOTED = rf"(?![{MARKS}])"
"""“Close it, reason: ‘no longer needed’” frees of nothing."""
_ALONE = rf"(?!\b(?:und|damit|weil|denn)\b){_UNQUOTED}"
"""“Close it and wait no longer” asks to close."""
_AFFIRMED = rf"(?!{_NOT}|\bthan\b)"
"""“Only not here” and “rather than here” invite elsewhere."""
_HERE = (
    r"\b(?:hier|here|здесь|тут|aquí"
    r"|(?:im|in|in diesem|in the|in this|в|en el|por el|por este) (?:chat|чате|plattform\w*))\b"
)
_FAULT = r"(?:\bschuld|\bfaults?\b|\bculpa(?! a\b)|\bвин[аы]|\bblam|\bfrom you\b)"
_MISTAKE = r"\b(?:fehler|mistake|ошибка|error)\b"
_SUPPOSES_NOT = (
    r"(?:\b(?:do not|don['’]?t|never) (?:suppose|think|believe|assume|mean|say"
    r"|claim)\b(?=[^.!?]*\b(?:wrong|mistake|fault|lie|lied|lying|broke|on purpose|guilty|damag|blame))"
    r"|\b(?:sag|mein|glaub|vermut|behaupt|unterstell|denk)\w{1,3} (?:\w+ )?nicht,|gehen? nicht davon aus,"
    r"|\bне (?:думае|говори|считае|утверждае|вини|обвиняе)\w*|\bno (?:dig|dec|cre|pens|pien"
    r"|supon)\w+ que\b(?=[^.!?]*(?:culp|mal\b|error|mient|romp|a propósito)))"
)
_THEIR_FAULT = (
    r"(?:\btheir (?:fault|mistake|error)\b|\b(?:error|culpa|fallo) (?:es )?(?:de ellos"
    r"|del? (?:la )?(?:correo|transport|mensaj|paquet)\w*)"
    r"|\b(?:ошибка|вина) (?:курьер|почт|перевозчик|служб|склад)\w*"
    r"|\b(?:fehler|schuld) (?:de[rs]|vom|von) (?:zusteller|paketdienst|post|fahrer|versand|lieferant)\w*)"
)
_OURS = r"\b(?:unser\w{0,2}|uns|ours?|us|nuestr\w{1,2}|nos|nosotros|mía|наш\w{0,3})\b"
_CLOSE = r"\b(?:за)?(?:кры|отмен|отзыв|отозв|снима|подтвер)"
_NEEDLESS = r"\bне (?:нужно|надо)\b"
_TELL = r"\b(?:schick|sag|nenn|geb|send|tell|give|сообщ|скаж|напиш|пришл|дай|mand|env[ií]|dig|dé|pás)"
_KEEPS_TO_ONESELF = (
    r"(?:\b(?:geben|sagen|nennen|schicken|verraten) sie \w{0,4} ?(?:keine?\w?|niemand\w*)\b"
    r"|\b(?:tell|give|show) (?:it |them )?(?:to )?(?:nobody|no one)\b"
    r"|\b(?:never|don'?t|do not) (?:tell|give) (?!me\b|us\b|others\b)"
    r"|\bне (?:сообщ|говор|назыв|давай|диктуй)\w*|\bникому не\b|\bno (?:compart|dig|d[eé]\b))"
)
"""Asks not to tell anybody."""
_PASSWORD = r"(?:passw|kennw|парол|contraseña)"
_REPAID = (
    r"(?:erstatt|zurück(?:zahl|über|bekomm)|refund|reimburs|back to you|верн[её]м|возмест|возмещ|компенс"
    r"|отда[её]м|to you again|geben zurück|uns zurück|reembols|reintegr|abonamos|abonaremos|le devolv)"
)
_BUYER_PAYS = (
    r"(?:\byou(?:'ll| will| would| have to| need to| must| should)?(?: \w+){0,2} (?:pay|cover|bear)\b"
    r"|\bat (?:your|the buyer'?s)(?: own)? (?:expense|cost)\b|\b(?:buyer|customer)s? (?:pay|bear|cover)s?\b"
    r"|\bpaid by (?:you|the buyer)\b|\b(?:tragen|zahlen|bezahlen|übernehmen) sie\b"
    r"|\bsie (?:\w+ ){0,3}(?:tragen|(?:be)?zahlen|übernehmen)\b|\bauf (?:ihre|eigene) (?:kosten|rechnung)\b"
    r"|\bzu ihren lasten\b|\b(?:käufer|kunde|kundin) (?:trägt|(?:be)?zahlt)\b"
    r"|\b(?:be)?zahlt (?:der|die) (?:käufer|kunde|kundin)\b"
    r"|\bза (?:ваш|твой) сч[её]т\b|\b(?:вы|ты|покупател[ья]) (?:\w+ )?(?:оплачива|плати|оплат)"
    r"|\b(?:оплачива\w+|плат[ия]т\w*) (?:вами?|вы|покупател\w+)\b"
    r"|\b(?:(?:a|de) (?:su|tu) cargo|por (?:su|tu) cuenta|pagas tú|paga (?:usted|el comprador|el cliente))\b"
    r"|\b(?:usted|el comprador|el cliente) (?:paga|asume|cubre)\b)"
)
"""Who sends back pays; unless the shop pays it back."""
_IDIOM = re.compile(r"\b(?:kein problem|no problem|no hay problema|без проблем|не проблема)\b", re.IGNORECASE)


STAYS = form(
    r"(?:\b(?:bleib|stay|keep|оста|продолж|sigamos|seguimos|sigo|continuemos|quedarnos|quedemos)\w*\b"
    rf"{_within(30, _AFFIRMED)}{_HERE}"
    rf"|\b(?:nur|only|только|solo|sólo|lieber|rather)\b{_within(12, _AFFIRMED)}{_HERE})"
)
"""Says that the talk stays where it is."""

_REFUSES = form(rf"{_NOT}|{_DONT} (?:add|contact|message|text|call|write|send|e-?mail)\b")

DENIES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "violate_false_promise": (
        form(rf"{_NOT}{_STATED}{_PROMISE}|{_NAMED_PROMISE}{_STATED}{_NOT}|ohne gewähr"),
        "inform_shipping_time",
    ),
    "violate_deny_legal_right": (
        form(r"garant.{0,25}(?:liefer|zustell|termins?\b|deliver|arriv|entrega|llegada|достав|срок)"),
        "inform_shipping_time",
    ),
    "violate_blame_buyer": (
        form(
            rf"\A(?!.*(?:{_NOT}{_within(15)}{_OURS}|{_OURS}{_within(15)}{_NOT}{_within(20)}{_FAULT}))(?:"
            rf".*{_NOT}{_within(20)}{_FAULT}|.*{_DONT} blame yourself"
            rf"|.*{_SUPPOSES_NOT}{_within(12)}\b(?:you|sie|du|вы|ты|usted|tú)\b|.*{_THEIR_FAULT}"
            rf"|.*\b(?:вы|ты|вас|вами|ваш\w*)\b{_within(20)}ни при ч[её]м"
            rf"|.*{_OURS} (?:\w+ )?(?:{_FAULT}|{_MISTAKE})|.*\bculpa (?:es )?(?:de )?{_OURS}"
            rf"|.*{_NOT}{_within(6)}\b(?:your|ihr|dein|ваша|твоя|su|tu) {_MISTAKE}"
            r"|\W*(?:if|wenn|falls|если|si)\b(?!.*\b(?:you|sie|du|man|вы|ты|бы|usted|tú|su|hub\w+"
            r"|had)\b)[^.!?]*,\s*\Z)"
        ),
        "reassure",
    ),
    "violate_rude": (
        form(rf"(?:{_NOT}|\b(?:ohne|without|без)\b){_within(15)}(?:beleidig|insult|оскорб|ofen[ds])"),
        "decline_request",
    ),
    "violate_pressure_cancel": (
        form(
            rf"\A(?!.*\b(?:if|wenn|falls|если|si)\b{_within(20)}(?:{_NOT}|{_DONT}))(?:"
            rf".*(?:\bneed not\b|\bneedn'?t\b|\bno need\b|\byou {_DONT} (?:need|have)\b"
            rf"|{_DONT} (?:(?:need|have) to|close|cancel)\b|\bnot close\b"
            r"|\bno hace falta\b|\bno tiene que\b|\bno cierre|\bне закрыва(?!ете|ешь))"
            rf"|\W*(?:\w+, )?(?:bitte )?(?:schließen|beenden) sie{_within(40, _ALONE)}\bnicht\W*\Z"
            rf"|.*{_CLOSE}{_within(30, _UNQUOTED)}{_NEEDLESS}|.*{_NEEDLESS}{_within(30, _UNQUOTED)}{_CLOSE}"
            rf"|.*(?:müssen|brauchen|sollten){_within(40, _UNQUOTED)}\bnicht\b"
            r"|.*nicht (?:schließen|zu schließen|stornieren))"
        ),
        "reassure",
    ),
    "offer_return_label": (
        form(
            rf"\A(?!.*(?:{_NOT}|\b(?:nothing|zero|0|nichts|nix|nada|cero|ничего|ноль)\b"
            rf"|{_REPAID})).*{_BUYER_PAYS}"
        ),
        "inform_return_procedure",
    ),
    "ask_patience": (
        form(r"(?:dank|thank|спасибо|благодар|graci|agrade).{0,25}(?:geduld|patien|терпен|ожидан|paciencia)"),
        "thank",
    ),
    "violate_ask_sensitive_data": (
        form(
            rf"{_NOT}{_within(25)}(?:schick|send|share|сла|отправ|mand|env[ií]|necesit)|nie schick"
            rf"|{_KEEPS_TO_ONESELF}"
            rf"|\A(?!.*{_TELL}).*(?:änder|wechsel|chang|смен|измен|помен|cambi).{{0,25}}{_PASSWORD}"
        ),
        "inform_payment",
    ),
    "violate_undervalue_customs": (
        form(
            rf"{_NOT}{_within(40)}"
            r"(?:less|lower|niedrig|weniger|geschenk|gift|заниз|меньш|menos|menor|bajar|regalo)"
        ),
        "decline_undervaluation",
    ),
}
"""Act to the form that excludes it, and what is said instead."""


def innocent_reading(act: str, text: str, sentence: str = "") -> str:
    """`act`, or what a clause says that is something else by its own form or that of the `sentence`."""
    if act == "agree" and text.rstrip().endswith("?"):
        return "ask_confirmation"
    denied, acquitted = DENIES.get(act), ACQUITS.get(act)
    if denied and denied[0].search(_IDIOM.sub(" ", text)):
        return denied[1]
    return acquitted[1] if acquitted and acquitted[0].search(sentence or text) else act


def certain_acts(text: str, passage: str = "") -> tuple[str, ...]:
    """Acts that the form of a clause alone tells.

    Staying here, an invitation elsewhere with its address, opened goods taken out of a right.

    `passage` is what the clause stands in.
    """
    denied = ("violate_deny_legal_right",) if excludes(text, passage) else ()
    if STAYS.search(text):
        return (*denied, "decline_off_platform")
    return (*denied, "violate_off_platform_contact") if invites_elsewhere(text, passage) else denied


def invites_elsewhere(text: str, passage: str = "") -> bool:
    """Whether a clause invites elsewhere, names the address, and neither refuses nor says to stay."""
    return not STAYS.search(text) and not _REFUSES.search(text) and invites(text, passage)
