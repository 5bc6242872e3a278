"""What an agent's message means to this buyer: signals to the needs, traps and facts of the scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.buyer.scenario import Fact, NeedUse, Scenario, Trap, TrapUse, Unit
from bot.buyer.state import BuyerState
from bot.core.heard import Finding, Heard, HeardAct

BARE = frozenset({"agree", "decline_request", "decline_discount", "acknowledge"})
"""Acts that say what they mean only together with what the buyer said last."""

DELIVERY = frozenset({"inform_shipping_time", "violate_false_promise"})
"""Acts whose dates say when the goods come."""


@dataclass(frozen=True)
class Signal:
    """Something that an agenda item or a fact got to hear. `what` names a row of the tables."""

    what: str
    item: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Hearing:
    """What every need and trap of the scenario got to hear, in the scenario's order."""

    needs: tuple[tuple[NeedUse, Signal], ...]
    traps: tuple[tuple[TrapUse, Signal], ...]

    @property
    def taken(self) -> frozenset[str]:
        """The acts that some need or trap takes up."""
        return frozenset(act for _, signal in (*self.needs, *self.traps) for act in signal.because)


def hear(scenario: Scenario, state: BuyerState, heard: Heard) -> Hearing:
    """Gives each act to what was asked; what is left over tells what nobody asked for as yet."""
    traps = [(use, trap_signal(use.trap, state, heard)) for use in scenario.traps]
    raised = [use for use in scenario.needs if state.needs[use.need.id].status in ("asked", "misled")]
    needs = {use.need.id: need_signal(use, state, heard) for use in raised}
    found = [signal for signal in (*needs.values(), *(signal for _, signal in traps)) if signal]
    left = frozenset(heard.act_ids).difference(*(signal.because for signal in found)) - BARE
    for use in scenario.needs:
        status = state.needs[use.need.id].status
        if status == "dropped":
            needs[use.need.id] = _made_good(use, left)
        elif status == "open":
            needs[use.need.id] = _signal("told", use, left & use.need.told_by)
    return Hearing(
        tuple((use, signal) for use in scenario.needs if (signal := needs.get(use.need.id))),
        tuple((use, signal) for use, signal in traps if signal),
    )


def _made_good(use: NeedUse, left: frozenset[str]) -> Signal | None:
    """What a need that was given up gets to hear after all."""
    offered = left & use.need.offered_by if use.bargain else frozenset()
    return _signal("met", use, left & use.need.met_by) or _signal("offered", use, offered)


def _signal(what: str, use: NeedUse, acts: frozenset[str]) -> Signal | None:
    return Signal(what, use.need.id, tuple(sorted(acts))) if acts else None


def need_signal(use: NeedUse, state: BuyerState, heard: Heard) -> Signal | None:
    """What a raised need got to hear: misled by its own act, else met, offered, refused, misled, eased."""
    need = use.need
    acts = [a for a in heard.act_ids if a not in BARE or need.id in state.focus]
    ranked = (
        ("misled", [a for a in acts if a in need.misled_by and a not in BARE]),
        ("met", [a for a in acts if a in need.met_by and a not in BARE]),
        ("offered", [a for a in acts if a in need.offered_by and use.bargain]),
        ("refused", [a for a in acts if a in need.refused_by]),
        ("met", [a for a in acts if a in need.met_by]),
        ("misled", [a for a in acts if a in need.misled_by]),
    )
    heard_as = next((Signal(what, need.id, tuple(found)) for what, found in ranked if found), None)
    if heard_as is None and use.bargain and need.id in state.focus and names_an_offer(heard, need.unit):
        return Signal("offered", need.id, ())
    eased = tuple(a for a in acts if a in need.eased_by)
    return heard_as or (Signal("eased", need.id, eased) if eased else None)


def trap_signal(trap: Trap, state: BuyerState, heard: Heard) -> Signal | None:
    """Whether the agent fell for a trap or declined it: breach before refusal, refusal before a bare yes."""
    status = state.traps[trap.id].status
    acts = [a for a in heard.act_ids if a not in BARE or trap.id in state.focus]
    ranked = (
        ("caught", [a for a in acts if a in trap.caught_by and a not in BARE]),
        ("declined", [a for a in acts if a in trap.declined_by and status != "open"]),
        ("caught", [a for a in acts if a in trap.caught_by]),
    )
    return next((Signal(what, trap.id, tuple(found)) for what, found in ranked if found), None)


def asked_facts(scenario: Scenario, heard: Heard) -> Iterator[tuple[Fact | None, str]]:
    """Each asking act with the fact it asks for; None where the buyer has no such fact."""
    for act in heard.act_ids:
        if scenario.groups.get(act) != "ask" or act in ("ask_confirmation", *_raising(scenario)):
            continue
        yield next((fact for fact in scenario.facts if act in fact.asked_by), None), act


def _raising(scenario: Scenario) -> Iterable[str]:
    return (act for use in scenario.needs for act in use.need.raised_by)


def acts_of(heard: Heard, ids: Iterable[str]) -> list[HeardAct]:
    """The acts of those ids, with their places."""
    return [act for act in heard.acts if act.act in set(ids)]


def names_an_offer(heard: Heard, unit: Unit) -> bool:
    """Whether the message names a per cent, or days: in answer to a demand that is an offer."""
    kind = "percent" if unit == "percent" else "duration"
    return any(finding.kind == kind for finding in heard.findings)


def names_a_time(heard: Heard) -> bool:
    """Whether the message names a date or a span of time."""
    return any(finding.kind in ("date", "duration") for finding in heard.findings)


def delivery_dates(heard: Heard, today: date) -> list[date]:
    """The days from today on that the message names for the arrival of the goods, in order."""
    spans = [(act.start, act.end) for act in acts_of(heard, DELIVERY)]
    named = (
        _day(finding, today)
        for finding in heard.findings
        if finding.kind == "date" and any(start <= finding.start < end for start, end in spans)
    )
    return sorted({day for day in named if day is not None and day >= today})


def _day(finding: Finding, today: date) -> date | None:
    """The named day; without a year, the one nearest to today."""
    value = finding.value
    if "day" not in value or "month" not in value:
        return None
    years = [value["year"]] if "year" in value else [today.year - 1, today.year, today.year + 1]
    found = []
    for year in years:
        try:
            found.append(date(year, value["month"], value["day"]))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - today).days), default=None)
