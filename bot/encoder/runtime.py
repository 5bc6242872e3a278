"""Texts to vectors, with onnxruntime and tokenizers alone: the same in both environments."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.core.text import whole
from bot.encoder.folder import PUBLISHED, TOKENIZER, read_manifest

Session: TypeAlias = onnxruntime.InferenceSession
Vectors = NDArray[np.float32]
QUERY = "query: "
PASSAGE = "passage: "
SIDE_BY_SIDE = min(4, os.cpu_count() or 1)
"""Texts that are read at the same time."""
LONGEST = 128
LONGEST_PASSAGE = 512
"""Tokens read of a text; a message beyond that says nothing new, and passages are split to fit."""


class Encoder:
    """A loaded encoder. Its vectors have unit length; what they depend on is `digest`."""

    def __init__(self, name: str, digest: str, session: Session, tokenizer: Tokenizer) -> None:
        self.name = name
        self.digest = digest
        self._session = session
        self._tokenizer = tokenizer
        self._pool = ThreadPoolExecutor(SIDE_BY_SIDE)

    @property
    def size(self) -> int:
        """How many numbers a vector has: 384 in the built-in encoder."""
        return int(self._session.get_outputs()[0].shape[1])

    @classmethod
    def load(cls, folder: Path, model: str = PUBLISHED) -> Encoder:
        """Loads one of the models in `folder`; raises NotReady where something there is missing or broken."""
        manifest = read_manifest(folder)
        name = manifest.name if model == PUBLISHED else f"{manifest.name} ({Path(model).stem})"
        return cls(name, manifest.digest(model), _session(folder / model), _tokenizer(folder / TOKENIZER))

    def encode(self, texts: Sequence[str], prefix: str = "") -> Vectors:
        """One row of unit length a text, shape (len(texts), 384).

        The published model wants QUERY or PASSAGE before a text; the tuned one wants nothing.
        """
        longest = LONGEST_PASSAGE if prefix == PASSAGE else LONGEST
        encoded = self._tokenizer.encode_batch([prefix + whole(text) for text in texts])
        vectors = np.empty((len(encoded), self.size), np.float32)
        for row, vector in enumerate(self._pool.map(self._run, (_cut(one.ids, longest) for one in encoded))):
            vectors[row] = vector
        return vectors

    def _run(self, ids: list[int]) -> Any:
        (found,) = self._session.run(None, {self._session.get_inputs()[0].name: np.array([ids], np.int64)})
        return found[0]


@cache
def _tokenizer(file: Path) -> Tokenizer:
    """Kept, as it is the largest part and the models of a folder share it."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    return tokenizer


def _session(model: Path) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _cut(ids: list[int], longest: int) -> list[int]:
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]
