"""A model's parts are fused for export without changing what it computes; unknown models are left alone."""

from __future__ import annotations

import warnings
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.slow

IDS = [[1, 7, 3, 9, 2]]


@pytest.fixture
def model() -> Any:
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=50, hidden_size=64, num_hidden_layers=2, num_attention_heads=4, intermediate_size=128
    )
    return BertModel(config).train(False).requires_grad_(False)


def exported(fused: Any, target: Path) -> Any:
    """The vector that the exported model gives."""
    import onnxruntime

    from bot.encoder import operators
    from bot.encoder.pooling import Pooled

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled(fused),
            (torch.tensor(IDS),),
            str(target),
            input_names=["ids"],
            opset_version=17,
            custom_opsets={operators.DOMAIN: operators.VERSION},
            dynamo=False,
        )
    session = onnxruntime.InferenceSession(str(target), providers=["CPUExecutionProvider"])
    return session.run(None, {"ids": np.array(IDS, np.int64)})[0]


def test_a_fused_model_gives_the_same_vector(model: Any, tmp_path: Path) -> None:
    from bot.encoder import operators
    from bot.encoder.pooling import Pooled

    wanted = Pooled(model)(torch.tensor(IDS)).numpy()
    fused = deepcopy(model)
    operators.fuse(fused)
    assert {type(layer.attention.self).__name__ for layer in fused.encoder.layer} == {"_Attention"}
    assert np.allclose(exported(fused, tmp_path / "fused.onnx"), wanted, atol=1e-5)


def test_a_model_of_another_type_is_left_alone(model: Any) -> None:
    from bot.encoder import operators

    model.config.model_type = "roformer"
    before = [type(part) for part in model.modules()]
    operators.fuse(model)
    assert [type(part) for part in model.modules()] == before
