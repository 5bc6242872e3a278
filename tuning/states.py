"""Sentences as the states of the encoder's lower layers, which tuning leaves as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from bot.encoder.pooling import Lower
from bot.encoder.runtime import QUERY

LONGEST = 64
"""Tokens of a taught sentence that are read."""
BATCH = 64


class States:
    """The states of each sentence, kept in half precision."""

    def __init__(self, folder: Path, lower: Lower, texts: Sequence[str]) -> None:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.encode_special_tokens = True
        self._pad: int = tokenizer.token_to_id("<pad>") or 0
        encoded = tokenizer.encode_batch([QUERY + text for text in texts])
        self._ids = [e.ids[:LONGEST] for e in encoded]
        self.lengths = [len(ids) for ids in self._ids]
        self._kept: list[torch.Tensor] = [torch.empty(0)] * len(texts)
        with torch.no_grad():
            for rows in self.batches(range(len(texts))):
                ids, mask = self._padded(rows)
                states = lower(ids, mask)
                for place, row in enumerate(rows):
                    self._kept[row] = states[place, : self.lengths[row]].half()

    def batches(self, rows: Sequence[int], size: int = BATCH) -> Iterator[list[int]]:
        """The rows in batches of like length."""
        ordered = sorted(rows, key=lambda row: self.lengths[row])
        return (ordered[start : start + size] for start in range(0, len(ordered), size))

    def batch(self, rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """States and mask of these rows, shapes (rows, tokens, 384) and (rows, tokens)."""
        width = max(self.lengths[row] for row in rows)
        states = torch.zeros(len(rows), width, self._kept[rows[0]].shape[1])
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        for place, row in enumerate(rows):
            states[place, : self.lengths[row]] = self._kept[row].float()
            mask[place, : self.lengths[row]] = 1
        return states, mask

    def _padded(self, rows: Sequence[int]) -> tuple[Any, Any]:
        width = max(self.lengths[row] for row in rows)
        ids = torch.full((len(rows), width), self._pad)
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        for place, row in enumerate(rows):
            ids[place, : self.lengths[row]] = torch.tensor(self._ids[row])
            mask[place, : self.lengths[row]] = 1
        return ids, mask
