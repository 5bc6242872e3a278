"""The form of a letter: subject, salutation, close."""

from __future__ import annotations

import re

from bot.core.grade import Evidence
from bot.grading.judgement import NO_REPLY, Judgement, broken, excused, kept
from bot.grading.talk import Said, Talk

NAMES = {"subject": ("主题", "subject"), "salutation": ("称呼", "salutation"), "close": ("结尾敬语", "close")}
"""The parts of a letter, in Chinese and English."""

_SALUTATION = re.compile(
    r"\s*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear"
    r"|hallo|guten|grüezi|grüß|servus|moin|liebe[rs]?|(?:sehr )?(?:ge)?ehrte"
    r"|здравствуйте|добр(?:ый|ое|ого)|приветств|уважаем|дорог(?:ой|ая)"
    r"|hola|buen[oa]s|estimad[oa]|apreciad[oa]|querid[oa]|distinguid[oa]"
    r"|[^\n.?]{1,40}[,!:]\s*\n)",
    re.IGNORECASE,
)
"""A word that greets, or a short line of its own that calls the buyer by name."""
FORM_OF_PARTING = re.compile(
    r"\b(?:regards|sincerely|(?:best|warm|kind) wishes|yours (?:truly|faithfully)|all the best"
    r"|best,|thanks,|cheers|grü(?:ß|ss)(?:e|en)?\b|hochachtungsvoll|herzlichst|mfg\b|lg\b"
    r"|с уважением|с наилучшими|всего (?:доброго|хорошего|наилучшего)|хорошего (?:дня|вечера)|до свидания"
    r"|atentamente|cordialmente|saludos?\b|un abrazo|quedo a su|quedamos a su)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\n[^\n.!?]{2,40}\s*\Z")
"""A short last line of its own."""
_REPLY_MARK = re.compile(r"\s*(?:(?:re|aw|fw|fwd|wg|rv|отв)\s*:\s*)*", re.IGNORECASE)


def mail_form(talk: Talk) -> Judgement:
    """The first letter has a subject, where one is kept, a salutation and a close."""
    if talk.transcript.channel != "email":
        return excused("聊天没有邮件格式", "a chat has not the form of a letter")
    if not talk.agent:
        return excused(*NO_REPLY)
    letter = _first_letter(talk)
    missing = [name for name, there in _form(talk, letter).items() if not there]
    if not missing:
        return kept(_shown(letter))
    zh, en = zip(*(NAMES[name] for name in missing), strict=True)
    return broken(
        [letter[0].due()], reason={"zh": f"缺少：{'、'.join(zh)}", "en": f"missing: {', '.join(en)}"}
    )


def _first_letter(talk: Talk) -> tuple[Said, ...]:
    """The agent's first turns, up to the buyer's answer: what was written on is one letter."""
    return next(exchange.agent for exchange in talk.exchanges if exchange.agent)


def _form(talk: Talk, letter: tuple[Said, ...]) -> dict[str, bool]:
    first, last = letter[0], letter[-1]
    return {
        "subject": _has_subject(talk),
        "salutation": bool(_SALUTATION.match(first.turn.text) or first.acts("greet")),
        "close": bool(_close(last) or any(said.acts("farewell") for said in letter)),
    }


def _close(said: Said) -> re.Match[str] | None:
    return FORM_OF_PARTING.search(said.turn.text) or _SIGNATURE.search(said.turn.text)


def _has_subject(talk: Talk) -> bool:
    """Whether a letter of the agent bears a subject; where the transcript keeps none, nobody knows."""
    kept_ones = [said.turn.subject for said in talk.agent if said.turn.subject is not None]
    return not kept_ones or bool(_REPLY_MARK.sub("", kept_ones[0], count=1))


def _shown(letter: tuple[Said, ...]) -> list[Evidence]:
    found = [
        (letter[0], _SALUTATION.match(letter[0].turn.text)),
        (letter[-1], _close(letter[-1])),
    ]
    return [said.quote(*match.span()) for said, match in found if match]
