"""A turn as a letter: subject, salutation, a paragraph for each point, and the close with the name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buyer.lines import pick, wordings
from bot.buyer.said import Said, Voice, joined
from bot.buyer.scenario import Line
from bot.buyer.state import BuyerState

REPLY = {"de": "AW: ", "en": "Re: ", "ru": "Re: ", "es": "RE: "}
"""What stands before the subject of an answer."""
BLANK_LINE = "\n\n"


def letter(voice: Voice, state: BuyerState, paragraphs: Sequence[Said]) -> tuple[Said, str]:
    """The letter and its subject; salutation, close and subject are the same in every letter of a talk."""
    greeting, close = (_talk(voice, state, slot) for slot in ("letter_greeting", "letter_close"))
    whole = joined((greeting, *paragraphs, close), BLANK_LINE, BLANK_LINE)
    language = voice.casting.language
    subject = _said(voice, voice.scenario.subject[language], "subject").text
    return whole, subject if state.turn == 0 else REPLY[language] + subject


def _talk(voice: Voice, state: BuyerState, slot: str) -> Said:
    lines = voice.scenario.talk[slot].lines
    return _said(voice, wordings(lines, voice.casting.language, slot, state.band)[0], slot)


def _said(voice: Voice, lines: Sequence[Line], slot: str) -> Said:
    line = pick(lines, f"{voice.casting.seed}/{slot}", (), voice.casting.variant.country)
    assert line is not None, f"the check leaves no list of {slot} empty in a country"
    return voice.say(line)
