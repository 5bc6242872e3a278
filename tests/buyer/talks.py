"""Talks with the shipped buyer for tests: what is heard is told directly, so no model is needed."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Lines, Scenario
from bot.core.heard import Heard, HeardAct
from bot.core.words import Language
from bot.understanding.findings import findings
from tests.shipped import scenarios as shipped

ROOT = Path(__file__).resolve().parents[2]
IN_TIME = {"en": ", in time", "de": ", rechtzeitig", "ru": ", вовремя", "es": ", a tiempo"}
DAY = date(2026, 11, 26)


def in_time(language: Language, acts: Collection[str]) -> str:
    """The words that make a false promise one about the delivery."""
    return IN_TIME[language] if "violate_false_promise" in acts else ""


def late_parcel() -> Scenario:
    """The first scenario, as shipped."""
    return shipped()["late-parcel"]


def begin(language: Language = "de", seed: int = 1) -> Step:
    """The buyer's opening."""
    scenario = late_parcel()
    return engine.begin(scenario, Casting(language, scenario.variant(language), seed, DAY))


def heard(*acts: str, text: str = "Das habe ich soeben für Sie geprüft.", language: str = "de") -> Heard:
    """A message that does these acts, each over its whole text."""
    spans = tuple(HeardAct(act, 0.9, 0, len(text)) for act in acts)
    return Heard(text, language, 0.99, spans, findings(text))


def say(step: Step, *acts: str, text: str | None = None, waited: float = 20.0) -> Step:
    """The buyer's answer to these acts; without a text every message reads otherwise."""
    words = text or f"Nachricht {step.state.turn}: {' '.join(acts)}, wie besprochen{in_time('de', acts)}."
    return engine.step(late_parcel(), step.state, heard(*acts, text=words), waited)


class Played:
    """A talk with any shipped scenario, acts told directly; `step` is the buyer's last turn."""

    def __init__(self, scenario: str, language: Language = "en", seed: int = 1) -> None:
        self.scenario = shipped()[scenario]
        casting = Casting(language, self.scenario.variant(language), seed, DAY)
        self.step = engine.begin(self.scenario, casting)

    def say(self, *acts: str, text: str | None = None) -> Step:
        """The buyer's answer to these acts, each over the whole text."""
        state = self.step.state
        words = text or f"Message {state.turn}: {' '.join(acts)}{in_time(state.language, acts)}."
        return self.hear(heard(*acts, text=words, language=state.language))

    def say_clauses(self, *clauses: tuple[str, str]) -> Step:
        """The buyer's answer to clauses, each an act and its words."""
        text, acts = "", []
        for act, words in clauses:
            acts.append(HeardAct(act, 0.9, len(text), len(text) + len(words)))
            text += f"{words} "
        return self.hear(Heard(text, self.step.state.language, 0.99, tuple(acts), findings(text)))

    def hear(self, message: Heard, waited: float = 20.0) -> Step:
        """The buyer's answer to a message."""
        self.step = engine.step(self.scenario, self.step.state, message, waited)
        return self.step

    def status(self, item: str) -> str:
        """Where a need or trap stands."""
        state = self.step.state
        return (state.needs.get(item) or state.traps[item]).status

    def reacts(self, occasion: str) -> bool:
        """Whether the last turn says a line of the talk for this occasion."""
        lines = self.scenario.talk[occasion].lines
        return self._heard_in(lines, occasion)

    def says(self, item: str, slot: str) -> bool:
        """Whether the last turn says a line of this need or trap."""
        known = {use.id: use.lines for use in self.scenario.needs}
        known |= {use.id: use.lines for use in self.scenario.traps}
        return self._heard_in(known[item], slot)

    @property
    def thanks(self) -> bool:
        """Whether the last turn gives thanks for an answer or for help."""
        return self.reacts("thanks_for_answer") or self.reacts("thanks_for_help")

    def _heard_in(self, lines: Lines, slot: str) -> bool:
        bands = lines[self.step.state.language].get(slot, {})
        return any(fixed(line.text) in self.step.text for band in bands.values() for line in band)


def fixed(text: str) -> str:
    """The longest part of a line without places."""
    return max(re.split(r"\{[^{}]*\}", text), key=len)
