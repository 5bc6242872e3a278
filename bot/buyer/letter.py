"""A turn as a letter: subject, salutation, a paragraph for each point, and the close with the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.buyer.lines import Fit, pick, wordings
from bot.buyer.said import Said, Values, Voice, joined, no_values
from bot.buyer.scenario import Line
from bot.buyer.state import BuyerState

REPLY = {"de": "AW: ", "en": "Re: ", "ru": "Re: ", "es": "RE: "}
"""What stands before the subject of an answer."""
BLANK_LINE = "\n\n"

_NAME = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’-]+"
_SIGNED = re.compile(
    r"(?:regards|wishes|sincerely|gr(?:uß|üße|üßen)|уважением|пожеланиями|saludos?|atentamente)[,!]?\s+"
    rf"(?P<name>{_NAME}(?: {_NAME})?)(?:,.{{0,60}})?[.\s]*\Z",
    re.IGNORECASE,
)


def signature(text: str) -> str:
    """The name under a letter's close; empty where none stands there."""
    match = _SIGNED.search(text)
    name = match["name"] if match else ""
    return name if name.istitle() else ""


def letter(voice: Voice, state: BuyerState, paragraphs: Sequence[Said]) -> tuple[Said, str]:
    """The letter and its subject, which is the same in every letter of a talk."""
    whole = joined(
        (*_salutation(voice, state), *paragraphs, _close(voice, state, len(paragraphs))),
        BLANK_LINE,
        BLANK_LINE,
    )
    language = voice.casting.language
    subject = _said(voice, voice.scenario.subject[language], "subject").text
    return whole, subject if state.turn == 0 else REPLY[language] + subject


def _salutation(voice: Voice, state: BuyerState) -> list[Said]:
    """In full in the first letter; in the first answer the agent's name, if known and nobody is furious."""
    if state.turn == 0:
        return [_talk(voice, state, "letter_greeting")]
    if state.turn > 1 or not state.agent or state.band == "angry":
        return []
    return [_talk(voice, state, "letter_again", lambda _language: {"agent": state.agent})]


def _close(voice: Voice, state: BuyerState, points: int) -> Said:
    """In full under the first letter and under several points; else, and in the end, the name alone."""
    if state.turn and (points == 1 or not state.focus):
        name = voice.casting.variant.buyer.name
        return Said(name, name)
    return _talk(voice, state, "letter_close")


def _talk(voice: Voice, state: BuyerState, slot: str, values: Values = no_values) -> Said:
    lines = voice.scenario.talk[slot].lines
    return _said(voice, wordings(lines, voice.casting.language, slot, state.band)[0], slot, values)


def _said(voice: Voice, lines: Sequence[Line], slot: str, values: Values = no_values) -> Said:
    fit = Fit(voice.casting.variant.country, voice.holds, level=voice.casting.cefr)
    line = pick(lines, f"{voice.casting.seed}/{slot}", (), fit)
    assert line is not None, f"the check leaves no list of {slot} empty in a country"
    return voice.say(line, values)
