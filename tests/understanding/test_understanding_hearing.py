"""A clause that limits a right is a denial where it surely is one, or falls short of the law."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.words import LANGUAGES
from bot.understanding.evidence import KINDS, Evidence, passages
from bot.understanding.head import Head
from bot.understanding.hearing import FAINT, SURELY, Weighed, heard_acts
from bot.understanding.segments import segments

ACTS = ("inform_warranty", "violate_deny_legal_right")
HEAD = Head(
    encoder="told",
    acts=ACTS,
    groups=("inform", "violate"),
    languages=LANGUAGES,
    means=np.zeros((len(LANGUAGES) + 1, 2)),
    dense=np.eye(2),
    sparse=np.zeros((1, 2)),
    rarity=np.zeros(1),
    bias=np.zeros(2),
    curve=np.zeros(KINDS + 1),
    thresholds=np.full(2, 0.5),
)


@pytest.mark.parametrize(
    ("granted", "sure", "accused"),
    [(0.5, SURELY - 0.1, False), (0.5, SURELY, True), (-0.5, SURELY - 0.1, True)],
)
def test_a_limit_of_a_right_that_is_granted_accuses_only_where_it_is_sure(
    granted: float, sure: float, accused: bool
) -> None:
    [passage] = passages(segments("It is what it is."), ["en"], "en")
    evidence = Evidence(np.array([[-1.0, 0.0]]), np.array([granted, 0.0]), np.zeros((2, KINDS)))
    weighed = Weighed(
        passage, evidence, np.array([0.2, sure]), np.array([0.2, sure]), np.array([False, True])
    )
    assert ("violate_deny_legal_right" in {act.act for act in heard_acts(HEAD, [weighed])}) == accused


def _accused(message: str, sure: float, over: bool) -> list[str]:
    [passage] = passages(segments(message), [None] * len(segments(message)), "en")
    rows = len(passage.clauses)
    evidence = Evidence(np.zeros((rows, 2)), np.zeros(2), np.zeros((2, KINDS)))
    read = Weighed(passage, evidence, np.array([0.1, sure]), np.array([0.1, sure]), np.array([False, over]))
    return [message[act.start : act.end] for act in heard_acts(HEAD, [read]) if act.act == ACTS[1]]


@pytest.mark.parametrize(("sure", "accused"), [(FAINT, ["but this lamp has only one."]), (FAINT - 0.01, [])])
def test_a_span_that_falls_short_of_the_law_needs_little_else(sure: float, accused: list[str]) -> None:
    assert _accused("By law it is two years, but this lamp has only one.", sure, over=False) == accused
    assert not _accused("By law it is two years, but this lamp is one of a kind.", sure, over=False)


def test_a_right_that_is_surely_cut_short_needs_nothing_else() -> None:
    assert _accused("By law you have two years, with us it's six months.", 0.0, over=False) == [
        "with us it's six months."
    ]
    assert not _accused("By law you have two years, with us it's three.", 0.0, over=False)


def test_a_claim_of_others_that_is_put_right_accuses_nobody() -> None:
    assert _accused("Some sellers write one month. It is two.", 0.9, over=True) == []
    assert _accused("Some sellers write two months. It is one.", 0.9, over=True)
