"""Simulated agents, to play scenarios without a person: each answers what the buyer waits for in its way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Literal, get_args

from bot.buyer.draft import Step
from bot.buyer.engine import casting_of
from bot.buyer.fill import PLACE, fill, places, spell_date, spell_days, spell_percent
from bot.buyer.matters import matters_named
from bot.buyer.scenario import Casting, Need, NeedUse, Scenario, Trap
from bot.buyer.state import BuyerState
from bot.content.agent_lines import AgentLines
from bot.grading.checks.remedies import SWITCHES

Kind = Literal["good", "fair", "poor", "silent", "rude", "random"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SOON = 5
"""Days that an agent names where nothing else is bargained for."""
LITTLE = 10.0
"""Per cent that an agent offers where no bargain says what a buyer takes."""

Deed = tuple[str, Need | Trap | None]
"""An act, and the need or trap that it deals with, if any."""


class Agent:
    """An agent of one kind, the same for the same seed, that speaks the catalogue's sentences by act."""

    def __init__(self, kind: Kind, lines: AgentLines, scenario: Scenario, seed: int) -> None:
        self.kind = kind
        self._lines = lines
        self._scenario = scenario
        self._seed = seed
        self._turn = 0

    def say(self, state: BuyerState) -> str | None:
        """The next message, or None for silence."""
        self._turn += 1
        if self.kind == "silent":
            return None
        deeds = {"rude": self._rude, "random": self._random, "poor": self._poor}.get(self.kind, self._helpful)
        said = (self._pick(deed, i, state.language) for i, deed in enumerate(deeds(state)))
        casting = casting_of(self._scenario, state)
        filled = self._places(casting)
        return " ".join(fill(sentence, filled, casting.variant) for sentence in said if sentence)

    def _helpful(self, state: BuyerState) -> list[Deed]:
        """Greets, regrets trouble, asks what the case hangs on, and deals with all the buyer waits for.

        A fair agent forgets the regret, puts the first question off, and asks nothing.
        """
        first = self._turn == 1
        if state.closing:
            return _whatever_the_case("farewell")
        if self.kind == "fair" and first:
            return _whatever_the_case("greet", "promise_follow_up")
        opening = ["greet", *self._expected()] if first else []
        dealt = self._once(deed for item in state.focus for deed in self.dealing_with(item))
        return [*_whatever_the_case(*opening), *(dealt or _whatever_the_case("empathise"))]

    def _expected(self) -> list[str]:
        """What the scenario expects of every good agent, whatever the buyer waits for."""
        expects = self._scenario.rubric.expects
        regret = ["apologise"] if expects.get("apology") or self._scenario.stage == "after_sales" else []
        due = {"ask_evidence": expects.get("evidence"), "escalate": expects.get("escalate")}
        return list(dict.fromkeys([*regret, *expects.get("ask", ()), *(act for act in due if due[act])]))

    def dealing_with(self, item: str) -> Iterable[Deed]:
        """What a good agent does about a need or trap, by its id."""
        for trap in self._scenario.traps:
            if trap.trap.id == item:
                yield self._first(trap.trap.declined_by), trap.trap
        for use in self._scenario.needs:
            if use.need.id == item:
                yield self._remedy(use), use.need

    def _once(self, deeds: Iterable[Deed]) -> list[Deed]:
        """An act again only where the catalogue answers that need or trap in words of its own."""
        kept: dict[tuple[str, str], Deed] = {}
        for act, item in deeds:
            kept.setdefault((act, item.id if item and self._answers(act, item) else ""), (act, item))
        return list(kept.values())

    def _remedy(self, use: NeedUse) -> str:
        """An offer where the need is bargained over, else an act that meets it by itself; no bare yes.

        What the sheet does not let agents give is given only where nothing else meets the need.
        """
        denied = {act for act, right in SWITCHES.items() if self._scenario.authority.get(right) is False}
        if use.bargain:
            offering = use.need.offered_by - {"counter_offer"}
            offers = {act for act in offering if self._scenario.groups[act] == "offer"}
            return self._first(offers - denied or offers or offering)
        meeting = use.need.met_by - {"agree"} - denied or use.need.met_by - {"agree"}
        return self._first(meeting & use.need.told_by or meeting - use.need.grounded or meeting)

    def _first(self, acts: Iterable[str]) -> str:
        """By the contract's order, a refusal by name before a plain one."""
        order = list(self._scenario.groups)
        return min(acts, key=lambda act: (act == "decline_request", order.index(act)))

    def _poor(self, state: BuyerState) -> list[Deed]:
        """Says yes to everything, and promises what nobody can know."""
        traps = {use.trap.id: use.trap for use in self._scenario.traps}
        caught = [min(traps[item].caught_by - {"agree"}) for item in state.focus if item in traps]
        otherwise = "violate_false_promise" if self._turn % 2 else "violate_deny_legal_right"
        return _whatever_the_case(*(caught or [otherwise]))

    def _rude(self, _state: BuyerState) -> list[Deed]:
        return _whatever_the_case("violate_rude" if self._turn % 2 else "violate_blame_buyer")

    def _random(self, _state: BuyerState) -> list[Deed]:
        acts = sorted(self._lines.acts)
        return _whatever_the_case(acts[self._hash("act") % len(acts)])

    def _pick(self, deed: Deed, place: int, language: str) -> str:
        lines = self._answers(*deed) or self._in_general(*deed, language)
        return lines[self._hash(f"{deed[0]}/{place}") % len(lines)] if lines else ""

    def _answers(self, act: str, item: Need | Trap | None) -> Sequence[str]:
        """What the catalogue has the act say to this need or trap."""
        return self._lines.answers.get(item.id, {}).get(act, ()) if item else ()

    def _in_general(self, act: str, item: Need | Trap | None, language: str) -> Sequence[str]:
        """The act's sentences whatever the case: those to the point, in a bargain those with a number."""
        lines = self._to_the_point(act, item.about if item else frozenset(), language)
        bargained = any(act in use.need.offered_by for use in self._scenario.needs if use.bargain)
        return [line for line in lines if bargained and PLACE.search(line)] or lines

    def _to_the_point(self, act: str, about: frozenset[str], language: str) -> Sequence[str]:
        """The act's sentences that name what it is to be about, or else no other matter, or else all."""
        lines = self._lines.acts.get(act, ())
        named = {line: matters_named(line, language, self._scenario.matters) for line in lines if about}
        return (
            [line for line in named if named[line] & about]
            or [line for line in named if not named[line]]
            or lines
        )

    def _places(self, casting: Casting) -> dict[str, str]:
        """What an agent of good sense names: the case, a share and days that the buyer takes, a near day."""
        floors = {use.need.unit: use.bargain.floor for use in self._scenario.needs if use.bargain}
        days = round(floors.get("days", SOON))
        return {
            **places(self._scenario, casting),
            "share": spell_percent(floors.get("percent", LITTLE), casting.language),
            "days": spell_days(days, casting.language),
            "day": spell_date(casting.today + timedelta(days), casting.language, casting.variant.country),
        }

    def _hash(self, what: str) -> int:
        return int(sha256(f"{self._seed}/{self.kind}/{self._turn}/{what}".encode()).hexdigest(), 16)


def _whatever_the_case(*acts: str) -> list[Deed]:
    """The acts, with nothing that they deal with."""
    return [(act, None) for act in acts]


def speaker(kind: Kind, lines: AgentLines, scenario: Scenario, seed: int) -> Callable[[Step], str | None]:
    """An agent as a rehearsal calls it."""
    agent = Agent(kind, lines, scenario, seed)
    return lambda step: agent.say(step.state)
