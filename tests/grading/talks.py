"""Talks for tests of the grade: turns with what is heard in them told directly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.articles import load_articles
from bot.content.rubric import load_rubric
from bot.content.rules import load_rules
from bot.core.article import Article
from bot.core.heard import Heard, HeardAct
from bot.core.transcript import Buyer, Move, Transcript, Turn
from bot.core.words import LANGUAGES
from bot.grading.rubric import CaseSheet, Rubric
from bot.grading.talk import Said, Talk
from bot.rules.rule_book import RuleBook
from bot.spelling.speller import Speller
from bot.understanding.address import address
from bot.understanding.findings import findings
from bot.understanding.surface import surface

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
DAY = date(2026, 11, 26)

SPELLER = Speller(dict.fromkeys(LANGUAGES, lambda word: "xx" not in word))
"""Takes words with xx in them for misspelled."""

SHEET = CaseSheet(
    id="late-parcel",
    shop="lumo-toys",
    needs=("where-is-parcel", "compensation"),
    known=frozenset({"ask_order_number"}),
    remedy=frozenset({"offer_partial_refund"}),
    authority={"refund_percent": 15, "full_refund": False, "replacement": False},
)


@cache
def articles() -> dict[str, Article]:
    return {article.topic: article for article in load_articles(KNOWLEDGE / "articles")[0]}


@cache
def rules() -> RuleBook:
    return load_rules(KNOWLEDGE, articles())[0]


@cache
def rubric() -> Rubric:
    found, problems = load_rubric(KNOWLEDGE / "rubric.yml", articles())
    assert found, problems
    return found


def buyer(text: str, *moves: str | Move, at: float | None = None) -> tuple[Any, ...]:
    """A buyer's turn with its moves."""
    return "buyer", text, tuple(move if isinstance(move, Move) else Move(move) for move in moves), at


def agent(
    text: str,
    *acts: str | HeardAct,
    at: float | None = None,
    language: str | None = "de",
    subject: str | None = None,
) -> tuple[Any, ...]:
    """An agent's turn; an act given by name lies over the whole text."""
    spans = tuple(act if isinstance(act, HeardAct) else HeardAct(act, 0.9, 0, len(text)) for act in acts)
    return "agent", text, (spans, language, subject), at


def span(text: str, words: str, act: str, sure: float = 0.9) -> HeardAct:
    """An act heard in these words of a text."""
    start = text.index(words)
    return HeardAct(act, sure, start, start + len(words))


def talk(
    *turns: tuple[Any, ...],
    sheet: CaseSheet | None = None,
    context: Mapping[str, Any] | None = None,
    gap: float = 20.0,
    **about: Any,
) -> Talk:
    """A talk of these turns, `gap` seconds apart unless a turn says when."""
    told = {
        "language": "de",
        "platform": "aliexpress",
        "country": "DE",
        "channel": "chat",
        "stage": "after_sales",
    }
    said, made, clock = [], [], 0.0
    for index, (side, text, more, at) in enumerate(turns):
        clock = clock + (gap if index else 0.0) if at is None else at
        if side == "buyer":
            turn = Turn("buyer", clock, text, more)
            said.append(Said(index, turn, Heard(text, findings=findings(text)), more))
        else:
            spans, language, subject = more
            turn = Turn("agent", clock, text, subject=subject)
            speech = language or "de"
            hearing = Heard(
                text,
                language,
                0.99,
                spans,
                findings(text),
                address(text, speech),
                surface(text, speech, SPELLER),
            )
            said.append(Said(index, turn, hearing))
        made.append(turn)
    transcript = Transcript(
        id="t",
        turns=tuple(made),
        context=dict(context or {}),
        scenario=sheet.id if sheet else None,
        buyer=Buyer("Sabine Weber", "Frau"),
        **{**told, **about},
    )
    return Talk(transcript, said, DAY, rules(), rubric().pace, sheet)
