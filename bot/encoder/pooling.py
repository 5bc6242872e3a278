"""The encoder's parts as torch modules, for export and for tuning."""

from __future__ import annotations

from typing import Any

import torch


class Pooled(torch.nn.Module):  # type: ignore[misc]
    """Token ids to one vector of unit length a text, for a model of any kind."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        states = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return mean_of_unit_length(states, attention_mask)


class Lower(torch.nn.Module):  # type: ignore[misc]
    """Token ids to the states after the first `layers` layers of a BERT model."""

    def __init__(self, model: Any, layers: int) -> None:
        super().__init__()
        self.embeddings = model.embeddings
        self.layers = model.encoder.layer[:layers]

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return through(self.layers, self.embeddings(input_ids), attention_mask)


class Upper(torch.nn.Module):  # type: ignore[misc]
    """States of the lower layers to one vector of unit length a text."""

    def __init__(self, layers: Any) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return mean_of_unit_length(through(self.layers, states, attention_mask), attention_mask)


def through(layers: Any, states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    """States after these layers; what `attention_mask` leaves out is not looked at."""
    shut = (1.0 - attention_mask[:, None, None, :].to(states.dtype)) * -10000.0
    for layer in layers:
        made = layer(states, attention_mask=shut)
        states = made[0] if isinstance(made, tuple) else made
    return states


def mean_of_unit_length(states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    """The mean of a text's token states, of length 1."""
    mask = attention_mask.unsqueeze(-1).to(states.dtype)
    mean = (states * mask).sum(1) / mask.sum(1)
    # Not F.normalize: its ReduceL2 breaks when the quantiser raises the opset.
    unit: torch.Tensor = mean / (mean * mean).sum(1, keepdim=True).sqrt()
    return unit
