"""Sentences as the states of the encoder's lower layers, which tuning leaves as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.utils.rnn import pad_sequence

from bot.encoder.pooling import Lower
from bot.encoder.runtime import QUERY

LONGEST = 64
"""Tokens of a taught sentence that are read."""
BATCH = 64

Rows = tuple[int, ...]
"""Sentences that are read one after the other as one text."""


class States:
    """The states of each sentence, kept in half precision."""

    def __init__(self, folder: Path, lower: Lower, texts: Sequence[str]) -> None:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.encode_special_tokens = True
        self._pad: int = tokenizer.token_to_id("<pad>") or 0
        encoded = tokenizer.encode_batch([QUERY + text for text in texts])
        self._ids = [e.ids[:LONGEST] for e in encoded]
        self._lengths = [len(ids) for ids in self._ids]
        self._kept: list[torch.Tensor] = [torch.empty(0)] * len(texts)
        with torch.no_grad():
            for rows in self.batches(range(len(texts))):
                ids, mask = self._padded(rows)
                states = lower(ids, mask)
                for place, row in enumerate(rows):
                    self._kept[row] = states[place, : self._lengths[row]].half()

    def batches(self, rows: Sequence[int], size: int = BATCH) -> Iterator[list[int]]:
        """The rows in batches of like length."""
        ordered = sorted(rows, key=lambda row: self._lengths[row])
        return (ordered[start : start + size] for start in range(0, len(ordered), size))

    def length(self, rows: Rows) -> int:
        """Tokens of these sentences together."""
        return sum(self._lengths[row] for row in rows)

    def batch(self, texts: Sequence[Rows]) -> tuple[torch.Tensor, torch.Tensor]:
        """States and mask of these texts, shapes (texts, tokens, 384) and (texts, tokens)."""
        joined = [torch.cat([self._kept[row] for row in rows]).float() for rows in texts]
        masks = [torch.ones(len(states), dtype=torch.long) for states in joined]
        return pad_sequence(joined, batch_first=True), pad_sequence(masks, batch_first=True)

    def _padded(self, rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        ids = [torch.tensor(self._ids[row]) for row in rows]
        masks = [torch.ones(len(one), dtype=torch.long) for one in ids]
        padded = pad_sequence(ids, batch_first=True, padding_value=self._pad)
        return padded, pad_sequence(masks, batch_first=True)
