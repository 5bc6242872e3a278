"""How acts move the buyer, and what it says to one that hurts or pleases, where nothing else answers it."""

from __future__ import annotations

import re

from bot.buyer.agenda import items, pending, say_again
from bot.buyer.draft import Draft
from bot.buyer.ears import CONFIRMATION, Hearing
from bot.buyer.named import sentences_of, sums_up
from bot.buyer.scenario import Item, Scenario
from bot.buyer.table import BY_ACT, BY_EVENT, BY_GROUP, Effect
from bot.core.heard import Heard

SELLING = ("recommend_product", "cross_sell", "close_sale")
"""Acts that a buyer welcomes who came to buy, or asked for them."""

GRIEVANCES = ("complaint", "claim_right")
"""Moves of needs over which nobody wants to be sold anything."""

TALK = ("courtesy", "meta", "sell")
"""Groups of acts that say nothing of what is open."""

CANCELLATION = "confirm_cancellation"

OF_AN_ORDER = frozenset({CANCELLATION, "offer_full_refund", "inform_refund_timing", "inform_order_status"})
"""Acts that make no sense to who has ordered nothing."""

UNASKED = frozenset({"offer_full_refund", "offer_repair"})
"""Acts that are no answer to who has another kind of need."""

CONDITION = re.compile(
    r"\b(?:if|in case|when|once|after|within|would|wenn|falls|sollte\w*|würde\w*|sobald|bei|nach|innerhalb"
    r"|если|в случае|бы|когда|при|после|si|en caso|cuando|al|podría\w*)\b",
    re.IGNORECASE,
)
"""Words of who tells what would be done."""

UNMOVED = Effect(0.0, 0.0)


def feel_acts(draft: Draft, heard: Heard, hearing: Hearing) -> None:
    """Moves by every act, the worst last; answers the gravest one that no need or trap has taken up."""
    acts = heard.act_ids or ("out_of_scope",)
    busy = any(not _answered(item, hearing) for item in pending(draft))
    effects = {act: _beside_the_case(draft, act, heard, busy) or effect_of(draft, act, busy) for act in acts}
    for act, effect in sorted(effects.items(), key=lambda felt: -felt[1].mood):
        draft.feel_act(act, effect)
    hurts = [e for act, e in effects.items() if e.talk and e.mood < 0 and act not in hearing.taken]
    if hurts:
        draft.talk(str(min(hurts).talk))


def _answered(item: Item, hearing: Hearing) -> bool:
    heard_by = {signal.item: signal.what for _, signal in (*hearing.needs, *hearing.traps)}
    return heard_by.get(item.id) in ("met", "offered", "declined", "caught")


def _beside_the_case(draft: Draft, act: str, heard: Heard, busy: bool) -> Effect | None:
    """What an order's fate is to who has ordered nothing, and a remedy to who wants nothing of the kind.

    Who only tells what would be done if need be offers nothing as yet.
    """
    scenario = draft.scenario
    unbought = scenario.stage == "pre_sales"
    if act not in (OF_AN_ORDER if unbought else UNASKED) or not (unbought or busy):
        return None
    supposed = CONDITION.search(sentences_of(heard, act)) or _less_sure(heard, act)
    if supposed or any(act in item.reacts_to for item in items(scenario)):
        return None
    return BY_EVENT["not_ordered" if unbought else "not_that"]


def _less_sure(heard: Heard, act: str) -> bool:
    """Whether the words of the act are more surely something else."""
    places = [said for said in heard.acts if said.act == act]
    return all(
        any(other.start == said.start and other.confidence > said.confidence for other in heard.acts)
        for said in places
    )


def effect_of(draft: Draft, act: str, busy: bool) -> Effect:
    """The row of the table, but for selling to who wants to buy or has nothing open (`busy`) any more."""
    scenario = draft.scenario
    effect = BY_ACT.get(act, BY_GROUP[scenario.groups[act]])
    if _unasked_cancellation(draft, act):
        return BY_EVENT["not_cancelled"]
    sells = scenario.groups[act] == "sell"
    if sells and (not busy or (act in SELLING and _welcome(scenario, act))):
        return UNMOVED
    if scenario.stage == "pre_sales" and effect.talk == "review_too_early":
        return effect._replace(talk="not_ordered_yet")
    if effect.talk == "wont_cancel" and cancels(draft):
        return effect._replace(talk="suspicious")
    return effect


def _unasked_cancellation(draft: Draft, act: str) -> bool:
    """Whether an order is cancelled for a buyer whose wishes that does not end."""
    ending = {CANCELLATION, "offer_full_refund"}
    wanted = any(ending & use.need.met_by for use in draft.scenario.needs)
    return act == CANCELLATION and draft.scenario.stage != "pre_sales" and not wanted


def cancels(draft: Draft) -> bool:
    """Whether the buyer wants to cancel, or agreed to go elsewhere."""
    wants = any(CANCELLATION in use.need.met_by for use in draft.scenario.needs)
    return wants or any(trap.status == "caught" for trap in draft.state.traps.values())


def _welcome(scenario: Scenario, act: str) -> bool:
    needs = [use.need for use in scenario.needs]
    if scenario.stage == "pre_sales" or any(act in need.met_by for need in needs):
        return True
    return scenario.stage == "relationship" and not any(need.move in GRIEVANCES for need in needs)


def soften(draft: Draft, heard: Heard) -> None:
    """Answers kindness, a wish for confirmation, or what makes no sense, where nothing else was said."""
    if not draft.silent:
        return
    acts = heard.act_ids or ("out_of_scope",)
    talks = [effect_of(draft, act, busy=False) for act in acts]
    kind = next((e.talk for e in talks if e.talk and (e.mood > 0 or len(acts) == 1)), None)
    if kind == "confirms" and _proposes_nothing(draft, heard):
        say_again(draft, [item.id for item in pending(draft)])
    elif kind and not (kind == "softened" and draft.state.band == "angry"):
        draft.talk(kind)


def _proposes_nothing(draft: Draft, heard: Heard) -> bool:
    """Whether a message asks for a yes while something is open, but names nothing that it could be about."""
    bare = all(act == CONFIRMATION or draft.scenario.groups[act] in TALK for act in heard.act_ids)
    return bare and not sums_up(heard) and bool(pending(draft))
