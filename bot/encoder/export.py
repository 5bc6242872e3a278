"""A sentence-transformers folder becomes one ONNX file: mean pooling and norm inside, weights in blocks.

Four bits in blocks of 32 with a scale each lose nothing here, as the public weights come in just that
form, and a vector does not depend on what else is in its batch (with dynamic int8 it would).
"""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Any

OPSET = 17
BITS = 4
BLOCK = 32


def export(folder: Path, target: Path) -> None:
    """Writes the model that lies in `folder` to `target`. Needs torch; takes some 10 s."""
    import torch
    from sentence_transformers import SentenceTransformer

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        """Token states to one vector of unit length a text."""

        def __init__(self, model: Any) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).float()
            mean = (states * mask).sum(1) / mask.sum(1)
            # Not F.normalize: its ReduceL2 breaks when the quantiser raises the opset.
            return mean / (mean * mean).sum(1, keepdim=True).sqrt()

    loaded = SentenceTransformer(str(folder), device="cpu")
    model = loaded[0].auto_model.eval()
    model.set_attn_implementation("eager")
    sample = loaded.tokenizer(["query: a", "query: a longer one"], padding=True, return_tensors="pt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled(model),
            (sample["input_ids"], sample["attention_mask"]),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=["embedding"],
            dynamic_axes={
                "input_ids": {0: "batch", 1: "tokens"},
                "attention_mask": {0: "batch", 1: "tokens"},
                "embedding": {0: "batch"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
    _quantise(target)


def _quantise(path: Path) -> None:
    import onnx
    from onnxruntime.quantization import matmul_nbits_quantizer as quantizer

    logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer").setLevel(logging.ERROR)
    model = onnx.load(str(path))
    for operator, extra in (("MatMul", {}), ("Gather", {"quant_axes": (("Gather", 1),)})):
        config = quantizer.DefaultWeightOnlyQuantConfig(
            block_size=BLOCK,
            is_symmetric=True,
            accuracy_level=4,
            op_types_to_quantize=(operator,),
            bits=BITS,
            **extra,
        )
        run = quantizer.MatMulNBitsQuantizer(model, algo_config=config)
        run.process()
        model = run.model.model
    onnx.save(model, str(path))
