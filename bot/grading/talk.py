"""A conversation prepared for judging: who said what, what was heard in it, who waited how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from bot.core.grade import Evidence
from bot.core.heard import ELSEWHERE, Heard, HeardAct
from bot.core.transcript import Move, Transcript, Turn
from bot.grading.rubric import CaseSheet, Pace
from bot.grading.told import told
from bot.rules.case import Case
from bot.rules.rule import Rule
from bot.rules.rule_book import RuleBook
from bot.understanding.segments import segments

WISHES = {
    "wish_contact": "violate_off_platform_contact",
    "wish_payment": "violate_off_platform_payment",
    "wish_value": "violate_undervalue_customs",
    "wish_review_deal": "violate_incentivised_review",
    "wish_false_promise": "violate_false_promise",
    "wish_data": "violate_data_misuse",
}
"""A buyer's forbidden wish, to the violation that a bare yes to it is."""

ASKING = ("question", "complaint", "bargain", "claim_right", *WISHES)
"""Moves after which a buyer waits for a reply."""

TROUBLE = ("complaint", "claim_right", "threaten", "upset")
"""Moves of a buyer for whom something is wrong."""

BREAKING_OFF = ("threaten", "upset", "refuse")
"""Moves of a buyer who ends a talk without an agreement."""

CONTENT = frozenset({"thanks", "accept", "farewell"})
"""Moves of a buyer who wants nothing more."""

COURTESY = frozenset(
    "greet introduce_self thank apologise empathise acknowledge reassure ask_patience offer_further_help "
    "farewell ask_hint ask_rule finish out_of_scope".split()
)
"""Acts that deal with nothing: the contract's courtesies, and what is said to the coach."""

_WORD = re.compile(r"[^\W\d_]{2}")
_CARD = re.compile(
    r"\b(?:business|name|contact) cards?\b|visitenkarte|визитк|визитн\w+ карт"
    r"|tarjeta de (?:visita|presentaci)|名片",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """One turn with its number; `heard` for both sides, `moves` of a buyer's turn."""

    index: int
    turn: Turn
    heard: Heard
    moves: tuple[Move, ...] = ()

    def did(self, *moves: str) -> bool:
        """Whether the buyer made one of these moves."""
        return any(move.move in moves for move in self.moves)

    def acts(self, *ids: str) -> list[HeardAct]:
        """The agent's acts of these ids."""
        return [act for act in self.heard.acts if act.act in ids]

    def quote(self, start: int, end: int) -> Evidence:
        """Exact words as evidence."""
        return Evidence(self.index, start, end, self.turn.text[start:end])

    def quote_act(self, act: HeardAct) -> Evidence:
        """The words of an act as evidence."""
        return self.quote(act.start, act.end)

    def names(self, *kinds: str) -> bool:
        """Whether something of these kinds is found in it: a date, a sum of money and so on."""
        return any(finding.kind in kinds for finding in self.heard.findings)

    def sentences(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentences begin and end in which these words stand."""
        text = self.turn.text
        for clause in segments(text):
            begun = text.rfind(clause.sentence, 0, clause.start + len(clause.sentence))
            if clause.start < end and start < clause.end and begun >= 0:
                start, end = min(start, begun), max(end, begun + len(clause.sentence))
        return start, end

    @property
    def names_time(self) -> bool:
        """Whether a day or a span of time is named."""
        return self.names("date", "duration")

    def whole(self) -> Evidence:
        """The whole turn as evidence."""
        return self.quote(0, len(self.turn.text))

    def due(self) -> Evidence:
        """That something was due here and left undone."""
        return Evidence(self.index)


@dataclass(frozen=True)
class Exchange:
    """What the buyer said in one go, and what the agent replied before the buyer spoke again."""

    buyer: tuple[Said, ...]
    agent: tuple[Said, ...]

    @property
    def waited(self) -> float | None:
        """Seconds from the first unanswered buyer's turn to the first reply; None without either."""
        if not self.buyer or not self.agent:
            return None
        return self.agent[0].turn.at - self.buyer[0].turn.at

    @property
    def length(self) -> int:
        """Characters the agent had to read."""
        return sum(len(said.turn.text) for said in self.buyer)


class Talk:
    """All that a check may look at. Nothing in it changes."""

    def __init__(
        self,
        transcript: Transcript,
        said: Sequence[Said],
        day: date,
        rules: RuleBook,
        pace: Pace,
        sheet: CaseSheet | None = None,
    ) -> None:
        self.transcript = transcript
        self.said = tuple(said)
        self.pace = pace
        self.sheet = sheet
        self._rules = rules
        known = {key: value for key, value in transcript.context.items() if value is not None}
        facts = known if sheet else {**told(transcript.turns), **known}
        self._case = Case(transcript.platform, transcript.country, transcript.stage, day, facts)

    @cached_property
    def voiced(self) -> tuple[Said, ...]:
        """All turns, but an agent's empty one is none."""
        return tuple(said for said in self.said if said.turn.side == "buyer" or said.turn.text.strip())

    @cached_property
    def agent(self) -> tuple[Said, ...]:
        """The agent's turns."""
        return tuple(said for said in self.voiced if said.turn.side == "agent")

    @cached_property
    def buyer(self) -> tuple[Said, ...]:
        """The buyer's turns."""
        return tuple(said for said in self.said if said.turn.side == "buyer")

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The talk in exchanges; the first may lack a buyer, the last an agent."""
        return tuple(_exchanges(self.voiced))

    @property
    def began(self) -> date | None:
        """The day on which it began, where that is known; a practice counts the days of its order from it."""
        told = self.transcript.date
        return date.fromisoformat(told[:10]) if told else None

    @property
    def currency(self) -> str | None:
        """The currency of the order, where that is known."""
        return (self.transcript.context.get("order_value") or {}).get("currency")

    def after(self, index: int) -> Iterator[Said]:
        """The agent's turns after turn `index`."""
        return (said for said in self.agent if said.index > index)

    def buyer_did(self, *moves: str) -> list[Said]:
        """The buyer's turns with one of these moves."""
        return [said for said in self.buyer if said.did(*moves)]

    def troubled(self, *moves: str) -> list[Said]:
        """The same, where goods can be wrong: before an order only a scenario's buyer has a trouble."""
        return [] if self.sheet is None and self.transcript.stage == "pre_sales" else self.buyer_did(*moves)

    @property
    def needs_met(self) -> frozenset[str]:
        """The scenario's needs that the buyer saw met; empty without a scenario."""
        accepted = (m.need for said in self.buyer for m in said.moves if m.move == "accept" and m.need)
        return frozenset(accepted) & frozenset(self.sheet.needs if self.sheet else ())

    def forbids(self, concern: str, **facts: Any) -> Rule | None:
        """The rule that forbids this here and now, if one does; `facts` are added to those of the case."""
        return self._rules.forbids(concern, self._with(facts), self._shop)

    def required(self, concern: str, about: str, **facts: Any) -> Rule | None:
        """The rule that says what is due here and now, of those that hang on the fact `about`."""
        rule = self._rules.decide(concern, self._with(facts), self._shop, about)
        return rule if rule and rule.ruling == "required" else None

    def gives_contact(self, said: Said) -> bool:
        """Whether a turn names a place where the shop can be reached, and no rule forbids it here."""
        cards = self.exchanges_cards(said)
        return said.names(*ELSEWHERE) and not self.forbids(WISHES["wish_contact"], business_card=cards)

    def exchanges_cards(self, said: Said) -> bool:
        """Whether contact data in the agent's turn are a business card: asked for before, or called one."""
        asked = any(turn.did("wish_contact") for turn in self.buyer if turn.index < said.index)
        return asked or bool(_CARD.search(said.turn.text))

    def tells(self, said: Said) -> bool:
        """Whether a turn of the agent says anything of substance: more than courtesies."""
        return bool(set(said.heard.act_ids) - COURTESY) or self.gives_contact(said)

    @property
    def addresses(self) -> Mapping[str, str]:
        """What agents of the shop may name as its contact, by kind."""
        return self.sheet.addresses if self.sheet else {}

    @property
    def _shop(self) -> str | None:
        return self.sheet.shop if self.sheet else None

    def _with(self, facts: Mapping[str, Any]) -> Case:
        """The case with what more is known."""
        known = {key: value for key, value in facts.items() if value is not None}
        return replace(self._case, facts={**self._case.facts, **known})

    @property
    def over(self) -> bool:
        """Whether the buyer had the last word and nothing more was owed."""
        if not self.said or not self.agent:
            return False
        last = self.said[-1]
        return last.did("farewell") or (last.did("thanks", "accept") and not last.did(*ASKING))

    @property
    def spoke(self) -> bool:
        """Whether the agent said anything of substance; where the buyer wants nothing, a courtesy is that."""
        asked = [said for said in self.buyer if not said.moves or {m.move for m in said.moves} - CONTENT]
        idle = COURTESY if asked or self.sheet else {"out_of_scope"}
        worded = (said for said in self.agent if _WORD.search(said.turn.text))
        return any(set(said.heard.act_ids) - idle or self.gives_contact(said) for said in worded)


def _exchanges(said: Sequence[Said]) -> Iterator[Exchange]:
    buyer: list[Said] = []
    agent: list[Said] = []
    for one in said:
        if one.turn.side == "buyer" and agent:
            yield Exchange(tuple(buyer), tuple(agent))
            buyer, agent = [], []
        (buyer if one.turn.side == "buyer" else agent).append(one)
    if buyer or agent:
        yield Exchange(tuple(buyer), tuple(agent))
