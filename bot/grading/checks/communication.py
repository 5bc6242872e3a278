"""Communication: language, form of address, calm; what has a module of its own is gathered here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from bot.core.grade import Evidence
from bot.core.words import Channel
from bot.grading.checks.apology import apology_when_due
from bot.grading.checks.clarity import clear
from bot.grading.checks.compliance import free_of
from bot.grading.checks.courtesies import closed, empathy_shown, greeted
from bot.grading.checks.letter import mail_form
from bot.grading.checks.spelling import spelling
from bot.grading.judgement import Judgement, broken, excused, kept
from bot.grading.talk import Said, Talk

SURE = 0.7
"""Confidence from which a foreign language is believed to be one."""

MOST_QUESTIONS: Mapping[Channel, int] = {"chat": 3, "email": 6}
"""Question marks in one message that a person still answers; a letter is read at leisure."""

COPIED = 25
"""Characters from which a text sent twice counts as pasted."""

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
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
MOST_EMOJI = 2

SALUTATION = 60
"""Characters of a message in which the buyer is addressed; later names may be others'."""


def buyers_language(talk: Talk) -> Judgement:
    """No message is in another language than the buyer's."""
    known = [said for said in talk.agent if said.heard.language and said.heard.language_confidence >= SURE]
    if not known:
        return excused("消息太短，看不出语言", "too little was written to tell the language")
    foreign = [said for said in known if said.heard.language != talk.transcript.language]
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
                return broken([said.whole()], rule)
    if not used:
        return excused("没有出现称呼形式", "no form of address was used")
    return kept()


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
    return broken([other.whole()]) if other else kept()


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
        text = " ".join(said.turn.text.lower().split())
        if len(text) >= COPIED and text in seen:
            again.append(said.whole())
        seen.add(text)
    return broken(again) if again else kept()


def calm_typography(talk: Talk) -> Judgement:
    """No shouting in capitals, no rows of marks, few emoji and none to an upset buyer."""
    loud = []
    upset = bool(talk.buyer_did("upset", "complaint"))
    for said in talk.agent:
        if said.heard.surface.capitals:
            loud.append(said.whole())
        elif match := SHOUTING.search(said.turn.text):
            loud.append(said.quote(*match.span()))
        elif len(emoji := list(EMOJI.finditer(said.turn.text))) > (0 if upset else MOST_EMOJI):
            loud.append(said.quote(*emoji[0].span()))
    return broken(loud) if loud else kept()


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
