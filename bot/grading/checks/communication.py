"""Communication: language, form of address, calm; what has a module of its own is gathered here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from bot.core.grade import Evidence
from bot.core.text import COPIED, folded
from bot.core.words import Channel
from bot.grading.checks.apology import apology_when_due
from bot.grading.checks.clarity import clear
from bot.grading.checks.compliance import free_of
from bot.grading.checks.courtesies import closed, empathy_shown, greeted
from bot.grading.checks.letter import mail_form
from bot.grading.checks.spelling import spelling
from bot.grading.judgement import Judgement, broken, excused, kept
from bot.grading.talk import Said, Talk
from bot.understanding.address import familiar

MOST_QUESTIONS: Mapping[Channel, int] = {"chat": 3, "email": 6}
"""Question marks in one message that a person still answers; a letter is read at leisure."""

TITLES = {
    "Herr": "m",
    "Frau": "f",
    "Mr": "m",
    "Mrs": "f",
    "Ms": "f",
    "Sr": "m",
    "Sra": "f",
    "Señor": "m",
    "Señora": "f",
}
ACADEMIC = r"(?:Dra?|Prof|Professor(?:in)?|Doktor|Doctora?|Mag|Lic|(?:Dipl\.?-?)?Ing|med|phil|jur|rer|nat)\b"
TITLED = re.compile(
    rf"\b(?P<title>{'|'.join(sorted(TITLES, key=len, reverse=True))})\b\.?\s"
    rf"(?:{ACADEMIC}\.?\s?)*(?!{ACADEMIC})(?P<name>[^\W\d_][\w-]+)"
)
SHOUTING = re.compile(r"[!?]{3,}|!{2,}")
_CAPITAL_WORD = r"(?:(?![a-zß-ÿа-яё])[^\W\d_]){2,}"
CAPITALS = re.compile(rf"\b{_CAPITAL_WORD}(?:\W{{1,3}}{_CAPITAL_WORD})+\b")
"""Neighbouring words in capitals."""
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
MOST_EMOJI = 2

SALUTATION = 60
"""Characters of a message in which the buyer is addressed; later names may be others'."""


def buyers_language(talk: Talk) -> Judgement:
    """No message is in another language than the buyer's."""
    known = [said for said in talk.agent if said.heard.sure_language]
    if not known:
        return excused("消息太短，看不出语言", "too little was written to tell the language")
    foreign = [said for said in known if said.heard.sure_language != talk.transcript.language]
    return broken(said.whole() for said in foreign) if foreign else kept()


def address_form(talk: Talk) -> Judgement:
    """The form of address is not one that the rules forbid here; title and name are the buyer's."""
    wrong = [evidence for said in talk.agent if (evidence := _wrong_name(talk, said))]
    if wrong:
        return broken(wrong)
    used = [said for said in talk.agent if said.heard.address]
    for said in used:
        if said.heard.address == "informal":
            rule = talk.forbids("address_form", address="informal", language=talk.transcript.language)
            if rule:
                return broken([_familiar(talk, said)], rule)
    if not used:
        return excused("没有出现称呼形式", "no form of address was used")
    return kept()


def _familiar(talk: Talk, said: Said) -> Evidence:
    """The familiar word, where there is one; else the whole turn."""
    word = familiar(said.turn.text, talk.transcript.language)
    return said.quote(*word.span()) if word else said.whole()


def _wrong_name(talk: Talk, said: Said) -> Evidence | None:
    buyer = talk.transcript.buyer
    for match in TITLED.finditer(said.turn.text, 0, SALUTATION):
        gender = TITLES.get((buyer.form or "").rstrip("."))
        other_title = gender is not None and TITLES[match["title"]] != gender
        other_name = buyer.name is not None and match["name"] not in buyer.name.split()
        if buyer.name and (other_title or other_name):
            return said.quote(*match.span())
    return None


def address_consistent(talk: Talk) -> Judgement:
    """Formal and familiar address are not mixed."""
    used = [said for said in talk.agent if said.heard.address]
    if not used:
        return excused("没有出现称呼形式", "no form of address was used")
    first = used[0].heard.address
    other = next((s for s in used if s.heard.address == "mixed" or s.heard.address != first), None)
    if other is None:
        return kept()
    return broken([other.whole() if other.heard.address == "formal" else _familiar(talk, other)])


def one_thing_at_a_time(talk: Talk) -> Judgement:
    """No more questions in a message than a person answers."""
    most = MOST_QUESTIONS[talk.transcript.channel]
    many = [said for said in talk.agent if said.turn.text.count("?") > most]
    return broken(said.whole() for said in many) if many else kept()


def not_repeated(talk: Talk) -> Judgement:
    """The same text was not sent twice."""
    seen: set[str] = set()
    again = []
    for said in talk.agent:
        text = folded(said.turn.text)
        if len(text) >= COPIED and text in seen:
            again.append(said.whole())
        seen.add(text)
    return broken(again) if again else kept()


def calm_typography(talk: Talk) -> Judgement:
    """No shouting in capitals, no rows of marks, few emoji and none to an upset buyer."""
    most = 0 if talk.buyer_did("upset", "complaint") else MOST_EMOJI
    loud = [evidence for said in talk.agent for evidence in _loud(said, most)]
    return broken(loud) if loud else kept()


def _loud(said: Said, most_emoji: int) -> Iterator[Evidence]:
    """The words in capitals, the sentences that end in a row of marks, else the first of too many emoji."""
    text = said.turn.text
    rows = [said.sentences(*match.span()) for match in SHOUTING.finditer(text)]
    capitals = [match.span() for match in CAPITALS.finditer(text)] if said.heard.surface.capitals else []
    outside = [(a, b) for a, b in capitals if not any(start <= a and b <= end for start, end in rows)]
    spans = sorted({*rows, *outside})
    if not spans and said.heard.surface.capitals:
        yield said.whole()
    elif not spans and len(emoji := list(EMOJI.finditer(text))) > most_emoji:
        yield said.quote(*emoji[0].span())
    yield from (said.quote(*span) for span in spans)


JUDGES: dict[str, Callable[[Talk], Judgement]] = {
    "buyers_language": buyers_language,
    "address_form": address_form,
    "address_consistent": address_consistent,
    "greeted": greeted,
    "closed": closed,
    "empathy_shown": empathy_shown,
    "no_blame": partial(free_of, "violate_blame_buyer"),
    "no_rudeness": partial(free_of, "violate_rude"),
    "one_thing_at_a_time": one_thing_at_a_time,
    "not_repeated": not_repeated,
    "spelling": spelling,
    "calm_typography": calm_typography,
    "apology_when_due": apology_when_due,
    "clear": clear,
    "mail_form": mail_form,
}
