"""How Russian forms words: е for ё, and prefixes of number, measure and trade before any word."""

from __future__ import annotations

import re
from collections.abc import Callable

Has = Callable[[str], bool]

SHORTEST = 4
_PREFIX = re.compile(
    "(?:пол|полу|одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|много|пере|пред|недо|анти|авто|видео|мега|микро|мини"
    f"|мульти|радио|супер|турбо|ультра|фото|экспресс|электро|интернет|онлайн|спец)(?=.{{{SHORTEST}}})"
)


def known(word: str, has: Has) -> bool:
    """Whether `word` (in small letters) is a word, or one after a prefix; `has` knows words with е for ё."""
    plain = word.replace("ё", "е")
    prefix = _PREFIX.match(plain)
    return has(plain) or (prefix is not None and has(plain[prefix.end() :]))
