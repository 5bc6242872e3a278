"""Talks with the shipped buyer for tests: what is heard is told directly, so no model is needed."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Scenario
from bot.content.scenarios import load_scenarios
from bot.core.heard import Heard, HeardAct
from bot.core.words import Language
from bot.understanding.findings import findings

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 26)


@cache
def late_parcel() -> Scenario:
    """The first scenario, as shipped."""
    return load_scenarios(ROOT).scenarios["late-parcel"]


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
    words = text or f"Nachricht {step.state.turn}: {' '.join(acts)}, wie besprochen."
    return engine.step(late_parcel(), step.state, heard(*acts, text=words), waited)
