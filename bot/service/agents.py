"""Simulated agents, to play scenarios without a person: each answers what the buyer waits for in its way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal, get_args

from bot.buyer.draft import Step
from bot.buyer.scenario import NeedUse, Scenario
from bot.buyer.state import BuyerState

Kind = Literal["good", "fair", "poor", "silent", "rude", "random"]
KINDS: tuple[Kind, ...] = get_args(Kind)

PERCENT = re.compile(r"(\d+)\s?%")
MOST_PERCENT = 30.0
"""What a shop that sets no limit gives for a small trouble."""

Sentences = Mapping[str, Sequence[str]]
"""Act to sentences that do it, in one language."""


class Agent:
    """An agent of one kind, the same for the same seed. It speaks taught sentences, by act."""

    def __init__(self, kind: Kind, sentences: Sentences, scenario: Scenario, seed: int) -> None:
        self.kind = kind
        self._sentences = sentences
        self._scenario = scenario
        self._seed = seed
        self._turn = 0

    def say(self, state: BuyerState) -> str | None:
        """The next message, or None for silence."""
        self._turn += 1
        if self.kind == "silent":
            return None
        acts = {"rude": self._rude, "random": self._random, "poor": self._poor}.get(self.kind, self._helpful)
        said = (self._pick(act, i) for i, act in enumerate(acts(state)))
        return " ".join(sentence for sentence in said if sentence)

    def _helpful(self, state: BuyerState) -> list[str]:
        """Greets, regrets, deals with everything the buyer waits for, and says what comes next.

        A fair agent forgets the regret, and puts the first question off.
        """
        first = self._turn == 1
        if state.closing:
            return ["farewell"]
        if self.kind == "fair" and first:
            return ["greet", "promise_follow_up"]
        opening = ["greet", "apologise"] if first else []
        acts = [act for item in state.focus for act in self._dealing_with(item)]
        return [*opening, *(acts or ["empathise"]), *(["promise_follow_up"] if first else [])]

    def _dealing_with(self, item: str) -> Iterable[str]:
        for trap in self._scenario.traps:
            if trap.trap.id == item:
                return [sorted(trap.trap.declined_by)[0]]
        for use in self._scenario.needs:
            if use.need.id == item:
                return [self._remedy(use)]
        return []

    def _remedy(self, use: NeedUse) -> str:
        """The first act, by the contract's order, that meets the need and is no bare yes."""
        if use.bargain:
            return "offer_partial_refund"
        order = list(self._scenario.groups)
        return min((act for act in use.need.met_by if act != "agree"), key=order.index)

    def _poor(self, state: BuyerState) -> list[str]:
        """Says yes to everything, and promises what nobody can know."""
        traps = {use.trap.id: use.trap for use in self._scenario.traps}
        caught = [min(traps[item].caught_by - {"agree"}) for item in state.focus if item in traps]
        return caught or (["violate_false_promise"] if self._turn % 2 else ["agree"])

    def _rude(self, _state: BuyerState) -> list[str]:
        return ["violate_rude" if self._turn % 2 else "violate_blame_buyer"]

    def _random(self, _state: BuyerState) -> list[str]:
        acts = sorted(self._sentences)
        return [acts[self._hash("act") % len(acts)]]

    def _pick(self, act: str, place: int) -> str:
        told = self._sentences.get(act, ())
        if act == "offer_partial_refund":
            told = [sentence for sentence in told if self._is_fair(sentence)] or told
        return told[self._hash(f"{act}/{place}") % len(told)] if told else ""

    def _is_fair(self, offer: str) -> bool:
        """Whether an offer names a share that the shop allows and a buyer takes in the end."""
        named = PERCENT.search(offer)
        floor = max((use.bargain.floor for use in self._scenario.needs if use.bargain), default=0.0)
        most = self._scenario.authority.get("refund_percent", MOST_PERCENT)
        return named is not None and floor <= float(named[1]) <= most

    def _hash(self, what: str) -> int:
        return int(sha256(f"{self._seed}/{self.kind}/{self._turn}/{what}".encode()).hexdigest(), 16)


def speaker(kind: Kind, sentences: Sentences, scenario: Scenario, seed: int) -> Callable[[Step], str | None]:
    """An agent as a rehearsal calls it."""
    agent = Agent(kind, sentences, scenario, seed)
    return lambda step: agent.say(step.state)
