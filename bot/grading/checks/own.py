"""Checks that a scenario brings itself: what must be said or done in it, or must not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.grade import Evidence
from bot.core.heard import HeardAct
from bot.grading.judgement import NO_REPLY, Judge, Judgement, broken, excused, kept
from bot.grading.rubric import OwnCheck
from bot.grading.talk import Said, Talk
from bot.grading.untrue import any_of

_END = re.compile(r"[.!?…]+\s+|\n+")


def judge_of(own: OwnCheck) -> Judge:
    """Judges by what the check asks for; what is to be said is due with the agent's last turn."""

    def judge(talk: Talk) -> Judgement:
        if not talk.agent:
            return excused(*NO_REPLY)
        if own.says and talk.transcript.language not in own.says:
            return excused("场景没有用这种语言", "the scenario is not played in this language")
        found = [evidence for said in talk.agent for evidence in _found(own, said, talk.transcript.language)]
        if own.never:
            return broken(found) if found else kept()
        return kept(found[:1]) if found else broken([talk.agent[-1].due()])

    return judge


def _found(own: OwnCheck, said: Said, language: str) -> Iterator[Evidence]:
    """The words of a turn that are meant: of the acts, if any are named, those that stand beside them."""
    acts = said.acts(*own.does)
    if not own.says:
        yield from map(said.quote_act, acts)
        return
    around = [_sentence(said.turn.text, act) for act in acts]
    for match in any_of(tuple(own.says[language])).finditer(said.turn.text):
        if not own.does or any(start <= match.start() < end for start, end in around):
            yield said.quote(*match.span())


def _sentence(text: str, act: HeardAct) -> tuple[int, int]:
    """Where the sentences begin and end in which an act stands."""
    ends = [match.end() for match in _END.finditer(text)]
    before = max((end for end in ends if end <= act.start), default=0)
    return before, min((end for end in ends if end >= act.end), default=len(text))
