"""Texts to vectors, with onnxruntime and tokenizers alone: the same in both environments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.encoder.folder import read_manifest

Vectors = NDArray[np.float32]
QUERY = "query: "
PASSAGE = "passage: "
LONGEST = {QUERY: 128, PASSAGE: 512}
"""Tokens read of a text; a message beyond that says nothing new, and passages are split to fit."""
BATCH = 32


class Encoder:
    """A loaded encoder. Its vectors have 384 numbers and unit length."""

    def __init__(
        self, name: str, digest: str, session: onnxruntime.InferenceSession, tokenizer: Tokenizer
    ) -> None:
        self.name = name
        self.digest = digest
        self._session = session
        self._tokenizer = tokenizer
        self._pad = tokenizer.token_to_id("<pad>")

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._session.get_outputs()[0].shape[1])

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> Encoder:
        """Loads the encoder that lies in `folder`; raises NotReady where it is missing or broken."""
        manifest = read_manifest(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.encode_special_tokens = True
        return cls(manifest.name, manifest.digest, session, tokenizer)

    def encode(self, texts: Sequence[str], prefix: str = QUERY) -> Vectors:
        """One row of unit length a text, shape (len(texts), 384)."""
        longest = LONGEST.get(prefix, LONGEST[PASSAGE])
        encoded = self._tokenizer.encode_batch([prefix + _whole(text) for text in texts])
        rows = [_cut(e.ids, longest) for e in encoded]
        vectors = np.empty((len(rows), self.size), np.float32)
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._run([rows[i] for i in batch])
        return vectors

    def _run(self, rows: list[list[int]]) -> Vectors:
        width = max(map(len, rows))
        ids = np.full((len(rows), width), self._pad, np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        for i, row in enumerate(rows):
            ids[i, : len(row)] = row
            mask[i, : len(row)] = 1
        vectors: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors


def _whole(text: str) -> str:
    """`text` with unpaired surrogates replaced, which the tokenizer refuses."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _cut(ids: list[int], longest: int) -> list[int]:
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]
