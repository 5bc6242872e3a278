"""What a statement is about, by its words: an answer on the size is none on the material."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONG = 5
"""Letters from which a word is looked for within others too: German writes many as one."""


@dataclass(frozen=True)
class Naming:
    """Words that name a matter: `anywhere` in folded text, or where a word of it `begins`."""

    anywhere: tuple[str, ...]
    begins: re.Pattern[str]

    def found_in(self, plain: str) -> bool:
        """Whether folded text holds one of them, or what begins with it."""
        return any(word in plain for word in self.anywhere) or self.begins.search(plain) is not None


Matters = Mapping[str, Mapping[str, Naming]]
"""Matter and language to the words that name it."""


def naming(words: Iterable[str]) -> Naming:
    """What finds these words, or what begins with them."""
    plain = [folded(word) for word in words]
    short = "|".join(re.escape(word) for word in plain if len(word) < LONG)
    begins = re.compile(rf"(?<![^\W\d])(?:{short})" if short else r"(?!)")
    return Naming(tuple(word for word in plain if len(word) >= LONG), begins)


def matters_named(text: str, language: str, matters: Matters) -> frozenset[str]:
    """The matters that a text in this language names."""
    plain = folded(text)
    return frozenset(matter for matter, words in matters.items() if words[language].found_in(plain))


def folded(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
