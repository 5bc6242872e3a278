"""A sentence-transformers folder becomes ONNX: mean pooling and norm inside, weights in blocks.

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
LOWER, UPPER = "lower.onnx", "upper.onnx"
SHARED_LAYERS = 8
"""Layers of the built-in encoder that serve every purpose; those above may be tuned for one."""


def export(folder: Path, target: Path) -> None:
    """Writes the model that lies in `folder`, of any kind, to `target`. Needs torch; takes some 10 s."""
    from bot.encoder.pooling import Pooled

    loaded, model = _loaded(folder)
    ids, mask = _sample(loaded)
    _write(Pooled(model), {"input_ids": ids, "attention_mask": mask}, "embedding", target, BITS)


def export_parts(folder: Path, target: Path) -> None:
    """Writes the BERT model that lies in `folder` to `target` in two parts: shared layers, and the upper."""
    from bot.encoder.pooling import Lower

    loaded, model = _loaded(folder)
    ids, mask = _sample(loaded)
    lower = Lower(model, SHARED_LAYERS)
    _write(lower, {"input_ids": ids, "attention_mask": mask}, "states", target / LOWER, BITS)
    export_upper(model.encoder.layer[SHARED_LAYERS:], lower(ids, mask), mask, target / UPPER, BITS)


def export_upper(layers: Any, states: Any, mask: Any, target: Path, bits: int) -> None:
    """Writes upper layers; `states` and `mask` are a sample of what they are given."""
    from bot.encoder.pooling import Upper

    _write(Upper(layers), {"states": states, "attention_mask": mask}, "embedding", target, bits)


def _loaded(folder: Path) -> tuple[Any, Any]:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as progress

    progress.disable_progress_bar()  # type: ignore[no-untyped-call]
    loaded = SentenceTransformer(str(folder), device="cpu")
    model = loaded[0].auto_model.eval()
    model.set_attn_implementation("eager")
    return loaded, model


def _sample(loaded: Any) -> tuple[Any, Any]:
    sample = loaded.tokenizer(["query: a", "query: a longer one"], padding=True, return_tensors="pt")
    return sample["input_ids"], sample["attention_mask"]


def _write(module: Any, inputs: dict[str, Any], output: str, target: Path, bits: int) -> None:
    import torch

    axes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            tuple(value.detach() for value in inputs.values()),
            str(target),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes={
                **dict.fromkeys(inputs, axes),
                output: axes if output == "states" else {0: "batch"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
    _quantise(target, bits)


def _quantise(path: Path, bits: int) -> None:
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
            bits=bits if operator == "MatMul" else BITS,
            **extra,
        )
        run = quantizer.MatMulNBitsQuantizer(model, algo_config=config)
        run.process()
        model = run.model.model
    onnx.save(model, str(path))
