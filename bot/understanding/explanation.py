"""Why an act was heard: the words it rests on, and the taught sentences that are nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.heard import ELSEWHERE, Heard, HeardAct
from bot.understanding.evidence import apart
from bot.understanding.head import Floats
from bot.understanding.polarity import certain_acts
from bot.understanding.segments import segments
from bot.understanding.understander import Understander

WORDS, NEAREST = 3, 3
Found = tuple[str, int, int]
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Neighbour:
    """A taught sentence with its file and line, and how alike it is (cosine, at most 1)."""

    text: str
    file: str
    line: int
    likeness: float


@dataclass(frozen=True)
class Explanation:
    """Of one act: the words without which it would be least sure, and the nearest sentences that teach it."""

    act: HeardAct
    words: tuple[str, ...]
    nearest: tuple[Neighbour, ...]


class Explainer:
    """Explains with the sentences that were taught: act to text, file and line, and their vectors."""

    def __init__(
        self, understander: Understander, taught: Mapping[str, Sequence[tuple[str, str, int]]]
    ) -> None:
        self._understander = understander
        self._taught = taught
        self._vectors: dict[str, Floats] = {}

    def explain(self, heard: Heard, language: str | None = None) -> tuple[Explanation, ...]:
        """An explanation for each act of `heard`, in its order."""
        told = {segment.start: segment.language for segment in heard.segments}
        return tuple(
            Explanation(
                act,
                self._words(heard, act, told.get(act.start) or heard.language or language),
                self._nearest(heard, act),
            )
            for act in heard.acts
        )

    def _words(self, heard: Heard, act: HeardAct, language: str | None) -> tuple[str, ...]:
        """The words whose absence costs the act most, the weightiest first; a finding counts as one word.

        Where the form alone tells the act, the places that it names come before them.
        """
        text = heard.text[act.start : act.end]
        found = _found(heard, act)
        certain = [text[start:end] for kind, start, end in found if kind in ELSEWHERE]
        first = certain if act.act in certain_acts(text, _passage(heard, act)) else []
        places = sorted([(start, end) for _, start, end in found] + _words_beside(text, found))
        without = [f"{text[:start]}{text[end:]}".strip() or " " for start, end in places]
        scores = self._understander.act_shares([text, *without], act.act, language)
        loss = scores[0] - scores[1:]
        weightiest = [text[slice(*places[int(i)])] for i in np.argsort(-loss)[:WORDS] if loss[i] > 0]
        return tuple(dict.fromkeys([*first, *weightiest]))[:WORDS]

    def _nearest(self, heard: Heard, act: HeardAct) -> tuple[Neighbour, ...]:
        sentences = self._taught.get(act.act, ())
        if not sentences:
            return ()
        if act.act not in self._vectors:
            self._vectors[act.act] = self._understander.vectors([text for text, _, _ in sentences])
        asked = self._understander.vectors([heard.text[act.start : act.end]])[0]
        likeness = self._vectors[act.act] @ asked
        best = np.argsort(-likeness)[:NEAREST]
        return tuple(Neighbour(*sentences[int(i)], round(float(likeness[i]), 3)) for i in best)


def _passage(heard: Heard, act: HeardAct) -> str:
    """What the clause of the act was read in, which may name whose address it is."""
    clauses = apart(segments(heard.text))
    return next((one.passage for one in clauses if one.start <= act.start < one.end), "")


def _found(heard: Heard, act: HeardAct) -> list[Found]:
    """Kind and place, in the words of the act, of each finding that lies in no other one."""
    found: list[Found] = []
    for finding in heard.findings:
        start, end = finding.start - act.start, finding.end - act.start
        if start >= (found[-1][2] if found else 0) and finding.end <= act.end:
            found.append((finding.kind, start, end))
    return found


def _words_beside(text: str, found: Sequence[Found]) -> list[tuple[int, int]]:
    """The places of the words that lie in no finding."""
    words = [match.span() for match in _WORD.finditer(text)]
    return [(start, end) for start, end in words if all(end <= f[1] or f[2] <= start for f in found)]
