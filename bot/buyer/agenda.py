"""What the buyer brings up next: presses what was ignored, or raises the next need or trap."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from bot.buyer.circumstances import repeated
from bot.buyer.draft import THANKS, Draft
from bot.buyer.negotiation import demand_of, give_up
from bot.buyer.questions import REMEDIES
from bot.buyer.said import Values, no_values
from bot.buyer.scenario import Item, NeedUse, Scenario, TrapUse
from bot.buyer.state import BuyerState
from bot.buyer.table import PRESSES, RAISED

DEMANDING = frozenset({"bargain", "claim_right", "complaint", "threaten", "upset"})
"""Moves of traps that nobody makes in the turn in which a need was settled."""

PRESSING = frozenset({"wish_false_promise"})
"""Moves of traps that ask for more of what was just answered: they stand in place of thanks."""

HOT = frozenset({"upset"})
"""Moves of traps that only an agent provokes who passes over what was asked."""

OF_A_PARCEL = frozenset({"wish_value"})
"""Moves of traps that speak of a parcel to come: who gets all the money back awaits none."""


def items(scenario: Scenario) -> Iterator[Item]:
    """Needs in the scenario's order, each followed by the traps that go with it."""
    for use in scenario.needs:
        yield use
        yield from (trap for trap in scenario.traps if trap.need == use.id)


def status(draft: Draft, item: Item) -> str:
    """Where the item stands."""
    return draft.state.of(item).status


def pending(draft: Draft) -> list[Item]:
    """What was brought up and is not settled."""
    return [item for item in items(draft.scenario) if status(draft, item) in ("asked", "set")]


def waiting(draft: Draft) -> list[Item]:
    """What is still to be brought up: not what hangs on a need given up, nor the traps in between."""
    dropped = [use.need for use in draft.scenario.needs if status(draft, use) == "dropped"]
    refunded = {"offer_full_refund"} == REMEDIES.intersection(draft.state.acts)

    def pointless(item: Item) -> bool:
        if isinstance(item, TrapUse):
            nothing_comes = refunded and item.move in OF_A_PARCEL
            return item.during or nothing_comes or item.need in {need.id for need in dropped}
        return any(item.need.settled_by & need.met_by for need in dropped)

    return [item for item in items(draft.scenario) if status(draft, item) == "open" and not pointless(item)]


def coming(draft: Draft) -> list[Item]:
    """What may be brought up now: nothing that a need on the table may settle, no demand on top of thanks.

    Who believes a false promise wishes for nothing that goes with it.
    """
    asked = [item.need for item in pending(draft) if isinstance(item, NeedUse)]

    def held_back(item: Item) -> bool:
        if isinstance(item, TrapUse):
            deceived = draft.state.needs[item.need].status == "misled"
            return deceived or (bool(draft.settled) and item.move in DEMANDING)
        return any(item.need.settled_by & need.met_by for need in asked)

    return [item for item in waiting(draft) if not held_back(item)]


def bring_up_next(draft: Draft) -> None:
    """Raises what comes next: on a channel of several points the needs up to the next trap."""
    for number in range(RAISED[draft.scenario.channel]):
        item = next(iter(coming(draft)), None)
        if item is None or (number and isinstance(item, TrapUse)):
            return
        bring_up(draft, item)
        if isinstance(item, TrapUse):
            return


def bring_up_meanwhile(draft: Draft, before: BuyerState) -> None:
    """Sets a trap whose need stood before this message and is neither settled nor refused by it.

    It is one that passing over the need provokes, if just this happened, and another one if not. Who has
    just agreed to wait demands nothing.
    """
    if draft.settled:
        return
    for use in draft.scenario.traps:
        old, now = before.needs[use.need], draft.state.needs[use.need]
        open_still = old.status == now.status == "asked" and old.refused == now.refused
        if not (use.during and open_still and draft.room and status(draft, use) == "open"):
            continue
        if draft.waits and use.move in DEMANDING:
            continue
        if (now.pressed > old.pressed) == (use.move in HOT):
            bring_up(draft, use)
            return


def let_go(draft: Draft) -> None:
    """Drops demands and threats that were made beside a need, once that is met."""
    for use in draft.scenario.traps:
        met = draft.state.needs[use.need].status == "met"
        if use.during and met and use.move in DEMANDING and status(draft, use) == "set":
            draft.trap(use.id, "given_up")


def bring_up(draft: Draft, item: Item) -> None:
    """Raises a need or sets a trap."""
    draft.item(item, "raise")
    if isinstance(item, TrapUse) and item.move in PRESSING:
        draft.unsay(*THANKS)
    _voice(draft, item, "raise")


def feel_ignored(draft: Draft, items: Sequence[Item], left: bool) -> None:
    """Counts that items were passed over; `left`: the agent said goodbye over them."""
    for item in items:
        draft.item(item, pressed=draft.state.of(item).pressed + 1)
    draft.happens("left_early" if left else "ignored", ", ".join(item.id for item in items))


def press(draft: Draft, item: Item) -> bool:
    """Asks again in other words, or protests where the answer was no; False where it is given up by now."""
    if draft.state.of(item).pressed <= PRESSES[draft.scenario.level] and _voice(draft, item, "again"):
        return True
    draft.unsay("not_done", "not_now")
    if isinstance(item, NeedUse):
        give_up(draft, item)
    else:
        draft.trap(item.id, "given_up")
    return False


def repeat(draft: Draft, use: NeedUse) -> None:
    """Says what the buyer wants to an agent who asks for it."""
    _voice(draft, use, "raise")


def say_again(draft: Draft, ids: Collection[str]) -> bool:
    """Puts what was asked last into other words for an agent who did not follow; False if nothing was."""
    said = [_voice(draft, item, "again") for item in pending(draft) if item.id in ids]
    return any(said)


def _voice(draft: Draft, item: Item, slot: str) -> bool:
    """Says a line of the item; `again`, it is rather about the offer or refusal that the need got, if any."""
    times, slots = draft.state.of(item).pressed, (slot,)
    values: Values = no_values
    if isinstance(item, NeedUse):
        now, values = draft.state.needs[item.id], partial(demand_of, draft, item)
        times += now.eased
        argued = ("counter",) if now.offers else ("refused",) if now.refused else ()
        slots = (*argued, slot) if slot == "again" else slots
    moves = [item.makes(item.move)]
    said = any(draft.say(item.lines, each, moves, values, repeated(times)) for each in slots)
    if said:
        draft.focus.append(item.id)
    return said
