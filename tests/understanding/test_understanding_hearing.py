"""A clause that only limits a right is no denial, unless it surely is one."""

from __future__ import annotations

import numpy as np
import pytest

from bot.core.words import LANGUAGES
from bot.understanding.evidence import KINDS, Evidence, passages
from bot.understanding.head import Head
from bot.understanding.hearing import SURELY, Weighed, heard_acts
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
