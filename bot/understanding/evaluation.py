"""How well sentences and messages are understood that were not taught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.heard import Heard, JsonDict
from bot.understanding.intent import OUT_OF_SCOPE
from bot.understanding.understander import Understander

Labelled = tuple[str, Sequence[str]]
"""A sentence or message and its acts, the intent first."""


@dataclass
class Tally:
    """Counts over labelled texts. `single` are those with one act: right where it is the surest heard."""

    texts: int = 0
    single: int = 0
    hits: int = 0
    right: int = 0
    said: int = 0
    true: int = 0
    violating: int = 0
    caught: int = 0
    accused: int = 0
    by_group: dict[str, list[int]] = field(default_factory=dict)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, heard: Heard, acts: Sequence[str], group: str) -> None:
        """Counts one text."""
        got, wanted = set(heard.act_ids), set(acts)
        self.texts += 1
        self.right += len(got & wanted)
        self.said += len(got)
        self.true += len(wanted)
        bad = {act for act in wanted if act.startswith("violate_")}
        self.violating += bool(bad)
        self.caught += bool(bad & got)
        self.accused += not bad and any(act.startswith("violate_") for act in got)
        if len(wanted) == 1:
            self._add_single(heard, acts[0], group)

    def _add_single(self, heard: Heard, act: str, group: str) -> None:
        top = surest(heard)
        self.single += 1
        self.hits += top == act
        counts = self.by_group.setdefault(group, [0, 0])
        counts[0] += top == act
        counts[1] += 1
        if top != act:
            self.confusions[act, top] += 1

    def to_json(self) -> JsonDict:
        """`top_1` of single acts, `micro_f1` over the sets of acts, and how fairly violations are heard.

        `violation_recall`: share of violating texts of which a right violation was heard;
        `accused_clean`: share of the others in which any was.
        """
        return {
            "texts": self.texts,
            "top_1": share(self.hits, self.single),
            "micro_f1": share(2 * self.right, self.said + self.true),
            "precision": share(self.right, self.said),
            "recall": share(self.right, self.true),
            "violation_recall": share(self.caught, self.violating),
            "accused_clean": share(self.accused, self.texts - self.violating),
            "groups": {group: share(hits, all_) for group, (hits, all_) in self.by_group.items()},
            "confusions": [[*pair, count] for pair, count in self.confusions.most_common()],
        }


def measure(
    understander: Understander, examples: Sequence[Labelled], language: str, groups: Mapping[str, str]
) -> JsonDict:
    """The tally of texts of one language."""
    tally = Tally()
    heard = understander.hear_many([text for text, _ in examples], [language] * len(examples))
    for hearing, (_, acts) in zip(heard, examples, strict=True):
        tally.add(hearing, acts, groups[acts[0]])
    return tally.to_json()


def surest(heard: Heard) -> str:
    """The act of the highest confidence; out_of_scope where none is heard."""
    return max(heard.acts, key=lambda act: act.confidence).act if heard.acts else OUT_OF_SCOPE


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`, rounded to 4 places; None of nothing."""
    return round(part / whole, 4) if whole else None
