"""Tunes a model so that sentences of the same act lie together: a cosine classifier over acts.

The classifier starts at the mean of each act's vectors. Some sentences are read with one or two others of
their language behind them, so that a vector holds all acts of a message.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch.nn.functional import log_softmax, normalize, softmax

from bot.encoder.pooling import Pooled
from tuning.texts import Rows, Texts

BATCH = 128
RATE, CLASSIFIER_RATE = 3e-4, 1e-3
WARM_UP = 0.06
TEMPERATURE = 0.1
SMOOTHING = 0.05
SEED = 7

Say = Callable[[str], None]


@dataclass(frozen=True)
class Recipe:
    """`epochs`: how often each sentence is read; `paired` and `in_threes`: the share that is read with one or
    two others behind it; `average`: how much of the mean weight of the steps stays at each step, where the
    mean is kept and not the last weight.
    """

    epochs: int
    paired: float
    in_threes: float = 0.0
    average: float | None = None


@dataclass(frozen=True)
class Sentences:
    """Texts, the share of each act in them, shape (sentences, acts), and the language of each."""

    texts: Texts
    targets: torch.Tensor
    languages: torch.Tensor


@dataclass(frozen=True)
class Classifier:
    """The mean vector of each language, and the direction of each act from there."""

    means: torch.Tensor
    acts: torch.Tensor

    def logits(self, vectors: torch.Tensor, languages: torch.Tensor) -> torch.Tensor:
        """What speaks for each act in each vector; shape (vectors, acts)."""
        centred = normalize(vectors - self.means[languages], dim=1)
        return centred @ normalize(self.acts, dim=1).T / TEMPERATURE


def tune(model: Pooled, sentences: Sentences, rows: Sequence[int], recipe: Recipe, say: Say) -> Classifier:
    """Changes the layers of `model`, not its word vectors; only `rows` of the sentences are trained on."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    classifier = _start(model, sentences, rows)
    layers = list(model.model.encoder.parameters())
    for weight in layers:
        weight.requires_grad = True
    optimiser = torch.optim.AdamW(
        [
            {"params": layers, "lr": RATE},
            {"params": [classifier.means, classifier.acts], "lr": CLASSIFIER_RATE},
        ],
        weight_decay=0.01,
    )
    steps = recipe.epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), max(0.0, 1 - step / steps))
    )
    mean = Mean(layers, recipe.average, steps)
    model.train()
    for epoch in range(1, recipe.epochs + 1):
        total = 0.0
        batches = _shuffled(sentences.texts, _joined(rows, sentences.languages, recipe, chance), chance)
        for batch in batches:
            loss = _loss(model, classifier, sentences, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers, 1.0)
            optimiser.step()
            schedule.step()
            mean.step()
            total += float(loss.detach())
        say(f"tuning: epoch {epoch} of {recipe.epochs}, loss {total / len(batches):.3f}")
    mean.apply()
    model.eval()
    return Classifier(classifier.means.detach(), classifier.acts.detach())


def shares(model: Pooled, classifier: Classifier, sentences: Sentences, rows: Sequence[int]) -> torch.Tensor:
    """The share of each act in these sentences, as the tuned model has it; shape (rows, acts)."""
    languages = sentences.languages[list(rows)]
    return softmax(classifier.logits(_vectors(model, sentences.texts, rows), languages), dim=1)


class Mean:
    """The running mean of weights, begun when a third of the steps is done."""

    def __init__(self, weights: list[torch.Tensor], kept: float | None, steps: int) -> None:
        self._weights, self._kept = weights, kept
        self._means: list[torch.Tensor] = []
        self._begins, self._done = steps // 3, 0

    def step(self) -> None:
        """Takes the weights as they are after a step."""
        self._done += 1
        if self._kept is None or self._done < self._begins:
            return
        if not self._means:
            self._means = [weight.detach().clone() for weight in self._weights]
        for mean, weight in zip(self._means, self._weights, strict=True):
            mean.lerp_(weight.detach(), 1 - self._kept)

    def apply(self) -> None:
        """Puts the means in place of the weights, where means are kept."""
        with torch.no_grad():
            for weight, mean in zip(self._weights, self._means, strict=False):
                weight.copy_(mean)


def _loss(model: Pooled, classifier: Classifier, sentences: Sentences, batch: Sequence[Rows]) -> torch.Tensor:
    logits = classifier.logits(
        model(*sentences.texts.batch(batch)), sentences.languages[[first for first, *_ in batch]]
    )
    acts = torch.stack([sentences.targets[list(rows)].mean(0) for rows in batch])
    wanted = acts * (1 - SMOOTHING) + SMOOTHING / acts.shape[1]
    return -(wanted * log_softmax(logits, 1)).sum(1).mean()


def _start(model: Pooled, sentences: Sentences, rows: Sequence[int]) -> Classifier:
    """The mean of each language, and of each act without its language's mean."""
    vectors, spoken = _vectors(model, sentences.texts, rows), sentences.languages[list(rows)]
    means = torch.stack([vectors[spoken == i].mean(0) for i in range(int(sentences.languages.max()) + 1)])
    acts = sentences.targets[list(rows)].T @ normalize(vectors - means[spoken], dim=1)
    return Classifier(torch.nn.Parameter(means), torch.nn.Parameter(normalize(acts, dim=1)))


def _vectors(model: Pooled, texts: Texts, rows: Sequence[int]) -> torch.Tensor:
    """The vector of each of the rows, in their order."""
    order = sorted(range(len(rows)), key=lambda place: texts.length((rows[place],)))
    with torch.no_grad():
        read = torch.cat(
            [
                model(*texts.batch([(rows[place],) for place in order[start : start + BATCH]]))
                for start in range(0, len(order), BATCH)
            ]
        )
    vectors = torch.empty_like(read)
    vectors[order] = read
    return vectors


def _joined(
    rows: Sequence[int], languages: torch.Tensor, recipe: Recipe, chance: random.Random
) -> list[Rows]:
    """Each row by itself or, at times, with others of its language behind it."""
    by_language: dict[int, list[int]] = {}
    for row in rows:
        by_language.setdefault(int(languages[row]), []).append(row)

    def joined(row: int) -> Rows:
        drawn = chance.random()
        more = 2 if drawn < recipe.in_threes else int(drawn < recipe.in_threes + recipe.paired)
        return (row, *(chance.choice(by_language[int(languages[row])]) for _ in range(more)))

    return [joined(row) for row in rows]


def _shuffled(texts: Texts, chosen: Sequence[Rows], chance: random.Random) -> list[list[Rows]]:
    """Batches of nearly like length, in another order each time."""
    ordered = sorted(chosen, key=lambda rows: texts.length(rows) + chance.gauss(0, 2))
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    return batches
