"""Grades transcripts: hears both sides, lets the rules decide, judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from bot.buyer.scenario import Scenario
from bot.core.errors import NotFound
from bot.core.grade import Grade
from bot.core.heard import Heard
from bot.core.offers import PIECE
from bot.core.transcript import Move, Transcript, Turn
from bot.grading import grader
from bot.grading.rubric import OWN_SECTION, CaseSheet, CheckSpec, OwnCheck, Rubric, Sales
from bot.grading.talk import Said, Talk
from bot.rules.policy import Policy
from bot.rules.rule_book import RuleBook


class Understands(Protocol):
    """What grading needs of understanding."""

    def hear_many(self, texts: list[str], languages: list[str | None]) -> list[Heard]: ...


class HearsBuyers(Protocol):
    """Hears the buyer's moves in real talk."""

    def hear(self, text: str, language: str) -> tuple[Move, ...]: ...


@dataclass(frozen=True)
class Grader:
    """Everything a grade depends on; `heard_by` is the checksum of all by which both sides are heard."""

    understander: Understands
    ears: HearsBuyers
    heard_by: str
    rules: RuleBook
    rubric: Rubric
    phrases: grader.Phrases
    scenarios: Mapping[str, Scenario]

    def grade(self, transcript: Transcript, day: date | None = None) -> Grade:
        """The grade, with the rules as of `day`, else of the transcript's date, else of the rubric's.

        Raises NotFound for a scenario that does not exist.
        """
        sheet = self._sheet(transcript.scenario)
        rubric = self.rubric.weighed(sheet) if sheet else self.rubric
        as_of = day or (date.fromisoformat(transcript.date[:10]) if transcript.date else rubric.day)
        promised = sheet.answers_within if sheet and transcript.channel == "email" else None
        pace = rubric.pace.within(promised) if promised else rubric.pace
        talk = Talk(transcript, self._said(transcript), as_of, self.rules, pace, sheet)
        return grader.grade(talk, rubric, self.phrases, self.heard_by, self.rules.digest)

    def _said(self, transcript: Transcript) -> list[Said]:
        texts = [turn.text for turn in transcript.turns]
        heard = self.understander.hear_many(texts, [transcript.language] * len(texts))
        return [
            Said(i, turn, hearing, self._moves(turn, transcript.language))
            for i, (turn, hearing) in enumerate(zip(transcript.turns, heard, strict=True))
        ]

    def _moves(self, turn: Turn, language: str) -> tuple[Move, ...]:
        if turn.side == "agent":
            return ()
        return self.ears.hear(turn.text, language) if turn.moves is None else turn.moves

    def _sheet(self, name: str | None) -> CaseSheet | None:
        if name is None:
            return None
        scenario = self.scenarios.get(name)
        if scenario is None:
            raise NotFound(f"there is no scenario {name}")
        return case_sheet(scenario, self.rules.policy(scenario.shop))


def case_sheet(scenario: Scenario, policy: Policy) -> CaseSheet:
    """What the scenario tells the grade, and where it names nothing of its own, its shop's policy."""
    expects, order = scenario.rubric.expects, scenario.order
    return CaseSheet(
        id=scenario.id,
        shop=scenario.shop,
        needs=tuple(use.need.id for use in scenario.needs),
        known=frozenset(expects.get("known", ())),
        remedy=frozenset(expects.get("remedy", ())),
        ask=tuple(expects.get("ask", ())),
        confirm=tuple(expects.get("confirm", ())),
        evidence=expects.get("evidence", False),
        escalate=expects.get("escalate", False),
        at_fault=expects.get("apology", False),
        untrue={
            act: {language: tuple(words) for language, words in told.items()}
            for act, told in expects.get("untrue", {}).items()
        },
        explore=expects.get("explore", False),
        close_sale=expects.get("close_sale", False),
        invite_back=expects.get("invite_back", False),
        right=expects.get("right"),
        advice=expects.get("advice", {}),
        numbers=_numbers(scenario),
        sums={"value": order.value, **order.sums},
        dates=order.dates,
        haggled=_haggled(scenario),
        authority={**policy.authority, **scenario.authority},
        addresses=policy.addresses,
        answers_within=policy.answers_within,
        weights=scenario.rubric.weights,
        critical=scenario.rubric.critical,
        checks=tuple(map(_own_check, scenario.rubric.checks)),
        pass_mark=scenario.rubric.pass_mark,
        sales=_sales(scenario),
    )


def _own_check(data: Mapping[str, Any]) -> OwnCheck:
    """A check as the scenario writes it; its phrase stands beside it, in no article."""
    spec = CheckSpec(
        id=data["id"],
        dimension=data["dimension"],
        critical=False,
        of=float(data["of"]),
        title=data["title"],
        advice=data["advice"],
        topic=data["topic"],
        section=data.get("section", OWN_SECTION),
        phrase="",
    )
    says = {language: tuple(words) for language, words in data.get("says", {}).items()}
    return OwnCheck(spec, tuple(data.get("does", ())), says, data.get("never", False), data["phrase"])


def _numbers(scenario: Scenario) -> dict[str, list[str]]:
    """The order's number with what `words` calls a number, and the parcel's, by the kind of the finding."""
    order = scenario.order
    named = [texts for word, texts in scenario.words.items() if word.endswith("number")]
    others = {text for texts in named for text in texts.values()}
    return {
        "order_number": [order.number, *sorted(others)],
        "tracking_number": [order.tracking] if order.tracking else [],
    }


def _haggled(scenario: Scenario) -> bool:
    """Whether the buyer asks for a lower price of what is not paid yet."""
    shares = (use for use in scenario.needs if use.bargain and use.need.unit == "percent")
    return scenario.context.get("paid") is False and any(shares)


def _sales(scenario: Scenario) -> Sales | None:
    """The shop's figures for such a sale, with the list price of one piece."""
    given = scenario.sales
    piece = scenario.order.sums.get(PIECE, {})
    return Sales(given.target, given.unit_price, given.conversion, piece) if given else None
