"""Characters that show nothing: inside a word they would hide it from whoever looks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HIDDEN = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    r"|\u200d(?![\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])"  # joins pictures into one
)


@dataclass(frozen=True)
class Shown:
    """What a reader sees of a text. `places` says where in the text each character of it stands."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of what stands between `start` and `end`, which are not the same."""
        return self.places[start], self.places[end - 1] + 1


def shown(text: str) -> Shown:
    """`text` without zero-width characters, soft hyphens and marks of direction."""
    if not _HIDDEN.search(text):
        return Shown(text, range(len(text)))
    hidden = {match.start() for match in _HIDDEN.finditer(text)}
    places = [place for place in range(len(text)) if place not in hidden]
    return Shown("".join(text[place] for place in places), places)
