"""What is taken from a trainee, and in which form."""

from __future__ import annotations

import re

from bot.service.gathering import LONGEST
from bot.service.news import Refusal
from bot.service.progress import Progress

MOST_WAITING = 50
"""Messages that may wait for the bot at once."""
LONGEST_SUBJECT = 200
"""Characters of a letter's subject; what is longer is cut."""


_NOTHING_TO_SEE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff]*"
)
"""White space, controls, and what Unicode shows as nothing; bot/web/element/empty.js says the same."""


def clean(text: str) -> str:
    """The text without what no database takes (NUL, halves of surrogate pairs) and outer white space.

    Empty where it shows nothing to a reader.
    """
    whole = text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").strip()
    return "" if _NOTHING_TO_SEE.fullmatch(whole) else whole


def one_line(subject: str) -> str:
    """A letter's subject as it is kept: cleaned, in one line, of LONGEST_SUBJECT characters at most."""
    return " ".join(clean(subject).split())[:LONGEST_SUBJECT].strip()


def refusal(text: str, progress: Progress) -> Refusal | None:
    """Why a cleaned text is not taken now; None where it is."""
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if progress.attempt.status != "open" or progress.attempt.ending:
        return "closed"
    return "too_many" if len(progress.waiting) >= MOST_WAITING else None
