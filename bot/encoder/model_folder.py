"""Writes the weights as a sentence-transformers folder, which any tool of that family can load."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.encoder.source_weights import Floats, SourceWeights
from bot.encoder.vocabulary import SPACE

_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def write(source: SourceWeights, keep: NDArray[np.int64], folder: Path) -> None:
    """Writes model, tokenizer and configuration of the pruned model into `folder`."""
    for part in ("1_Pooling", "2_Normalize"):
        (folder / part).mkdir(parents=True)
    _write_safetensors(_state(source, keep), folder / "model.safetensors")
    files = {
        "tokenizer.json": _tokenizer(source, keep),
        "config.json": _config(source, len(keep)),
        "tokenizer_config.json": _tokenizer_config(source),
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for i, (path, kind) in enumerate(
                [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
            )
        ],
        "sentence_bert_config.json": {"max_seq_length": source.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": source.hidden,
            "pooling_mode_mean_tokens": True,
        },
    }
    for name, data in files.items():
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _state(source: SourceWeights, keep: NDArray[np.int64]) -> dict[str, Floats]:
    hidden = source.hidden
    state = {
        "embeddings.word_embeddings.weight": source.tensor("emb.word", hidden, keep),
        "embeddings.position_embeddings.weight": source.tensor("emb.pos", hidden),
        "embeddings.token_type_embeddings.weight": source.tensor("emb.type", hidden),
        "embeddings.LayerNorm.weight": source.tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": source.tensor("emb.ln.b"),
        # Never used with mean pooling; there so that no weight counts as newly initialised.
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    for layer in range(source.layers):
        for short, name in _TENSORS.items():
            columns = source.inner if short == "fo" else hidden
            place = f"encoder.layer.{layer}.{name}"
            state[f"{place}.weight"] = source.tensor(f"l{layer}.{short}.w", columns)
            state[f"{place}.bias"] = source.tensor(f"l{layer}.{short}.b")
        for short, name in _NORMS.items():
            place = f"encoder.layer.{layer}.{name}"
            state[f"{place}.weight"] = source.tensor(f"l{layer}.{short}.w")
            state[f"{place}.bias"] = source.tensor(f"l{layer}.{short}.b")
    return state


def _write_safetensors(state: dict[str, Floats], path: Path) -> None:
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    offset = 0
    for name, values in state.items():
        size = values.size * 4
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [offset, offset + size]}
        offset += size
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(head)) + head)
        for values in state.values():
            file.write(np.ascontiguousarray(values, "<f4").tobytes())


def _class(codes: set[int]) -> str:
    return "[" + "".join(f"\\x{{{code:x}}}" for code in sorted(codes)) + "]"


def _tokenizer(source: SourceWeights, keep: NDArray[np.int64]) -> dict[str, Any]:
    ids = [int(i) for i in keep if i < len(source.pieces)]
    new = {old: i for i, old in enumerate(ids)}
    removed = {code for code, text in source.normaliser.items() if text == ""} | {0}
    spaces = {code for code, text in source.normaliser.items() if text == " "}
    metaspace = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True}
    begin, end = ({"SpecialToken": {"id": source.pieces[i], "type_id": 0}} for i in (source.bos, source.eos))
    first, second = ({"Sequence": {"id": s, "type_id": 0}} for s in "AB")
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": new[i],
                "content": source.pieces[i],
                "single_word": False,
                "lstrip": i == source.mask,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for i in (source.bos, source.pad, source.eos, source.unknown, source.mask)
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Replace", "pattern": {"Regex": _class(removed)}, "content": ""},
                {"type": "Replace", "pattern": {"Regex": _class(spaces)}, "content": " "},
                # The model's own normaliser leaves the full-width tilde alone, NFKC would not.
                {"type": "Replace", "pattern": {"String": "\uff5e"}, "content": "\ue0ff"},
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"String": "\ue0ff"}, "content": "\uff5e"},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
            ],
        },
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [begin, first, end],
            "pair": [begin, first, end, end, second, end],
            "special_tokens": {
                source.pieces[i]: {"id": source.pieces[i], "ids": [new[i]], "tokens": [source.pieces[i]]}
                for i in (source.bos, source.eos)
            },
        },
        "decoder": metaspace,
        "model": {
            "type": "Unigram",
            "unk_id": new[source.unknown],
            "vocab": [[source.pieces[i], source.scores[i]] for i in ids],
            "byte_fallback": False,
        },
    }


def _config(source: SourceWeights, vocabulary: int) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "vocab_size": vocabulary,
        "hidden_size": source.hidden,
        "num_hidden_layers": source.layers,
        "num_attention_heads": source.heads,
        "intermediate_size": source.inner,
        "max_position_embeddings": source.positions,
        "type_vocab_size": source.types,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": source.pad,
        "dtype": "float32",
    }


def _tokenizer_config(source: SourceWeights) -> dict[str, Any]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": source.positions,
        "bos_token": "<s>",
        "cls_token": "<s>",
        "eos_token": "</s>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "unk_token": "<unk>",
        "mask_token": "<mask>",
        "model_input_names": ["input_ids", "attention_mask"],
        "clean_up_tokenization_spaces": False,
    }
