"""How the agent answers a danger from the goods: stop using, do not post, pass on."""

from __future__ import annotations

import re

from bot.core.grade import Evidence, Text
from bot.grading.checks.hazard_words import DANGER, DENIED, STOPPED
from bot.grading.judgement import Judgement, broken, excused, first_act, kept
from bot.grading.talk import Said, Talk
from bot.understanding.segments import segments

REPORTING = ("complaint", "upset", "claim_right", "threaten", "inform")
"""Moves of a buyer who says what has happened."""
POSTING = ("inform_return_procedure", "offer_return_label")
PASSING_ON = ("escalate", "promise_follow_up")

ASKED_BACK: Text = {"zh": "危险商品不能让买家寄回", "en": "what is dangerous must not be posted back"}
NOT_STOPPED: Text = {"zh": "没有让买家停止使用", "en": "the buyer was not told to stop using it"}
NOT_PASSED_ON: Text = {"zh": "没有马上转交", "en": "it was not passed on"}

_NOT = re.compile(r"\b(?:nicht|kein\w*|not|no|не|без|noch)\b|n['’]t\b", re.IGNORECASE)


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
    """Whether a turn says that it has happened; what is asked or feared before buying is none."""
    if talk.transcript.stage != "after_sales" or not said.did(*REPORTING):
        return False
    danger, denied = DANGER[talk.transcript.language], DENIED[talk.transcript.language]
    sentences = dict.fromkeys(segment.sentence for segment in segments(said.turn.text))
    return any(danger.search(sentence) and not denied.search(sentence) for sentence in sentences)


def _stopped(talk: Talk, replies: list[Said]) -> tuple[Evidence, ...]:
    """The first words that tell the buyer to stop using it."""
    for said in replies:
        if match := STOPPED[talk.transcript.language].search(said.turn.text):
            return (said.quote(*match.span()),)
    return ()


def _asked_back(said: Said) -> list[Evidence]:
    """The words that ask for the goods by post, or hand out a label for them."""
    asked = (a for a in said.acts(*POSTING) if not _NOT.search(said.turn.text, a.start, a.end))
    return [said.quote_act(act) for act in asked]
