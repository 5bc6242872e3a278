"""Checks that a scenario brings itself: what must be said or done in it, or must not."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.grade import Evidence
from bot.core.heard import HeardAct
from bot.grading.judgement import NO_REPLY, Judge, Judgement, broken, excused, kept
from bot.grading.rubric import OwnCheck
from bot.grading.talk import Said, Talk
from bot.grading.untrue import any_of, plain
from bot.understanding.segments import Segment, segments


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
    """The words of a turn that are meant: of the acts, if any are named, those in their sentences.

    What must never be said may be denied, asked or supposed.
    """
    acts = said.acts(*own.does)
    clauses = plain(said.turn.text) if own.never else segments(said.turn.text)
    if own.does:
        meant = {clause.sentence for clause in clauses for act in acts if _overlap(clause, act)}
        clauses = tuple(clause for clause in clauses if clause.sentence in meant)
    if own.says:
        words = any_of(own.says[language])
        for clause in clauses:
            matches = words.finditer(said.turn.text, clause.start, clause.end)
            yield from (said.quote(*match.span()) for match in matches)
    else:
        meant_acts = (act for act in acts if any(_overlap(clause, act) for clause in clauses))
        yield from map(said.quote_act, meant_acts)


def _overlap(clause: Segment, act: HeardAct) -> bool:
    return clause.start < act.end and act.start < clause.end
