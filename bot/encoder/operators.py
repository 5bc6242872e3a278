"""Attention and norms as one operator of onnxruntime each, in place of the many that tracing gives."""

from __future__ import annotations

from typing import Any

import torch

DOMAIN, VERSION = "com.microsoft", 1
"""Of the runtime's own operators."""
ALIKE = ("bert", "roberta", "xlm-roberta", "camembert")
"""Types of models whose attention is plain, and whose parts have these names."""
PROJECTIONS, NORMED = ("query", "key", "value"), ("dense", "LayerNorm")


def fuse(model: Any) -> None:
    """Replaces parts of a model built like BERT, for export alone; another one stays as it is."""
    if model.config.model_type not in ALIKE:
        return
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            projects, norms = (all(hasattr(child, part) for part in parts) for parts in (PROJECTIONS, NORMED))
            if projects and not norms:
                setattr(parent, name, _Attention(child))
            elif norms and not projects:
                setattr(parent, name, _Residual(child))


class _Attention(torch.nn.Module):  # type: ignore[misc]
    """Self-attention of one text, no token of which is masked."""

    def __init__(self, attention: Any) -> None:
        super().__init__()
        parts = [getattr(attention, name) for name in PROJECTIONS]
        self.heads = attention.num_attention_heads
        self.size = parts[0].out_features
        self.projection = torch.nn.Linear(parts[0].in_features, len(parts) * self.size)
        self.projection.weight.data = torch.cat([part.weight for part in parts])
        self.projection.bias.data = torch.cat([part.bias for part in parts])
        self.requires_grad_(False)

    def forward(self, states: torch.Tensor, *_: Any, **__: Any) -> tuple[torch.Tensor, None]:
        query, key, value = self.projection(states).split(self.size, -1)
        return _MultiHeadAttention.apply(query, key, value, self.heads), None


class _Residual(torch.nn.Module):  # type: ignore[misc]
    """A product, what it was made of added, and the norm of both."""

    def __init__(self, output: Any) -> None:
        super().__init__()
        self.dense = output.dense
        self.norm = output.LayerNorm

    def forward(self, states: torch.Tensor, before: torch.Tensor) -> Any:
        norm = self.norm
        return _SkipLayerNormalization.apply(self.dense(states), before, norm.weight, norm.bias, norm.eps)


class _MultiHeadAttention(torch.autograd.Function):  # type: ignore[misc]
    """Only its name and its shape are exported, not what it computes here."""

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        told = graph.op(f"{DOMAIN}::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return told.setType(query.type())

    @staticmethod
    def forward(_: Any, query: torch.Tensor, *__: Any) -> torch.Tensor:
        return query.clone()


class _SkipLayerNormalization(torch.autograd.Function):  # type: ignore[misc]
    """Only its name and its shape are exported, not what it computes here."""

    @staticmethod
    def symbolic(graph: Any, states: Any, before: Any, weight: Any, bias: Any, least: float) -> Any:
        told = graph.op(f"{DOMAIN}::SkipLayerNormalization", states, before, weight, bias, epsilon_f=least)
        return told.setType(states.type())

    @staticmethod
    def forward(_: Any, states: torch.Tensor, *__: Any) -> torch.Tensor:
        return states.clone()
