"""What is taken from a trainee, and in which form."""

from __future__ import annotations

from bot.service.gathering import LONGEST
from bot.service.news import Refusal
from bot.service.progress import Progress

MOST_WAITING = 50
"""Messages that may wait for the bot at once."""


def clean(text: str) -> str:
    """The text without what no database takes (NUL, halves of surrogate pairs) and outer white space."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").strip()


def refusal(text: str, progress: Progress) -> Refusal | None:
    """Why a cleaned text is not taken now; None where it is."""
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if progress.attempt.status != "open" or progress.attempt.ending:
        return "closed"
    return "too_many" if len(progress.waiting) >= MOST_WAITING else None
