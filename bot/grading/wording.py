"""Which sentence is offered for a broken check, where another fits the case better than the check's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.grading.parcel import is_overdue
from bot.grading.rubric import CheckSpec
from bot.grading.talk import Talk

Name = tuple[str, str]
"""Topic and phrase id."""


def sentence(talk: Talk, spec: CheckSpec) -> Name:
    """The phrase to say instead: by what the buyer wanted, else the one that fits every case."""
    fits, name = FITTER.get(spec.id, (_never, ("", "")))
    return name if fits(talk) else (spec.phrase_topic or spec.topic, spec.phrase)


def _never(_talk: Talk) -> bool:
    return False


def _asked_for_photo(talk: Talk) -> bool:
    """Whether of what was asked for again only a photo can be meant."""
    asked = {act for said in talk.agent for act in said.heard.act_ids}
    return "ask_evidence" in asked and "ask_order_number" not in asked


def _about_guarantee(talk: Talk) -> bool:
    told = {act for said in talk.agent for act in said.heard.act_ids}
    return "inform_warranty" in told and "inform_withdrawal_right" not in told


FITTER: Mapping[str, tuple[Callable[[Talk], bool], Name]] = {
    "remedy_offered": (is_overdue, ("parcel-delayed", "search-started")),
    "known_facts_not_asked": (_asked_for_photo, ("complaint-steps", "understood")),
    "rules_stated_right": (_about_guarantee, ("compensation-authority", "your-right")),
}
"""Check to the case in which another sentence fits, and that sentence."""
