"""Clarity: whether the agent's sentences can be understood at first reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bot.core.words import Language
from bot.grading.judgement import NO_REPLY, Judgement, banded, excused
from bot.grading.talk import Talk
from bot.understanding.segments import segments

MOST_WORDS: Mapping[Language, int] = {"en": 32, "de": 30, "ru": 26, "es": 35}
"""Words of a sentence up to which a reader keeps hold of it; Russian says the same in fewer."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
_END = re.compile(r"[.!?…:;。！？；)\]»”\"][^\w.!?…:;。！？；]*$|\n\s*$")
NEAR = 20
"""Characters before a segment in which a sentence ends."""
_PAUSE = re.compile(r"[;:](?=\s)|\s[–—-]\s|\n")
"""Where a reader may rest within a sentence: what follows is a thought of its own."""
_DAY_BEFORE_CAPITAL = re.compile(r"(?<=\d)\.(?=\s[A-ZА-ЯЁ¿¡])")
"""An end that segments take for a day before its month; in German it may be one."""


def clear(talk: Talk) -> Judgement:
    """The share of the words that stand in sentences of readable length."""
    language = talk.transcript.language
    words, tangled, evidence = 0, 0, []
    for said in talk.agent:
        for start, end in _thoughts(said.turn.text, language):
            count = len(_WORD.findall(said.turn.text, start, end))
            words += count
            if count > MOST_WORDS[language]:
                tangled += count
                evidence.append(said.quote(start, end))
    return banded(1 - tangled / words, evidence) if words else excused(*NO_REPLY)


def _thoughts(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The spans between two rests; what was cut only because it was too long to be heard is one again."""
    starts = [segment.start for segment in segments(text)]
    ends = [start for start in starts if _END.search(text, max(0, start - NEAR), start)]
    ends += [match.end() for match in _PAUSE.finditer(text)]
    if language != "de":
        ends += [match.end() for match in _DAY_BEFORE_CAPITAL.finditer(text)]
    for start, end in pairwise(sorted({0, *ends, len(text)})):
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
