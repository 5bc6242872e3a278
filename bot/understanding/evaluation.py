"""How well sentences are understood, on sentences that were not taught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.core.heard import JsonDict
from bot.understanding.understander import Understander

Labelled = tuple[str, Sequence[str]]
"""A sentence and its acts, the intent first."""


def measure(understander: Understander, examples: Sequence[Labelled], language: str) -> JsonDict:
    """`top_1`: intents hit. `macro_f1`: mean F1 of the acts that occur, multi-label.

    `violation_recall`: share of violating sentences of which the right violation was heard;
    `accused_clean`: share of the others in which any was.
    """
    heard = understander.hear_many([text for text, _ in examples], [language] * len(examples))
    hits, recalled, violating, accused = 0, 0, 0, 0
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for hearing, (_, acts) in zip(heard, examples, strict=True):
        got, wanted = set(hearing.act_ids), set(acts)
        hits += understander.intent(hearing) == acts[0]
        right.update(got & wanted)
        said.update(got)
        true.update(wanted)
        bad = {act for act in wanted if act.startswith("violate_")}
        violating += bool(bad)
        recalled += bool(bad & got)
        accused += not bad and any(act.startswith("violate_") for act in got)
    f1 = [2 * right[act] / (said[act] + true[act]) for act in true]
    return {
        "sentences": len(examples),
        "top_1": round(hits / len(examples), 4),
        "macro_f1": round(sum(f1) / len(f1), 4),
        "violation_recall": round(recalled / violating, 4) if violating else None,
        "accused_clean": round(accused / (len(examples) - violating), 4),
    }
