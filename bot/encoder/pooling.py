"""A BERT model with the mean of its tokens' states as output, for export and for tuning."""

from __future__ import annotations

from typing import Any

import torch


class Pooled(torch.nn.Module):  # type: ignore[misc]
    """Token ids to one vector of unit length a text; `mask` is 0 where a text is padded."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        states = self.model(input_ids=input_ids, attention_mask=mask).last_hidden_state
        total = states.sum(1) if mask is None else (states * mask.unsqueeze(-1)).sum(1)
        # Neither mean nor F.normalize: both break when the quantiser raises the opset.
        unit: torch.Tensor = total / (total * total).sum(1, keepdim=True).sqrt()
        return unit
