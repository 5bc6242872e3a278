"""A talk goes on though its scenario has changed in the middle of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.resume import resumed
from bot.buyer.scenario import Scenario
from bot.buyer.state import BuyerState
from bot.core.errors import BadRequest
from tests.buyer.talks import begin, heard, late_parcel, say


def go_on(scenario: Scenario, step: Step, *acts: str) -> Step:
    """The next turn with the changed scenario, the state read as it is stored."""
    state = BuyerState.from_json(step.state.to_json())
    return engine.step(scenario, state, heard(*acts, text=f"Nachricht {step.state.turn}."), 20.0)


def without(*ids: str) -> Scenario:
    """The shipped scenario without these needs and traps."""
    known = late_parcel()
    needs = tuple(use for use in known.needs if use.id not in ids)
    traps = tuple(use for use in known.traps if use.id not in ids)
    return replace(known, needs=needs, traps=traps)


def test_a_scenario_that_did_not_change_changes_nothing() -> None:
    state = say(begin(), "inform_tracking").state
    assert resumed(late_parcel(), state) is state


def test_a_need_that_is_gone_is_forgotten_and_the_next_is_brought_up() -> None:
    step = go_on(without("where-is-parcel", "other-channel"), begin(), "greet")
    assert set(step.state.needs) == {"arrives-by-date", "compensation"}
    assert step.state.traps == {}
    assert step.state.needs["arrives-by-date"].status == "asked"
    assert step.state.focus == ("arrives-by-date",)


def test_a_talk_in_which_all_that_is_left_is_met_ends_well() -> None:
    step = say(begin(), "greet", "inform_tracking")
    less = without("arrives-by-date", "compensation", "other-channel")
    step = go_on(less, step, "apologise")
    assert step.state.closing
    assert go_on(less, step, "farewell").ended == "satisfied"


def test_a_need_that_is_new_is_brought_up_even_at_the_close() -> None:
    less = without("compensation", "other-channel", "arrives-by-date")
    step = go_on(less, begin(), "greet", "inform_tracking")
    assert step.state.closing
    step = go_on(without("other-channel", "arrives-by-date"), step, "acknowledge")
    assert step.ended is None
    assert step.state.needs["compensation"].status == "asked"
    assert step.state.needs["compensation"].demand == 25


def test_a_need_that_is_negotiated_only_now_begins_with_its_demand() -> None:
    state = begin().state
    before = {**state.needs, "compensation": replace(state.needs["compensation"], demand=0.0)}
    assert resumed(late_parcel(), replace(state, needs=before)).needs["compensation"].demand == 25


def test_a_buyer_who_is_gone_is_followed_by_another_of_the_same_language() -> None:
    known = late_parcel()
    moved = replace(known, variants={"de": known.variants["de"][1:]})
    step = go_on(moved, begin(), "inform_tracking")
    assert engine.casting_of(moved, step.state).variant.country == "AT"
    with pytest.raises(BadRequest, match="not in de"):
        go_on(replace(known, variants={"en": known.variants["en"]}), begin(), "greet")
