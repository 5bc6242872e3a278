"""Fits a stored state to a scenario that has changed since: the talk goes on with the scenario as it is."""

from __future__ import annotations

from dataclasses import replace

from bot.buyer.scenario import NeedUse, Scenario
from bot.buyer.state import BuyerState, NeedState, TrapState


def resumed(scenario: Scenario, state: BuyerState) -> BuyerState:
    """The state with the needs and traps that the scenario has now.

    One that is gone is forgotten, as if it had never been spoken of. One that is new is still to be brought
    up, even if the buyer was about to leave. What stands is kept.
    """
    needs = {use.id: _need(use, state.needs.get(use.id)) for use in scenario.needs}
    traps = {use.id: state.traps.get(use.id, TrapState()) for use in scenario.traps}
    if needs == state.needs and traps == state.traps:
        return state
    new = bool((needs.keys() | traps.keys()) - (state.needs.keys() | state.traps.keys()))
    return replace(
        state,
        needs=needs,
        traps=traps,
        focus=tuple(id for id in state.focus if id in needs or id in traps),
        closing=state.closing and not new,
    )


def _need(use: NeedUse, known: NeedState | None) -> NeedState:
    """The need's state; one that is negotiated only now begins with its first demand."""
    demand = use.bargain.ask if use.bargain else 0.0
    if known is None:
        return NeedState(demand=demand)
    return replace(known, demand=known.demand or demand) if use.bargain else known
