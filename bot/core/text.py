"""Text from outside, made safe to handle and to compare."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, NoReturn
from zlib import crc32

NAMED = 20
"""Digits of a number that are named where it cannot be read."""

COPIED = 25
"""Characters from which a `folded` text sent twice counts as copied; shorter ones repeat by nature."""


def whole(text: str) -> str:
    """`text` with each half of a character pair that stands alone replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def checksum(text: str) -> int:
    """A number of 32 bits that mixes texts well and is the same everywhere, also for half a pair."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def one_line(text: str) -> str:
    """`text` with a blank for each character that would break its line, steer a terminal or turn letters."""
    return "".join(char if char.isprintable() else " " for char in text)


def folded(text: str) -> str:
    """`text` but for what two copies of it may differ in: capitals, and how many blanks."""
    return " ".join(text.lower().split())


def read_json(text: bytes | str) -> Any:
    """JSON as the standard has it; raises ValueError also for NaN and for numbers that no float holds.

    Raises RecursionError if it is too deep. Every string in it is `whole`.
    """
    return _whole(json.loads(text, parse_constant=_refuse, parse_float=_float, parse_int=_int))


def _float(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _refuse(digits)


def _int(digits: str) -> int:
    _float(digits)
    return int(digits)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name[:NAMED]} is no number that can be read")


def _whole(data: Any) -> Any:
    if isinstance(data, str):
        return whole(data)
    if isinstance(data, list):
        return [_whole(item) for item in data]
    if isinstance(data, dict):
        return {whole(key): _whole(value) for key, value in data.items()}
    return data
