"""Tunes a model so that sentences of the same act lie together: a cosine classifier over acts.

The classifier starts at the mean of each act's vectors and is thrown away in the end. Some sentences are read
with another one of their language behind them, so that a vector holds both acts of a message.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

import torch
from torch.nn.functional import log_softmax, normalize

from bot.encoder.pooling import Pooled
from tuning.texts import Rows, Texts

LAYERS = 10
"""Of the published twelve: the last two bring less than they cost in time."""
EPOCHS = 7
BATCH = 128
RATE, CLASSIFIER_RATE = 3e-4, 1e-3
WARM_UP = 0.06
TEMPERATURE = 0.1
SMOOTHING = 0.05
PAIRED = 0.25
"""Share of the sentences that are read with another one behind them."""
SEED = 7

Say = Callable[[str], None]


def tune(
    model: Pooled,
    texts: Texts,
    targets: torch.Tensor,
    languages: torch.Tensor,
    rows: Sequence[int],
    say: Say,
) -> None:
    """Changes the layers of `model`, not its word vectors.

    `targets` (sentences, acts) sum to 1 a row; only `rows` are trained on.
    """
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    means, classes = _start(model, texts, targets, languages, rows)
    layers = list(model.model.encoder.parameters())
    for weight in layers:
        weight.requires_grad = True
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": RATE}, {"params": [means, classes], "lr": CLASSIFIER_RATE}],
        weight_decay=0.01,
    )
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), max(0.0, 1 - step / steps))
    )
    model.train()
    for epoch in range(1, EPOCHS + 1):
        total = 0.0
        batches = _shuffled(texts, _paired(rows, languages, chance), chance)
        for batch in batches:
            vectors = model(*texts.batch(batch))
            spoken = languages[[first for first, *_ in batch]]
            logits = normalize(vectors - means[spoken], dim=1) @ normalize(classes, dim=1).T
            acts = torch.stack([targets[list(rows)].mean(0) for rows in batch])
            wanted = acts * (1 - SMOOTHING) + SMOOTHING / targets.shape[1]
            loss = -(wanted * log_softmax(logits / TEMPERATURE, 1)).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers, 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        say(f"tuning: epoch {epoch} of {EPOCHS}, loss {total / len(batches):.3f}")
    model.eval()


def _start(
    model: Pooled, texts: Texts, targets: torch.Tensor, languages: torch.Tensor, rows: Sequence[int]
) -> tuple[torch.nn.Parameter, torch.nn.Parameter]:
    """The mean of each language, and of each act without its language's mean."""
    ordered = sorted(rows, key=lambda row: texts.length((row,)))
    with torch.no_grad():
        vectors = torch.cat(
            [
                model(*texts.batch([(row,) for row in ordered[start : start + BATCH]]))
                for start in range(0, len(ordered), BATCH)
            ]
        )
    spoken = languages[ordered]
    means = torch.stack([vectors[spoken == i].mean(0) for i in range(int(languages.max()) + 1)])
    classes = normalize(targets[ordered].T @ normalize(vectors - means[spoken], dim=1), dim=1)
    return torch.nn.Parameter(means), torch.nn.Parameter(classes)


def _paired(rows: Sequence[int], languages: torch.Tensor, chance: random.Random) -> list[Rows]:
    """Each row by itself or, at times, with another one of its language behind it."""
    by_language: dict[int, list[int]] = {}
    for row in rows:
        by_language.setdefault(int(languages[row]), []).append(row)
    return [
        (row, chance.choice(by_language[int(languages[row])])) if chance.random() < PAIRED else (row,)
        for row in rows
    ]


def _shuffled(texts: Texts, chosen: Sequence[Rows], chance: random.Random) -> list[list[Rows]]:
    """Batches of nearly like length, in another order each time."""
    ordered = sorted(chosen, key=lambda rows: texts.length(rows) + chance.gauss(0, 2))
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    return batches
