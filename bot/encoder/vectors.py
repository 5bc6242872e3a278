"""Vectors of known texts, kept on disk by the hash of text and encoder, so that each is computed once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.encoder.runtime import Encoder, Vectors


class VectorStore:
    """Encodes like `Encoder`, but remembers. A file of another encoder, or a broken one, is begun anew."""

    def __init__(self, file: Path, encoder: Encoder) -> None:
        self._file = file
        self._encoder = encoder
        self._rows = self._read()

    def encode(self, texts: Sequence[str], prefix: str = "") -> Vectors:
        """As `Encoder.encode`; what was not known is computed and written to the file."""
        keys = [_key(prefix + text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._rows}
        if new:
            self._rows.update(zip(new, self._encoder.encode(list(new.values()), prefix), strict=True))
            self._write()
        return (
            np.stack([self._rows[key] for key in keys])
            if keys
            else np.empty((0, self._encoder.size), np.float32)
        )

    def _read(self) -> dict[str, Vectors]:
        try:
            with np.load(self._file, allow_pickle=False) as kept:
                if str(kept["encoder"]) != self._encoder.digest:
                    return {}
                return dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))
        except (OSError, ValueError, KeyError):
            return {}

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_suffix(f".{os.getpid()}.npz")
        np.savez(
            draft,
            encoder=np.array(self._encoder.digest),
            keys=np.array(list(self._rows)),
            rows=np.stack(list(self._rows.values())),
        )
        draft.replace(self._file)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
