"""How the agent answers a danger from the goods: stop using, do not post, pass on."""

from __future__ import annotations

import re

from bot.core.grade import Evidence, Text
from bot.core.words import Language
from bot.grading.checks.hazard_doubts import ALIKE, ASKING, DENIED, FEARED, SUPPOSED, TAKEN_FOR_GRANTED
from bot.grading.checks.hazard_words import DANGER, POSTED, STOPPED
from bot.grading.judgement import Judgement, broken, excused, first_act, kept
from bot.grading.talk import Said, Talk
from bot.understanding.segments import segments

OWNED = ("after_sales", "relationship")
"""Stages in which the buyer has the goods."""
POSTING = ("inform_return_procedure", "offer_return_label")
PASSING_ON = ("escalate", "promise_follow_up")

ASKED_BACK: Text = {"zh": "危险商品不能让买家寄回", "en": "what is dangerous must not be posted back"}
NOT_STOPPED: Text = {"zh": "没有让买家停止使用", "en": "the buyer was not told to stop using it"}
NOT_PASSED_ON: Text = {"zh": "没有马上转交", "en": "it was not passed on"}

_JOINT = re.compile(r"[,;:]\s|\s[–—-]\s|\s(?:but|aber|doch|но|pero)\s", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|и|y)\s", re.IGNORECASE)
_ANEW = re.compile(
    r"\s(?:and|und|y)\s(?=(?:the|my|our|your|his|her|its?|this|that|these|those|then|suddenly|now|still|there"
    r"|I|we|he|she|they|smoke|sparks|flames"
    r"|der|die|das|dann|da|plötzlich|trotzdem|jetzt|mein\w*|unser\w*|ihr\w*|dies\w*|er|sie|es|ich|wir|mich|mir"
    r"|rauch|qualm|funken|flammen"
    r"|el|la|los|las|mis?|sus?|este|esta|de repente|luego|se|me|le|nos|\w+(?:ó|aron|ieron))\b)"
    r"|\sи\s",
    re.IGNORECASE,
)
"""The joint before a clause with a subject or verb of its own: what was denied before is not denied there."""
_NOT = re.compile(r"\b(?:nicht|kein\w*|not|no|не|без|noch|never|nunca|keinesfalls)\b|n['’]t\b", re.IGNORECASE)


def hazard_handled(talk: Talk) -> Judgement:
    """After a danger was reported: stop using, nothing asked back by post, passed on."""
    reported = next((said for said in talk.buyer if _reports(talk, said)), None)
    if reported is None:
        return excused("买家没有反映危险", "the buyer reported no danger")
    replies = list(talk.after(reported.index))
    if not replies:
        return broken([reported.due()])
    if posted := [quote for said in replies for quote in _asked_back(said)]:
        return broken(posted, reason=ASKED_BACK)
    stopped = _stopped(talk, replies)
    if not stopped:
        return broken([replies[0].due()], reason=NOT_STOPPED)
    passed = first_act(replies, *PASSING_ON)
    return kept([*stopped, *passed]) if passed else broken([replies[-1].due()], reason=NOT_PASSED_ON)


def _reports(talk: Talk, said: Said) -> bool:
    """Whether a turn says that it has happened, whatever else is heard in it; before buying it is none."""
    if talk.transcript.stage not in OWNED:
        return False
    sentences = dict.fromkeys(segment.sentence for segment in segments(said.turn.text))
    return any(_tells(sentence, talk.transcript.language) for sentence in sentences)


def _tells(sentence: str, language: Language) -> bool:
    """Whether a sentence tells of a danger: neither denied, nor supposed, nor asked about in general."""
    told = ALIKE[language].sub("…", sentence)
    dangers = [match for match in DANGER[language].finditer(told) if not _denied(told, match, language)]
    if not dangers or "?" not in told or TAKEN_FOR_GRANTED[language].search(told):
        return bool(dangers)
    first = _clause(told, dangers[0])
    return not told.endswith(first) and not ASKING[language].search(told)


def _denied(sentence: str, danger: re.Match[str], language: Language) -> bool:
    """Whether the clause denies the danger, or words before it suppose it or fear it."""
    words = _clause(sentence, danger)
    before = words[: words.rindex(danger[0]) + len(danger[0])] if danger[0] in words else words
    own = _ANEW.split(before)[-1] + (words[len(before) :] if language == "de" else "")
    denied = DENIED[language].search(own)
    asked = "?" in sentence and SUPPOSED[language].search(sentence)
    feared = FEARED[language].search(sentence, 0, danger.start())
    return bool(denied or asked or feared or SUPPOSED[language].search(before))


def _clause(sentence: str, danger: re.Match[str]) -> str:
    """The words between the joints around a match."""
    start = max((m.end() for m in _JOINT.finditer(sentence, 0, danger.start())), default=0)
    end = _JOINT.search(sentence, danger.end()) or _AND.search(sentence, danger.end())
    return sentence[start : end.start() if end else len(sentence)]


def _stopped(talk: Talk, replies: list[Said]) -> tuple[Evidence, ...]:
    """The first words that tell the buyer to stop using it."""
    for said in replies:
        if match := STOPPED[talk.transcript.language].search(said.turn.text):
            return (said.quote(*match.span()),)
    return ()


def _asked_back(said: Said) -> list[Evidence]:
    """The words that ask for the goods by post, or hand out a label for them."""
    text = said.turn.text
    heard = [(act.start, act.end) for act in said.acts(*POSTING)]
    worded = [said.sentences(*match.span()) for match in POSTED.finditer(text)]
    heard, worded = ([span for span in spans if not _NOT.search(text, *span)] for spans in (heard, worded))
    return [said.quote(*span) for span in heard or worded]
