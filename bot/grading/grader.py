"""From a talk to its grade: judges every check, adds up, caps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.grade import Cap, CheckResult, DimensionScore, Grade, GraderVersion, Violation
from bot.core.words import DIMENSIONS, Dimension
from bot.grading.accusations import accusations
from bot.grading.bill import bill
from bot.grading.checks import JUDGES, earned
from bot.grading.checks.compliance import FORBIDDEN
from bot.grading.checks.own import judge_of
from bot.grading.indices import indices
from bot.grading.judgement import Judgement
from bot.grading.rubric import CheckSpec, Rubric
from bot.grading.talk import Talk
from bot.grading.wording import sentence

VERSION = "11"
"""Of this code: raised whenever a talk that is heard as before may get another grade."""

BREAKS = {act: check for check, act in FORBIDDEN.items()} | {
    "violate_blame_buyer": "no_blame",
    "violate_rude": "no_rudeness",
}
"""Act to the check that it breaks."""

Scores = Mapping[Dimension, float | None]
Phrases = Mapping[tuple[str, str], Mapping[str, str]]
"""(topic, phrase id) to its sentence by language."""


def grade(talk: Talk, rubric: Rubric, phrases: Phrases, understanding: str, rules: str) -> Grade:
    """The grade of a talk. `understanding` and `rules` are the checksums of what heard and decided."""
    own = {check.spec.id: check for check in (talk.sheet.checks if talk.sheet else ())}
    judges = JUDGES | {id: earned(judge_of(check)) for id, check in own.items()}
    judged = {id: judges[id](talk) for id in rubric.checks}
    told = {
        id: own[id].phrase if id in own else phrases.get(sentence(talk, spec), {})
        for id, spec in rubric.checks.items()
    }
    results = tuple(
        _result(spec, judged[id], told[id].get(talk.transcript.language))
        for id, spec in rubric.checks.items()
    )
    exact = {d: _score([r for r in results if r.dimension == d]) for d in DIMENSIONS}
    whole = _whole(exact, rubric.dimensions)
    cap = _cap(results, rubric.caps)
    score = None if whole is None else round(min(whole, cap.score) if cap else whole, 2)
    return Grade(
        transcript=talk.transcript.id,
        scenario=talk.transcript.scenario,
        score=score,
        passed=None if score is None else score >= rubric.pass_mark and not _failed(talk, cap),
        pass_mark=rubric.pass_mark,
        cap=cap,
        grader=GraderVersion(VERSION, rubric.digest, rules, understanding),
        dimensions={d: _rounded(exact[d], rubric.dimensions[d]) for d in DIMENSIONS},
        checks=tuple(replace(r, lost=_lost(r, results, exact, rubric.dimensions)) for r in results),
        violations=_violations(talk, rubric),
        indices=indices(talk, {result.id: result.verdict for result in results}),
        bill=bill(talk, judged, BREAKS),
    )


def _result(spec: CheckSpec, judged: Judgement, phrase: str | None) -> CheckResult:
    """A judgement as the contract's check. Only a broken or shortened one brings advice and phrase."""
    short = judged.verdict != "na" and judged.share < 1
    rule = judged.rule
    return CheckResult(
        id=spec.id,
        title=spec.title,
        dimension=spec.dimension,
        verdict=judged.verdict,
        critical=spec.critical,
        points=round(spec.of * judged.share, 2),
        of=spec.of,
        evidence=judged.evidence,
        rule=rule.id if rule else None,
        topic=rule.topic if rule else spec.topic,
        section=rule.section if rule else spec.section,
        advice=spec.advice if short else None,
        phrase=phrase if short else None,
        reason=judged.reason,
    )


def _score(results: Sequence[CheckResult]) -> float | None:
    judged = [result for result in results if result.verdict != "na"]
    if not judged:
        return None
    return 100 * sum(result.points for result in judged) / sum(result.of for result in judged)


def _rounded(score: float | None, weight: float) -> DimensionScore:
    return DimensionScore(None if score is None else round(score, 2), weight)


def _whole(scores: Scores, weights: Mapping[Dimension, float]) -> float | None:
    """The mean weighted by dimension; the weight of one without a judged check is shared out."""
    judged = [(score, weights[d]) for d, score in scores.items() if score is not None]
    total = sum(weight for _, weight in judged)
    return sum(score * weight for score, weight in judged) / total if total else None


def _lost(
    of: CheckResult, results: Sequence[CheckResult], scores: Scores, weights: Mapping[Dimension, float]
) -> float:
    """What a check takes from the whole: its missing points, by the same sums as the whole is made of."""
    total = sum(weights[d] for d, score in scores.items() if score is not None)
    if of.verdict == "na" or not total:
        return 0.0
    possible = sum(r.of for r in results if r.dimension == of.dimension and r.verdict != "na")
    return 100 * (of.of - of.points) / possible * weights[of.dimension] / total


def _cap(results: Sequence[CheckResult], caps: Sequence[float]) -> Cap | None:
    broken = tuple(result.id for result in results if result.critical and result.verdict == "no")
    return Cap(caps[min(len(broken), len(caps)) - 1], broken) if broken else None


def _failed(talk: Talk, cap: Cap | None) -> bool:
    """A broken critical check fails an exam whatever the score."""
    return talk.transcript.mode == "exam" and cap is not None


def _violations(talk: Talk, rubric: Rubric) -> tuple[Violation, ...]:
    found = []
    for accusation in accusations(talk):
        check = BREAKS[accusation.act]
        spec = rubric.checks.get(check)
        found.append(
            Violation(
                act=accusation.act,
                check=check,
                turn=accusation.said.index,
                start=accusation.start,
                end=accusation.end,
                quote=accusation.said.turn.text[accusation.start : accusation.end],
                topic=accusation.rule.topic,
                critical=spec.critical if spec else False,
            )
        )
    return tuple(found)
