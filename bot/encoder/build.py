"""Builds the encoder once, at set-up: public weights → pruned model → two ONNX files, published and tuned."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.core.errors import NotReady
from bot.encoder import folder, model_folder, tuned, vocabulary
from bot.encoder.files import SOURCE_SHA256, sha256
from bot.encoder.source_weights import SourceWeights

Say = Callable[[str], None]


def ensure(var: Path, source: Path, say: Say) -> Path:
    """The encoder's folder under `var`, built from the file `source` where it is missing or broken.

    Raises NotReady where `source` is missing or not the file that is expected.
    """
    try:
        return folder.current(var)
    except NotReady as reason:
        say(f"encoder: {str(reason).split(';')[0]}; building it (about a minute)")
    if not source.is_file() or sha256(source) != SOURCE_SHA256:
        raise NotReady(f"the encoder's public weights are missing or damaged: {source}; {folder.REMEDY}")
    target = folder.expected(var)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as draft:
        _build(source, Path(draft), say)
        shutil.rmtree(target, ignore_errors=True)
        (Path(draft) / "built").replace(target)
    return folder.current(var)


def _build(source: Path, draft: Path, say: Say) -> None:
    from sentence_transformers import SentenceTransformer

    from bot.encoder import changes, export

    say("encoder 1/4: reading the public weights")
    weights = SourceWeights(source)
    keep = vocabulary.kept(weights.pieces)
    say(f"encoder 2/4: keeping {len(keep):,} of {len(weights.pieces):,} word pieces")
    model_folder.write(weights, keep, draft / "model")
    built = draft / "built"
    built.mkdir()
    loaded = SentenceTransformer(str(draft / "model"), device="cpu")
    say("encoder 3/4: exporting it as published, for search")
    export.write(loaded[0].auto_model, loaded.tokenizer, built / folder.PUBLISHED)
    say("encoder 4/4: exporting it as tuned, for understanding")
    changes.apply(loaded[0].auto_model, tuned.changes())
    export.write(loaded[0].auto_model, loaded.tokenizer, built / folder.ACTS)
    shutil.copy(draft / "model" / folder.TOKENIZER, built)
    folder.write_manifest(built, folder.NAME)
