"""The trained part of understanding: from a segment's vector and n-grams to the acts it performs."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.errors import NotReady
from bot.understanding.ngrams import ngrams

Floats = NDArray[np.floating[Any]]
Spoken = tuple[str, str | None]
"""A text and its language."""
Encode = Callable[[Sequence[str]], Floats]
"""A vector of unit length for each text."""
VIOLATE = "violate"
"""The group of acts that accuse."""
FORMAT = 3
"""Raised when the arrays of the file change, so that an old model is refused, not misread."""


@dataclass(frozen=True)
class Head:
    """Weights of all acts. Rows of `dense` and `sparse` are features, columns are acts.

    `groups` are the acts' groups, `thresholds` the confidence from which each is heard, `means` the mean
    vector of each of `languages` (the last row is for all others), `rarity` the weight of each n-gram,
    `curve` the weight of each kind of evidence and, last, the offset: log odds that an act is right.
    """

    encoder: str
    acts: tuple[str, ...]
    groups: tuple[str, ...]
    languages: tuple[str, ...]
    means: Floats
    dense: Floats
    sparse: Floats
    rarity: Floats
    bias: Floats
    curve: Floats
    thresholds: Floats

    def shares(self, texts: Sequence[str], vectors: Floats, languages: Sequence[str | None]) -> Floats:
        """The share of each act in each text, as logarithms; shape (texts, acts).

        In double precision, so that both environments' libraries agree in every place that is shown.
        """
        exact = vectors.astype(np.float64)
        scores: Floats = centred(exact, languages, self.languages, self.means) @ self._dense + self.bias
        for row, text in enumerate(texts):
            places, strengths = weighted_ngrams(text, self.rarity)
            scores[row] += strengths @ self.sparse[places]
        logs: Floats = log_softmax(scores)
        return logs

    def shares_of(self, spoken: Sequence[Spoken], encode: Encode) -> Floats:
        """As `shares`, by the vectors of this encoder."""
        texts = [text for text, _ in spoken]
        return self.shares(texts, encode(texts), [language for _, language in spoken])

    def confidences(self, weights: Floats) -> Floats:
        """How likely each act is right, 0 to 1; `weights`, what speaks for it, has shape (…, acts, kinds)."""
        sure: Floats = 1 / (1 + np.exp(-(weights @ self.curve[:-1] + self.curve[-1])))
        return sure

    @cached_property
    def _dense(self) -> Floats:
        return self.dense.astype(np.float64)

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Act id to its column."""
        return {act: column for column, act in enumerate(self.acts)}

    @cached_property
    def violations(self) -> NDArray[np.bool_]:
        """Which acts accuse; shape (acts,)."""
        return np.array([group == VIOLATE for group in self.groups])

    @property
    def group_of(self) -> Mapping[str, str]:
        """Act id to its group."""
        return dict(zip(self.acts, self.groups, strict=True))

    @cached_property
    def digest(self) -> str:
        """Checksum of all weights: two heads with the same one hear the same."""
        checksum = hashlib.sha256()
        for name, array in self._arrays().items():
            checksum.update(f"{name} {array.dtype} {array.shape}".encode())
            checksum.update(np.ascontiguousarray(array).tobytes())
        return checksum.hexdigest()[:16]

    def to_bytes(self) -> bytes:
        """The head as an npz file."""
        file = io.BytesIO()
        np.savez_compressed(file, **self._arrays())  # type: ignore[arg-type]
        return file.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> Head:
        """Reads what `to_bytes` wrote; raises NotReady where it is of another version or broken."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as file:
                if int(file["format"]) != FORMAT:
                    raise NotReady("the model was trained by another version; run `make train`")
                return Head(
                    encoder=str(file["encoder"]),
                    acts=tuple(file["acts"].tolist()),
                    groups=tuple(file["groups"].tolist()),
                    languages=tuple(file["languages"].tolist()),
                    means=file["means"],
                    dense=file["dense"],
                    sparse=file["sparse"].astype(np.float32),
                    rarity=file["rarity"],
                    bias=file["bias"],
                    curve=file["curve"],
                    thresholds=file["thresholds"],
                )
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise NotReady(f"the model's weights are unreadable ({error}); run `make train`") from None

    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        return {
            "format": np.array(FORMAT),
            "encoder": np.array(self.encoder),
            "acts": np.array(self.acts),
            "groups": np.array(self.groups),
            "languages": np.array(self.languages),
            "means": self.means,
            "dense": self.dense,
            "sparse": self.sparse.astype(np.float16),
            "rarity": self.rarity,
            "bias": self.bias,
            "curve": self.curve,
            "thresholds": self.thresholds,
        }


def log_softmax(scores: Any) -> Any:
    """Scores as logarithms of shares that sum to 1 in each row."""
    moved = scores - scores.max(1, keepdims=True)
    return moved - np.log(np.exp(moved).sum(1, keepdims=True))


def centred(vectors: Floats, languages: Sequence[str | None], known: Sequence[str], means: Floats) -> Floats:
    """Vectors without what is common to their language, of unit length again."""
    rows = [known.index(name) if name in known else len(known) for name in languages]
    moved = vectors - means[rows]
    unit: Floats = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return unit


def weighted_ngrams(text: str, rarity: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The n-grams of `text` weighted by their rarity, as a vector of unit length; unknown ones weigh 0."""
    places, strengths = ngrams(text, len(rarity))
    weights = strengths.astype(np.float64) * rarity[places]
    length = float(np.sqrt((weights * weights).sum()))
    return places, weights / length if length else weights
