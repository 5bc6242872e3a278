"""How tuned layers differ from the published ones, small enough to ship.

What changed in a matrix is kept in few levels, with a scale for each block of numbers: that compresses well,
and an error of a tenth in the change is of no account. Layers above the tuned ones are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

LEVELS = 7
"""Steps to either side of 0."""
BLOCK = 64
FRACTIONS = (0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 1.0)
"""Of a block's largest change, what the last level may stand for; the best is taken for each block."""


def cut(model: Any, layers: int) -> None:
    """Leaves only the first `layers` layers of a BERT model."""
    model.encoder.layer = model.encoder.layer[:layers]


def write(published: Any, tuned: Any, file: Path) -> None:
    """Writes what makes the layers of `tuned` out of the first ones of `published`."""
    arrays: dict[str, NDArray[np.generic]] = {"layers": np.array(len(tuned.encoder.layer))}
    before = dict(_weights(published))
    for name, weight in _weights(tuned):
        if weight.dim() == 1:
            arrays[name] = weight.numpy().astype(np.float16)
        else:
            levels, scales = _in_levels((weight - before[name]).reshape(-1, BLOCK))
            arrays[name] = levels.reshape(weight.shape).to(torch.int8).numpy()
            arrays[f"{name}.scale"] = scales.numpy().astype(np.float16)
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]


def apply(model: Any, file: Path) -> None:
    """Makes the published `model` the tuned one."""
    with np.load(file, allow_pickle=False) as kept, torch.no_grad():
        cut(model, int(kept["layers"]))
        for name, weight in _weights(model):
            change = torch.from_numpy(kept[name].astype(np.float32))
            if weight.dim() == 1:
                weight.copy_(change)
            else:
                scales = torch.from_numpy(kept[f"{name}.scale"].astype(np.float32))
                weight += (change.reshape(-1, BLOCK) * scales).reshape(weight.shape)


def _weights(model: Any) -> Iterator[tuple[str, torch.Tensor]]:
    return ((name, weight.detach()) for name, weight in model.encoder.named_parameters())


def _in_levels(change: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Levels and scale of each block, shapes (blocks, BLOCK) and (blocks, 1), with the least square error."""
    largest = change.abs().amax(1, keepdim=True)
    tried = [(largest * fraction / LEVELS).half().float().clamp_min(6e-8) for fraction in FRACTIONS]
    levels = [(change / scale).round().clamp(-LEVELS, LEVELS) for scale in tried]
    errors = torch.stack(
        [((level * scale - change) ** 2).sum(1) for level, scale in zip(levels, tried, strict=True)]
    )
    best = errors.argmin(0)
    rows = torch.arange(len(change))
    return torch.stack(levels)[best, rows], torch.stack(tried)[best, rows]
