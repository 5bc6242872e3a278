"""Spelling: how many of the agent's words are misspelled."""

from __future__ import annotations

import re

from bot.core.grade import Evidence
from bot.grading.judgement import NO_REPLY, Judgement, banded, excused
from bot.grading.talk import Talk

NONE_AT = 0.1
"""Misspelled words among all from which nothing is earned; one in twenty still earns half."""
FEWEST = 80
"""Words that every talk is taken to have at least, so that a single slip costs little in a short one."""

_WORD = re.compile(r"\w+")


def spelling(talk: Talk) -> Judgement:
    """The share of points falls with the misspelled words; the same one twice counts once."""
    if not talk.agent:
        return excused(*NO_REPLY)
    words = sum(said.heard.surface.words for said in talk.agent)
    wrong = _misspelled(talk)
    return banded(max(0.0, 1 - len(wrong) / (NONE_AT * max(words, FEWEST))), wrong.values())


def _misspelled(talk: Talk) -> dict[str, Evidence]:
    """Each misspelled word with its first place; what the buyer wrote is right to write back."""
    buyers = talk.transcript.buyer.name or ""
    theirs = set(_WORD.findall(" ".join([buyers, *(said.turn.text for said in talk.buyer)]).lower()))
    found: dict[str, Evidence] = {}
    for said in talk.agent:
        for start, end in said.heard.surface.misspelled:
            word = said.turn.text[start:end].lower()
            if word not in theirs:
                found.setdefault(word, said.quote(start, end))
    return found
