"""Taught sentences as word pieces, in batches of texts of like length."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.utils.rnn import pad_sequence

LONGEST = 96
"""Word pieces of a text that are read."""

Rows = tuple[int, ...]
"""Sentences that are read one after the other as one text."""


class Texts:
    """The word pieces of each sentence."""

    def __init__(self, tokenizer: Path, sentences: Sequence[str], device: str) -> None:
        read = Tokenizer.from_file(str(tokenizer))
        read.no_padding()
        read.encode_special_tokens = True
        self._ids = [one.ids for one in read.encode_batch(list(sentences))]
        self._pad: int = read.token_to_id("<pad>") or 0
        self._device = device

    def length(self, rows: Rows) -> int:
        """Word pieces of these sentences together."""
        return sum(len(self._ids[row]) for row in rows)

    def batch(self, texts: Sequence[Rows]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and mask of these texts, both of shape (texts, word pieces)."""
        ids = [torch.tensor(self._joined(rows)) for rows in texts]
        masks = [torch.ones(len(one), dtype=torch.long) for one in ids]
        padded = pad_sequence(ids, batch_first=True, padding_value=self._pad)
        return padded.to(self._device), pad_sequence(masks, batch_first=True).to(self._device)

    def _joined(self, rows: Rows) -> list[int]:
        begin, end = self._ids[rows[0]][0], self._ids[rows[0]][-1]
        inner = [piece for row in rows for piece in self._ids[row][1:-1]]
        return [begin, *inner[: LONGEST - 2], end]
