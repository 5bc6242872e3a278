"""Texts to vectors, with onnxruntime and tokenizers alone: the same in both environments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.encoder.folder import read_manifest
from bot.encoder.folder import sha256 as sha256_of

Session: TypeAlias = onnxruntime.InferenceSession
Vectors = NDArray[np.float32]
QUERY = "query: "
PASSAGE = "passage: "
LONGEST = {QUERY: 128, PASSAGE: 512}
"""Tokens read of a text; a message beyond that says nothing new, and passages are split to fit."""
BATCH = 32
PADDED = 1.25
"""How many times as long as its shortest text a batch's longest may be: padding costs as much as text."""


class Encoder:
    """A loaded encoder: one session, or one for the lower layers and one for the upper.

    Its vectors have 384 numbers and unit length. What they depend on is `digest`.
    """

    def __init__(self, name: str, digest: str, sessions: Sequence[Session], tokenizer: Tokenizer) -> None:
        self.name = name
        self.digest = digest
        self._sessions = tuple(sessions)
        self._tokenizer = tokenizer
        self._pad = tokenizer.token_to_id("<pad>")

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._sessions[-1].get_outputs()[0].shape[1])

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> Encoder:
        """Loads the encoder that lies in `folder`; raises NotReady where it is missing or broken."""
        manifest = read_manifest(folder)
        sessions = [_session(part, threads) for part in sorted(folder.glob("*.onnx"))]
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.encode_special_tokens = True
        return cls(manifest.name, manifest.digest, sessions, tokenizer)

    def tuned(self, upper: Path, threads: int = 1) -> Encoder:
        """This encoder with other upper layers; the lower ones and the tokenizer are shared."""
        digest = sha256((self.digest + sha256_of(upper)).encode()).hexdigest()[:16]
        sessions = [*self._sessions[:-1], _session(upper, threads)]
        return Encoder(f"{self.name} ({upper.stem})", digest, sessions, self._tokenizer)

    def encode(self, texts: Sequence[str], prefix: str = QUERY) -> Vectors:
        """One row of unit length a text, shape (len(texts), 384)."""
        longest = LONGEST.get(prefix, LONGEST[PASSAGE])
        encoded = self._tokenizer.encode_batch([prefix + _whole(text) for text in texts])
        rows = [_cut(e.ids, longest) for e in encoded]
        vectors = np.empty((len(rows), self.size), np.float32)
        for batch in _batches([len(row) for row in rows]):
            vectors[batch] = self._run([rows[i] for i in batch])
        return vectors

    def _run(self, rows: list[list[int]]) -> Vectors:
        width = max(map(len, rows))
        ids = np.full((len(rows), width), self._pad, np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        for i, row in enumerate(rows):
            ids[i, : len(row)] = row
            mask[i, : len(row)] = 1
        found: Any = ids
        for session in self._sessions:
            found = session.run(None, {session.get_inputs()[0].name: found, "attention_mask": mask})[0]
        vectors: Vectors = found
        return vectors


def _session(model: Path, threads: int) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of about the same length, the shortest first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) == BATCH or lengths[place] > PADDED * lengths[batch[0]]):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _whole(text: str) -> str:
    """`text` with unpaired surrogates replaced, which the tokenizer refuses."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _cut(ids: list[int], longest: int) -> list[int]:
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]
