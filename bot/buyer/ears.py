"""What an agent's message means to this buyer: signals to the needs, traps and facts of the scenario."""

from __future__ import annotations

from dataclasses import dataclass

from bot.buyer.draft import ORDER_NUMBER
from bot.buyer.named import names_a_share, sums_up
from bot.buyer.scenario import Item, Need, NeedUse, Scenario, Trap, TrapUse
from bot.buyer.state import BuyerState
from bot.buyer.topics import Topics, of_time
from bot.core.heard import Heard

BARE = frozenset({"agree", "decline_request", "decline_discount", "acknowledge"})
"""Acts that say what they mean only together with what the buyer said last."""

HARMLESS = frozenset({"violate_false_promise", "violate_unsolicited_marketing", "violate_misleading_claim"})
"""Breaches that take nothing back of what is said beside them; beside any other nothing is accepted."""

PROPOSALS = frozenset(
    "violate_off_platform_contact violate_off_platform_payment violate_incentivised_review "
    "violate_review_pressure violate_undervalue_customs violate_false_promise "
    "violate_ask_sensitive_data violate_data_misuse".split()
)
"""Breaches that propose what a trap wishes for; a buyer who was asked first does not ask any more."""

REVIEW_DEALS = frozenset({"violate_incentivised_review", "violate_review_pressure"})
"""Proposals that nobody takes up who was refused the like: they come from the shop then."""

GRANTS = frozenset({"offer_full_refund"})
"""Lawful offers that give what a trap wishes for, unless the same message declines it."""

REFUSALS_BY_NAME = frozenset({"decline_off_platform", "decline_review_deal", "decline_undervaluation"})
"""Refusals that name what they refuse: nobody wishes for it afterwards."""

DOUBTED = "violate_misleading_claim"
"""Who has heard this believes no promise that cannot be kept any more."""

FALSE_PROMISE = "violate_false_promise"
"""Believed where it speaks to what was asked."""

ADVICE = frozenset({"inform_size_advice", "recommend_product", "cross_sell"})
"""Acts that mean little from somebody who was told nothing of the buyer as yet."""

WHEN = frozenset({"inform_shipping_time", "inform_order_status"})
"""Acts that say when something comes."""

FOR_MANY = "offer_bulk_price"
"""An offer for a quantity."""

REFUSAL = "decline_request"

CONFIRMATION = "ask_confirmation"
"""Reads back what was noted, where it is more than a bare question."""

NOTHING: frozenset[str] = frozenset()


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
    harsh: frozenset[str]
    """Breaches that leave no room for thanks."""

    @property
    def taken(self) -> frozenset[str]:
        """The acts that some need or trap answers in words of its own."""
        signals = [signal for _, signal in (*self.needs, *self.traps) if signal.what != "forestalled"]
        return frozenset(act for signal in signals for act in signal.because)


class Ears:
    """Hears one message on behalf of every need and trap of a scenario."""

    def __init__(self, scenario: Scenario, state: BuyerState, heard: Heard) -> None:
        self._scenario, self._state, self._heard = scenario, state, heard
        breaches = frozenset(a for a in heard.act_ids if scenario.groups.get(a) == "violate")
        self._breaches = breaches
        self._believing = DOUBTED not in {*breaches, *state.acts} and state.band != "angry"
        self.harsh = breaches - HARMLESS
        self._topics = Topics(scenario, state.language, heard)

    def hear(self) -> Hearing:
        """Gives each act to what was asked; what is left over tells what nobody asked for as yet.

        A false promise tells one need at most; some needs are settled by what settles another.
        """
        status = {use.id: self._state.needs[use.id].status for use in self._scenario.needs}
        traps = [(use, self._trap(use.trap)) for use in self._scenario.traps]
        needs = {
            use.id: self._raised(use) for use in self._scenario.needs if status[use.id] in ("asked", "misled")
        }
        found = [signal for signal in (*needs.values(), *(signal for _, signal in traps)) if signal]
        left = frozenset(self._heard.act_ids).difference(*(signal.because for signal in found)) - BARE
        for use in self._scenario.needs:
            if status[use.id] == "dropped":
                needs[use.id] = self._given_up(use, left)
            elif status[use.id] == "open" and not self.harsh:
                needs[use.id] = signal = self._unasked(use, left)
                left -= frozenset(signal.because) if signal and signal.what == "misled" else NOTHING
        return Hearing(
            tuple((use, signal) for use in self._scenario.needs if (signal := needs.get(use.id))),
            tuple((use, signal) for use, signal in traps if signal),
            self.harsh,
        )

    def _unasked(self, use: NeedUse, left: frozenset[str]) -> Signal | None:
        """What a need got to hear that was not raised yet: told, settled with another, or offered.

        All the money back leaves nothing to haggle over; an offer with a number opens the bargain, whatever
        else it met.
        """
        need = use.need
        settling = need.settled_by | (GRANTS & need.met_by if need.offered_by else NOTHING)
        told = left & need.told_by - self._groundless(need) - self._topics.beside(need)
        settled = told | settling.intersection(self._heard.act_ids)
        meant = need.told_by and of_time(need) == self._topics.timely
        meant = meant and (not need.about or bool(self._topics.named & need.about))
        falsely = left & self._misled_by(need) if meant else NOTHING
        money = any(finding.kind in ("percent", "money") for finding in self._heard.findings)
        numbered = use.bargain and need.unit == "percent" and money
        offered = need.offered_by.intersection(self._heard.act_ids) if numbered else NOTHING
        return (
            _signal("told", need.id, settled)
            or _signal("misled", need.id, falsely)
            or _signal("offered", need.id, offered)
        )

    def _raised(self, use: NeedUse) -> Signal | None:
        """What a raised need got to hear: a breach outranks whatever else would meet it."""
        need, acts = use.need, self._acts_for(use.id)
        if self.harsh - need.misled_by:
            offer = acts & (need.met_by | need.offered_by)
            return _signal("refused", need.id, acts & need.refused_by) or _signal("spoiled", need.id, offer)
        bare = self._groundless(need) | (self._topics.beside(need) & need.met_by)
        if FALSE_PROMISE in self._breaches - need.misled_by:
            acts -= {"agree"}
        acts -= bare | self._denied()
        clear, misled_by = acts - BARE, self._misled_by(need)
        if self._topics.promises_else(need):
            misled_by -= {FALSE_PROMISE}
        return (
            _signal("misled", need.id, clear & misled_by)
            or _signal("refused", need.id, acts & need.refused_by & self._breaches)
            or _signal("met", need.id, clear & need.met_by)
            or _signal("offered", need.id, acts & need.offered_by if use.bargain else NOTHING)
            or self._number(use)
            or _signal("refused", need.id, acts & need.refused_by)
            or _signal("met", need.id, acts & need.met_by)
            or _signal("misled", need.id, acts & misled_by)
            or _signal("eased", need.id, (acts & need.eased_by) | bare)
        )

    def _denied(self) -> frozenset[str]:
        """Statements in a clause that more surely refuses: “we don't issue invoices” tells of no invoice."""
        surest = {act.start: act.confidence for act in self._heard.acts if act.act == REFUSAL}
        told = [act for act in self._heard.acts if self._scenario.groups[act.act] == "inform"]
        stated = {act.act for act in told if act.confidence > surest.get(act.start, 0.0)}
        return frozenset(act.act for act in told) - stated

    def _misled_by(self, need: Need) -> frozenset[str]:
        """Acts that the buyer believes: no promise in anger, nor once a claim was too much to believe."""
        return need.misled_by if self._believing else need.misled_by & {DOUBTED}

    def _groundless(self, need: Need) -> frozenset[str]:
        """Acts that speak to this need without a number or day, before the buyer was asked for anything.

        What says when something comes needs one whatever was asked; a wish for a yes, something to confirm.
        Advice that is given a second time, after the buyer doubted it, stands.
        """
        if self._heard.findings or any(sign.isdigit() for sign in self._heard.text):
            return NOTHING
        bare = need.grounded.intersection(self._heard.act_ids)
        if self._state.needs[need.id].eased:
            bare -= ADVICE
        never = WHEN if sums_up(self._heard) else WHEN | {CONFIRMATION}
        return bare & never if set(self._state.told) - {ORDER_NUMBER} else bare

    def _number(self, use: NeedUse) -> Signal | None:
        """A per cent in answer to the demand: an offer, whatever act it was heard as.

        What is offered for many is none to who wants one.
        """
        demands = use.bargain and use.need.unit == "percent" and use.id in self._state.focus
        naming = names_a_share(self._heard, self._scenario.groups) if demands else None
        if naming is None or (FOR_MANY in naming and FOR_MANY not in use.need.offered_by):
            return None
        return Signal("offered", use.id, naming)

    def _given_up(self, use: NeedUse, left: frozenset[str]) -> Signal | None:
        """What a need that was given up gets to hear after all."""
        if self.harsh:
            return None
        offered = left & use.need.offered_by if use.bargain else NOTHING
        return _signal("met", use.id, left & use.need.met_by) or _signal("offered", use.id, offered)

    def _trap(self, trap: Trap) -> Signal | None:
        """Whether the agent fell for a trap that was set, declined it, or spoke of it before the buyer did.

        A breach outranks a refusal, and a refusal a lawful yes; a yes beside what meets a need speaks to the
        need. What was declined or fallen for before is declined only by a refusal.
        """
        status, acts = self._state.traps[trap.id].status, self._acts_for(trap.id)
        if status in ("open", "forestalled"):
            proposed = trap.caught_by & self._breaches & PROPOSALS
            given = acts & trap.caught_by & GRANTS if not acts & trap.declined_by else NOTHING
            refused = acts & trap.declined_by & REFUSALS_BY_NAME
            ruled_out = self._topics.ruled_out(trap)
            return _signal("forestalled", trap.id, proposed | given | refused | ruled_out)
        if self._meets_a_need():
            acts -= {"agree"}
        beside = self._topics.beside(trap) - self._topics.ruled_out(trap)
        answers = acts & trap.declined_by - beside
        if status != "set":
            answers = frozenset(a for a in answers if self._scenario.groups[a] == "decline")
        wished = NOTHING if status == "dropped" else trap.caught_by
        if status == "declined":
            wished -= REVIEW_DEALS
        return (
            _signal("caught", trap.id, acts & wished & self._breaches)
            or _signal("declined", trap.id, answers)
            or _signal("caught", trap.id, acts & trap.caught_by if status in ("set", "caught") else NOTHING)
        )

    def _meets_a_need(self) -> bool:
        """Whether the message meets a raised need in so many words."""
        asked = (use.need for use in self._scenario.needs if self._state.needs[use.id].status == "asked")
        clear = frozenset(self._heard.act_ids) - BARE
        return any(clear & need.met_by for need in asked)

    def _acts_for(self, item: str) -> frozenset[str]:
        """The acts that speak to this item: a bare one speaks to what was asked last of all that it fits."""
        return frozenset(a for a in self._heard.act_ids if a not in BARE or self._meant(a) == item)

    def _meant(self, act: str) -> str | None:
        known: tuple[Item, ...] = (*self._scenario.needs, *self._scenario.traps)
        fitting = {item.id for item in known if act in item.reacts_to}
        return next((item for item in reversed(self._state.focus) if item in fitting), None)


def _signal(what: str, item: str, acts: frozenset[str]) -> Signal | None:
    return Signal(what, item, tuple(sorted(acts))) if acts else None
