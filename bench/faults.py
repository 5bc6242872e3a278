"""What no buyer does, whatever is said to it: say a sentence twice, or speak another language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.words import Language
from bot.understanding.language import detect

LONG, WORDS = 25, 4
"""Letters of a sentence that nobody says twice, and words of a turn that tells its language."""

NAME_BELOW = re.compile(r"\n\n\w+(?:[ .]+\w+){0,3}[ .]*\Z")
"""The name that signs a letter: up to four words in a paragraph of their own, at the end."""


def repeated(turns: Sequence[str]) -> list[str]:
    """Long sentences that are said more than once in these turns of a chat."""
    said = Counter(s for turn in turns for s in re.split(r"(?<=[.!?…]) |\n+", turn) if len(s) > LONG)
    return [sentence for sentence, times in said.items() if times > 1]


def foreign(turns: Sequence[str], language: Language) -> list[str]:
    """Turns of another language; the name below a letter is of none."""
    said = [(turn, NAME_BELOW.sub("", turn)) for turn in turns]
    long = [(turn, words) for turn, words in said if len(words.split()) >= WORDS]
    return [turn for turn, words in long if detect(words)[0] not in (language, None)]
