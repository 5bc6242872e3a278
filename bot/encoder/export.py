"""A sentence-transformers folder becomes ONNX: mean pooling and norm inside, weights in eight bits.

Products of matrices are taken in eight bits too, by a scale for each text: the runtime reads one text at a
time, so that a vector does not depend on what else is asked for. Word vectors keep the four bits in blocks of
32 that the public weights come in; two products that bear no eight bits stay as they are.
"""

from __future__ import annotations

import logging
import warnings
from copy import deepcopy
from pathlib import Path
from typing import Any

OPSET = 17
BITS_OF_BLOCKS = 4
BLOCK = 32
SMALL = [f"/model/embeddings/{table}_embeddings/Gather" for table in ("position", "token_type")]
"""Tables that are faster as they stand, and small."""
OUTLIERS = (4, 5)
"""Layers of the built-in encoder whose states hold single huge numbers, which eight bits would flatten.

With the last product of these as it stands, the cosine to the published vectors is .998 in place of .993.
"""


def export(folder: Path, target: Path) -> None:
    """Exports the model in `folder`, built in or foreign, to the file `target`. Needs torch."""
    from sentence_transformers import SentenceTransformer

    loaded = SentenceTransformer(str(folder), device="cpu")
    write(loaded[0].auto_model, loaded.tokenizer, target)


def write(model: Any, tokenizer: Any, target: Path) -> None:
    """Exports a loaded model, with mean pooling and norm inside, to the file `target`."""
    import torch

    from bot.encoder import operators
    from bot.encoder.pooling import Pooled

    model = deepcopy(model).eval().requires_grad_(False)
    model.set_attn_implementation("eager")
    operators.fuse(model)
    sample = tokenizer(["query: a text"], return_tensors="pt")["input_ids"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled(model),
            (sample,),
            str(target),
            input_names=["input_ids"],
            output_names=["embedding"],
            dynamic_axes={"input_ids": {1: "tokens"}},
            opset_version=OPSET,
            custom_opsets={operators.DOMAIN: operators.VERSION},
            dynamo=False,
        )
    _in_blocks(target)
    _quantise(target)


def _in_blocks(path: Path) -> None:
    """Writes the word vectors in blocks of four bits."""
    import onnx
    from onnxruntime.quantization import matmul_nbits_quantizer as quantizer

    logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer").setLevel(logging.ERROR)
    config = quantizer.DefaultWeightOnlyQuantConfig(
        block_size=BLOCK,
        is_symmetric=True,
        op_types_to_quantize=("Gather",),
        quant_axes=(("Gather", 1),),
        bits=BITS_OF_BLOCKS,
    )
    run = quantizer.MatMulNBitsQuantizer(onnx.load(str(path)), nodes_to_exclude=SMALL, algo_config=config)
    run.process()
    onnx.save(run.model.model, str(path))


def _quantise(path: Path) -> None:
    """Unsigned, as signed weights overflow on processors that have no instructions for them."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.disable(logging.WARNING)  # it asks for a preparation that these graphs do not need
    try:
        quantize_dynamic(
            str(path),
            str(path),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QUInt8,
            nodes_to_exclude=[f"/model/encoder/layer.{layer}/output/dense/MatMul" for layer in OUTLIERS],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    finally:
        logging.disable(logging.NOTSET)
