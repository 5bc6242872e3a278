"""What tuning changed is packed small, and makes the tuned model out of the published one again."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.slow


@pytest.fixture
def published() -> Any:
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=50, hidden_size=64, num_hidden_layers=3, num_attention_heads=2, intermediate_size=128
    )
    return BertModel(config).requires_grad_(False)


def tuned_of(published: Any, layers: int) -> Any:
    from bot.encoder import changes

    tuned = deepcopy(published)
    changes.cut(tuned, layers)
    for weight in tuned.encoder.parameters():
        weight += 0.01 * torch.randn(weight.shape)
    return tuned


def test_written_changes_make_the_tuned_model_again(published: Any, tmp_path: Path) -> None:
    from bot.encoder import changes

    tuned = tuned_of(published, layers=2)
    changes.write(published, tuned, tmp_path / "changes.npz")
    before = deepcopy(published)
    changes.apply(published, tmp_path / "changes.npz")
    assert len(published.encoder.layer) == 2
    for name, weight in published.encoder.named_parameters():
        wanted = dict(tuned.encoder.named_parameters())[name]
        change = wanted - dict(before.encoder.named_parameters())[name]
        assert float((weight - wanted).norm()) < 0.15 * float(change.norm())
