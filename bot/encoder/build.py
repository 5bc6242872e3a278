"""Builds the encoder once, at set-up: public weights → pruned model → one quantised ONNX file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.core.errors import NotReady
from bot.encoder import folder, model_folder, vocabulary
from bot.encoder.export import export_parts
from bot.encoder.source_weights import SourceWeights

Say = Callable[[str], None]


def ensure(var: Path, source: Path, say: Say) -> Path:
    """The encoder's folder under `var`, built from the file `source` where it is missing or broken.

    Raises NotReady where `source` is missing or not the file that is expected.
    """
    try:
        return folder.current(var)
    except NotReady as reason:
        say(f"encoder: {str(reason).split(';')[0]}; building it (about half a minute)")
    if not source.is_file() or folder.sha256(source) != folder.SOURCE_SHA256:
        raise NotReady(f"the encoder's public weights are missing or damaged: {source}; {folder.REMEDY}")
    target = folder.expected(var)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as draft:
        _build(source, Path(draft), say)
        shutil.rmtree(target, ignore_errors=True)
        (Path(draft) / "built").replace(target)
    return folder.current(var)


def _build(source: Path, draft: Path, say: Say) -> None:
    say("encoder 1/3: reading the public weights")
    weights = SourceWeights(source)
    keep = vocabulary.kept(weights.pieces)
    say(f"encoder 2/3: keeping {len(keep):,} of {len(weights.pieces):,} word pieces")
    model_folder.write(weights, keep, draft / "model")
    say("encoder 3/3: exporting to ONNX")
    built = draft / "built"
    built.mkdir()
    export_parts(draft / "model", built)
    shutil.copy(draft / "model" / "tokenizer.json", built)
    folder.write_manifest(built, folder.NAME)
