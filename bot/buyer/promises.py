"""Promises to be back by a time: kept, or broken."""

from __future__ import annotations

from bot.buyer.draft import Draft
from bot.buyer.named import acts_of
from bot.buyer.state import BuyerState
from bot.core import offers
from bot.core.days import longest_span
from bot.core.heard import Heard

PROMISING = ("promise_follow_up", "ask_patience", "escalate")
"""Acts by which an agent says that it will be back."""


def notice_promise(draft: Draft, before: BuyerState, heard: Heard, waited: float) -> None:
    """Holds the agent to the time it named last, and remembers the one that it names now."""
    if before.due is not None:
        about = f"({waited:.0f} s of {before.due:.0f} s)"
        if waited > before.due:
            draft.happens("promise_broken", about, talk=draft.silent)
        else:
            draft.happens("promise_kept", about)
    draft.change(due=_due(heard))


def overdue(state: BuyerState, waited: float) -> bool:
    """Whether the time that the agent named is over."""
    return state.due is not None and waited > state.due


def _due(heard: Heard) -> float | None:
    promised = acts_of(heard, PROMISING)
    return longest_span(offers.findings_in(heard, promised)) if promised else None
