"""Soft targets: what larger models, tuned without a sentence, hear in it.

Each of the teachers is tuned on all sentences but one part, and tells the shares of acts in that part. From
labels and shares together the smaller model learns which acts lie close to each other, and to be less sure
where a label is doubtful. Source of the method: Hinton, Vinyals and Dean, Distilling the knowledge in a
neural network, 2015.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from bot.encoder.pooling import Pooled
from tuning.layers import Recipe, Say, Sentences, shares, tune

PARTS = 4
RECIPE = Recipe(epochs=5, paired=0.25)
LABELS = 0.5
"""How much the labels count beside what the teachers hear."""


def taught(published: Any, sentences: Sentences, rows: Sequence[int], say: Say) -> Sentences:
    """The sentences with targets half of which are the teachers'. `published` stays as it is."""
    targets = sentences.targets.clone()
    for part in range(PARTS):
        say(f"tuning: teacher {part + 1} of {PARTS}")
        model = Pooled(deepcopy(published).to(targets.device))
        left_out = list(rows)[part::PARTS]
        kept = [row for place, row in enumerate(rows) if place % PARTS != part]
        classifier = tune(model, sentences, kept, RECIPE, say)
        heard = shares(model, classifier, sentences, left_out)
        targets[left_out] = LABELS * targets[left_out] + (1 - LABELS) * heard
    return replace(sentences, targets=targets)
