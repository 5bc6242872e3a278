"""What the buyer brings up next: presses what was ignored, or raises the next need or trap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from bot.buyer.draft import Draft
from bot.buyer.negotiation import demand_of, give_up
from bot.buyer.scenario import NeedUse, Scenario, TrapUse
from bot.buyer.table import PRESSES, RAISED
from bot.core.transcript import Move

Item = NeedUse | TrapUse

DEMANDING = frozenset({"bargain", "claim_right", "complaint", "threaten", "upset"})
"""Moves of traps before which a buyer gives no thanks."""


def items(scenario: Scenario) -> Iterator[Item]:
    """Needs in the scenario's order, each followed by the traps that wait for it."""
    for use in scenario.needs:
        yield use
        yield from (trap for trap in scenario.traps if trap.after == use.need.id)


def id_of(item: Item) -> str:
    """The id of the need or trap."""
    return item.need.id if isinstance(item, NeedUse) else item.trap.id


def status(draft: Draft, item: Item) -> str:
    """Where the item stands."""
    known = draft.state.needs if isinstance(item, NeedUse) else draft.state.traps
    return known[id_of(item)].status


def pending(draft: Draft) -> list[Item]:
    """What was brought up and is not settled."""
    return [item for item in items(draft.scenario) if status(draft, item) in ("asked", "set")]


def waiting(draft: Draft) -> list[Item]:
    """What was not brought up yet, but for traps that wait for a need which was given up."""
    needs = draft.state.needs
    return [
        item
        for item in items(draft.scenario)
        if status(draft, item) == "open"
        and not (isinstance(item, TrapUse) and needs[item.after].status == "dropped")
    ]


def bring_up_next(draft: Draft) -> None:
    """Raises what comes next: on a channel of several points the needs up to the next trap."""
    coming = waiting(draft)
    needs = list(takewhile(lambda item: isinstance(item, NeedUse), coming))
    for item in needs[: RAISED[draft.scenario.channel]] or coming[:1]:
        bring_up(draft, item)


def bring_up(draft: Draft, item: Item) -> None:
    """Raises a need or sets a trap."""
    if isinstance(item, NeedUse):
        draft.need(item.need.id, "raise")
    else:
        draft.trap(item.trap.id, "raise")
        if item.trap.move in DEMANDING:
            draft.unsay("met")
    _voice(draft, item, "raise")


def feel_ignored(draft: Draft, items: Sequence[Item], left: bool) -> None:
    """Counts that items were passed over; `left`: the agent said goodbye over them."""
    for item in items:
        if isinstance(item, NeedUse):
            draft.need(item.need.id, pressed=draft.state.needs[item.need.id].pressed + 1)
        else:
            draft.trap(item.trap.id, pressed=draft.state.traps[item.trap.id].pressed + 1)
    draft.happens("left_early" if left else "ignored", ", ".join(map(id_of, items)))


def press(draft: Draft, item: Item) -> bool:
    """Asks again in other words; False where it was pressed often enough and the buyer gives it up."""
    known = draft.state.needs if isinstance(item, NeedUse) else draft.state.traps
    if known[id_of(item)].pressed <= PRESSES[draft.scenario.level] and _voice(draft, item, "again"):
        return True
    if isinstance(item, NeedUse):
        give_up(draft, item)
    else:
        draft.trap(item.trap.id, "given_up")
    return False


def _voice(draft: Draft, item: Item, slot: str) -> bool:
    if isinstance(item, NeedUse):
        moves = [Move(item.need.move, need=item.need.id)]
        said = draft.say(item.need.lines, slot, moves, partial(demand_of, draft, item))
    else:
        said = draft.say(item.trap.lines, slot, [Move(item.trap.move, trap=item.trap.id)])
    if said:
        draft.focus.append(id_of(item))
    return said
