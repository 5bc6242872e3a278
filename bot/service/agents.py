"""Simulated agents, to play scenarios without a person: each answers what the buyer waits for in its way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Literal, get_args

from bot.buyer.draft import Step
from bot.buyer.engine import casting_of
from bot.buyer.fill import PLACE, spell_date, spell_days, spell_percent
from bot.buyer.matters import matters_named
from bot.buyer.scenario import NeedUse, Scenario
from bot.buyer.state import BuyerState

Kind = Literal["good", "fair", "poor", "silent", "rude", "random"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SOON = 5
"""Days that an agent names where nothing else is bargained for."""
LITTLE = 10.0
"""Per cent that an agent offers where no bargain says what a buyer takes."""

Sentences = Mapping[str, Sequence[str]]
"""Act to sentences that do it, in one language; see catalogue/agents."""


class Agent:
    """An agent of one kind, the same for the same seed, that speaks the catalogue's sentences by act."""

    def __init__(self, kind: Kind, sentences: Sentences, scenario: Scenario, seed: int) -> None:
        self.kind = kind
        self._sentences = sentences
        self._scenario = scenario
        self._seed = seed
        self._turn = 0
        self._about: dict[str, frozenset[str]] = {}

    def say(self, state: BuyerState) -> str | None:
        """The next message, or None for silence."""
        self._turn += 1
        if self.kind == "silent":
            return None
        acts = {"rude": self._rude, "random": self._random, "poor": self._poor}.get(self.kind, self._helpful)
        self._about = {}
        said = (self._pick(act, i, state.language) for i, act in enumerate(acts(state)))
        filled = self._places(state)
        return " ".join(PLACE.sub(lambda m: filled[m[1]], sentence) for sentence in said if sentence)

    def _helpful(self, state: BuyerState) -> list[str]:
        """Greets, regrets after a sale, asks what the case hangs on, and deals with all the buyer waits for.

        A fair agent forgets the regret, puts the first question off, and asks nothing.
        """
        first = self._turn == 1
        if state.closing:
            return ["farewell"]
        if self.kind == "fair" and first:
            return ["greet", "promise_follow_up"]
        regret = [] if self._scenario.stage == "pre_sales" else ["apologise"]
        opening = ["greet", *regret, *self._expected()] if first else []
        acts = dict.fromkeys(act for item in state.focus for act in self._dealing_with(item))
        return [*opening, *(acts or ["empathise"])]

    def _expected(self) -> list[str]:
        """What the scenario expects of every good agent, whatever the buyer waits for."""
        expects = self._scenario.rubric.expects
        due = {"ask_evidence": expects.get("evidence"), "escalate": expects.get("escalate")}
        return list(dict.fromkeys([*expects.get("ask", ()), *(act for act in due if due[act])]))

    def _dealing_with(self, item: str) -> Iterable[str]:
        for trap in self._scenario.traps:
            if trap.trap.id == item:
                yield self._speaking_of(trap.trap.about, self._first(trap.trap.declined_by))
        for use in self._scenario.needs:
            if use.need.id == item:
                yield self._speaking_of(use.need.about, self._remedy(use))

    def _speaking_of(self, about: frozenset[str], act: str) -> str:
        """Remembers what the act is to be about."""
        self._about.setdefault(act, about)
        return act

    def _remedy(self, use: NeedUse) -> str:
        """An offer where the need is bargained over, else an act that meets it by itself; no bare yes."""
        if use.bargain:
            offering = use.need.offered_by - {"counter_offer"}
            offers = [act for act in offering if self._scenario.groups[act] == "offer"]
            return self._first(offers or offering)
        meeting = use.need.met_by - {"agree"}
        return self._first(meeting & use.need.told_by or meeting - use.need.grounded or meeting)

    def _first(self, acts: Iterable[str]) -> str:
        """By the contract's order, a refusal by name before a plain one."""
        order = list(self._scenario.groups)
        return min(acts, key=lambda act: (act == "decline_request", order.index(act)))

    def _poor(self, state: BuyerState) -> list[str]:
        """Says yes to everything, and promises what nobody can know."""
        traps = {use.trap.id: use.trap for use in self._scenario.traps}
        caught = [min(traps[item].caught_by - {"agree"}) for item in state.focus if item in traps]
        return caught or (["violate_false_promise"] if self._turn % 2 else ["violate_deny_legal_right"])

    def _rude(self, _state: BuyerState) -> list[str]:
        return ["violate_rude" if self._turn % 2 else "violate_blame_buyer"]

    def _random(self, _state: BuyerState) -> list[str]:
        acts = sorted(self._sentences)
        return [acts[self._hash("act") % len(acts)]]

    def _pick(self, act: str, place: int, language: str) -> str:
        lines = self._to_the_point(act, language)
        bargained = any(act in use.need.offered_by for use in self._scenario.needs if use.bargain)
        lines = [line for line in lines if bargained and PLACE.search(line)] or lines
        return lines[self._hash(f"{act}/{place}") % len(lines)] if lines else ""

    def _to_the_point(self, act: str, language: str) -> Sequence[str]:
        """The act's sentences that name what it is to be about, or else no other matter, or else all."""
        lines, about = self._sentences.get(act, ()), self._about.get(act, frozenset())
        named = {line: matters_named(line, language, self._scenario.matters) for line in lines if about}
        return (
            [line for line in named if named[line] & about]
            or [line for line in named if not named[line]]
            or lines
        )

    def _places(self, state: BuyerState) -> dict[str, str]:
        """What an agent of good sense names: a share and days that the buyer takes, a day that is near."""
        casting = casting_of(self._scenario, state)
        floors = {use.need.unit: use.bargain.floor for use in self._scenario.needs if use.bargain}
        days = round(floors.get("days", SOON))
        return {
            "share": spell_percent(floors.get("percent", LITTLE), casting.language),
            "days": spell_days(days, casting.language),
            "day": spell_date(casting.today + timedelta(days), casting.language, casting.variant.country),
        }

    def _hash(self, what: str) -> int:
        return int(sha256(f"{self._seed}/{self.kind}/{self._turn}/{what}".encode()).hexdigest(), 16)


def speaker(kind: Kind, sentences: Sentences, scenario: Scenario, seed: int) -> Callable[[Step], str | None]:
    """An agent as a rehearsal calls it."""
    agent = Agent(kind, sentences, scenario, seed)
    return lambda step: agent.say(step.state)
