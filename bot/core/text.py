"""Text from outside, made safe to handle."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def whole(text: str) -> str:
    """`text` with each half of a character pair that stands alone replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read_json(text: bytes | str) -> Any:
    """JSON as the standard has it; raises ValueError also for NaN and Infinity, RecursionError if too deep.

    Every string in it is `whole`.
    """
    return _whole(json.loads(text, parse_constant=_refuse))


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _whole(data: Any) -> Any:
    if isinstance(data, str):
        return whole(data)
    if isinstance(data, list):
        return [_whole(item) for item in data]
    if isinstance(data, dict):
        return {whole(key): _whole(value) for key, value in data.items()}
    return data
