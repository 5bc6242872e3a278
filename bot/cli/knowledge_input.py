"""Many questions on standard input: one JSON object a line, one answer a line, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.errors import BadRequest
from bot.core.heard import JsonDict
from bot.core.text import read_json
from bot.retrieval.knowledge_base import KnowledgeBase
from bot.retrieval.query import KEYS, Query


def answers(
    lines: Iterable[bytes], given: Mapping[str, Any], k: int, base: KnowledgeBase
) -> Iterator[JsonDict]:
    """The answer to each line; what a line leaves open is taken from `given`.

    A line that cannot be read gives `line` (from 1) and `error` instead. Keys that are not known are
    ignored, with one warning on standard error.
    """
    unknown: set[str] = set()
    for number, line in enumerate(lines, 1):
        try:
            data = _object(line)
            if new := set(data) - set(KEYS) - unknown:
                unknown |= new
                print(f"silkdesk: line {number}: ignored {', '.join(sorted(new))}", file=sys.stderr)
            yield base.search(Query.parse({**given, **_given(data)}, k))
        except BadRequest as error:
            yield {"line": number, "error": str(error)}


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = read_json(line)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"not valid JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadRequest("not a JSON object")
    return data


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}
