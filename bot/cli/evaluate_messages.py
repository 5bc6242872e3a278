"""`silkdesk evaluate --messages`: how well messages of one's own shop are understood."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cli.figures import row
from bot.cli.source import opened
from bot.core.errors import BadRequest
from bot.core.heard import JsonDict


def messages(source: str) -> JsonDict:
    """By language, what is found, right and accused. Raises BadRequest for a line that cannot be read."""
    from bot import bootstrap
    from bot.content.messages import read_messages
    from bot.understanding.outside import measure_outside

    with opened(source) as lines:
        read = list(read_messages(lines, source))
    if not read:
        raise BadRequest(f"{source}: holds no message")
    return measure_outside(bootstrap.understander().hear_many, read)


def lines(found: JsonDict) -> Iterator[str]:
    """The figures as a table by language."""
    yield row("messages", found, 20)
    for name in ("messages", "found", "right", "accused", "accused_own_shop"):
        yield row(f"  {name}", (figures[name] for figures in found.values()), 20)
