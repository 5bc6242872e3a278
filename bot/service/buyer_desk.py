"""The buyer behind one address: JSON of a turn in, JSON of the buyer's answer out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Scenario
from bot.buyer.state import BuyerState
from bot.core.errors import BadRequest, NotFound
from bot.core.heard import Heard, JsonDict
from bot.core.words import as_cefr, as_language, is_language


def answer(
    scenarios: Mapping[str, Scenario], event: str, heard: Heard, metadata: Mapping[str, Any]
) -> JsonDict:
    """The buyer's turn after `event` (begin, silence, or any other: the agent said what was `heard`).

    Raises NotFound for an unknown scenario and BadRequest where `metadata` lacks what the turn needs.
    """
    name = str(metadata.get("scenario"))
    scenario = scenarios.get(name)
    if scenario is None:
        raise NotFound(f"there is no scenario {name}")
    try:
        return spoken(_step(scenario, event, heard, metadata))
    except (KeyError, TypeError, ValueError) as error:
        raise BadRequest(f"the turn's metadata cannot be used: {error!r}") from error


def terminal(
    scenario: Scenario, heard: Heard, state: Mapping[str, Any] | None, today: date, language: str
) -> Step:
    """A turn of a talk in a terminal: begun in the language of the first message, else in `language`."""
    if state and not state.get("ended"):
        return engine.step(scenario, BuyerState.from_json(state), heard, 0.0)
    chosen = as_language(str(heard.language) if is_language(heard.language) else language)
    return engine.begin(scenario, Casting(chosen, scenario.variant(chosen), 0, today))


def spoken(step: Step) -> JsonDict:
    """A step as web stores it."""
    return {
        "kind": "buyer_turn",
        "text": step.text,
        "subject": step.subject,
        "gloss": step.gloss,
        "moves": [move.to_json() for move in step.moves],
        "state": step.state.to_json(),
        "mood": step.state.mood,
        "ended": step.ended,
    }


def _step(scenario: Scenario, event: str, heard: Heard, metadata: Mapping[str, Any]) -> Step:
    if event == "begin":
        return engine.begin(scenario, _casting(scenario, metadata))
    state, waited = BuyerState.from_json(metadata["state"]), float(metadata["waited"])
    if event == "silence":
        return engine.silence(scenario, state, waited)
    return engine.step(scenario, state, heard, waited)


def _casting(scenario: Scenario, metadata: Mapping[str, Any]) -> Casting:
    language, seed = as_language(metadata["language"]), int(metadata["seed"])
    place = (metadata.get("platform"), metadata.get("country"))
    variant = scenario.nearest(language, *place, seed, metadata.get("buyer", ""))
    cefr = as_cefr(metadata.get("cefr"))
    return Casting(language, variant, seed, date.fromisoformat(metadata["date"]), cefr)
