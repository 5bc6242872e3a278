"""Another sentence-transformers model for the knowledge base, exported once and checked against itself."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.errors import BadRequest, NotReady
from bot.encoder.export import export
from bot.encoder.folder import PUBLISHED, TOKENIZER, read_manifest, write_manifest
from bot.encoder.runtime import LONGEST_PASSAGE, PASSAGE, Encoder

FAITHFUL = 0.97
"""Least cosine between exported and original vectors: below it, something else was exported."""
SAMPLES = ("Where is my parcel?", "Das Paket ist seit zwei Wochen unterwegs.", "包裹丢失怎么办？ " * 300)


def ensure(var: Path, name: str, say: Callable[[str], None]) -> Path:
    """The folder of the exported model `name` (a folder, or a name on its hub); exports it where missing.

    Raises BadRequest where the model cannot be had or used.
    """
    target = folder_of(var, name)
    try:
        read_manifest(target)
        return target
    except NotReady:
        say(f"embedding model {name}: exporting it (some 10 s, and the time to fetch it)")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as draft:
        built = Path(draft) / "built"
        built.mkdir()
        _export(name, built)
        shutil.rmtree(target, ignore_errors=True)
        built.replace(target)
    return target


def folder_of(var: Path, name: str) -> Path:
    """Where the exported model lies, made or not."""
    return var / "encoder" / hashlib.sha256(name.encode()).hexdigest()[:16]


def _export(name: str, built: Path) -> None:
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name, device="cpu")
        _write_tokenizer(model.tokenizer, built / TOKENIZER)
        with np.errstate(invalid="ignore"):  # a word vector of zeros, mostly the padding's, has no scale
            export(Path(name), built / PUBLISHED)
    except Exception as error:  # a foreign model fails in ways of its own
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise BadRequest(f"SILKDESK_EMBEDDING_MODEL: {name} cannot be used: {reason}") from error
    write_manifest(built, name)
    _require_faithful(name, model, built)


def _write_tokenizer(tokenizer: Any, path: Path) -> None:
    data = json.loads(tokenizer.backend_tokenizer.to_str())
    data.update(truncation=None, padding=None)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _require_faithful(name: str, model: Any, built: Path) -> None:
    texts = [PASSAGE + text for text in SAMPLES]
    model.max_seq_length = LONGEST_PASSAGE
    try:
        theirs = model.encode(texts, normalize_embeddings=True)
        ours = Encoder.load(built).encode(SAMPLES, PASSAGE)
    except Exception as error:
        raise BadRequest(
            f"SILKDESK_EMBEDDING_MODEL: {name} cannot be used: it does not read {LONGEST_PASSAGE} tokens"
        ) from error
    nearness = float(np.min(np.sum(theirs * ours, axis=1)))
    if nearness < FAITHFUL:
        raise BadRequest(
            f"SILKDESK_EMBEDDING_MODEL: {name} cannot be used: its vectors are not the mean of its tokens' "
            f"states, or its weights do not bear eight bits (cosine {nearness:.2f})"
        )
