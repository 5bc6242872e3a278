"""Small stand-ins for what the service needs: a bot to command, a clock to turn, scenarios and articles."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.buyer.scenario import Endings, Order, Person, Persona, RubricData, Scenario, Variant
from bot.core.article import Article, Phrase, Section, Source
from bot.core.errors import ServiceDown
from bot.core.heard import JsonDict
from bot.service.cards import Choice
from bot.service.desk import Desk
from bot.service.library import Library
from bot.service.pace import Pace
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate

DE = Choice("late-parcel", "de", "aliexpress", "DE")
OPENING = "Guten Tag, mein Paket ist seit zwei Wochen unterwegs. Wo bleibt es?"
BRIEFING_ZH = """# 任务

{buyer} 的包裹晚了{late}，生日礼物可能赶不上。安抚买家，查清情况，给出合规的方案。

- 不要离开平台
- 不要承诺做不到的事
"""
BRIEFING_EN = """# Task

The parcel of {buyer} is {late} late and the birthday near. Calm the buyer, offer what is lawful.
"""
START = 1_800_000_000.0


@dataclass
class FakeBot:
    """Answers like the bot: counts turns in its state, ends after `ends_after` turns of the trainee.

    While `down`, it fails; while `garbled`, its turns cannot be read; where `release` is given, it waits for
    it; while `ungradable`, it has no grade. Everything the buyer says has the same `gloss` and `subject`.
    """

    down: bool = False
    garbled: bool = False
    empty: bool = False
    ungradable: bool = False
    ends_after: int = 99
    gloss: str | None = None
    subject: str | None = None
    said: list[tuple[str, JsonDict]] = field(default_factory=list)
    sent: list[tuple[str, JsonDict]] = field(default_factory=list)
    release: asyncio.Event | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False
    senders: set[str] = field(default_factory=set)

    async def say(self, sender: str, text: str, metadata: JsonDict) -> JsonDict:
        """One turn of the trainee. Words in square brackets command other kinds of answers."""
        await self._reach(sender)
        self.said.append((text, metadata))
        if text == "[rule]":
            return LOOK_UP
        if text == "[finish]":
            return {"kind": "finish_requested"}
        turns = int((metadata["state"] or {"turns": 0})["turns"]) + 1
        ended = "satisfied" if turns >= self.ends_after else None
        reply = "" if text == "[mute]" else f"Antwort {turns}"
        return self._turn(reply, {"turns": turns}, ended)

    async def send(self, sender: str, event: str, metadata: JsonDict) -> JsonDict:
        """One of web's own events."""
        await self._reach(sender)
        self.sent.append((event, metadata))
        if event == "finish" and self.ungradable:
            return {"kind": "grade_failed"}
        if event == "finish":
            return {"kind": "grade", "grade": grade(metadata["transcript"])}
        if event == "ask_rule":
            return LOOK_UP
        if event == "ask_hint":
            return hint(metadata["step"])
        if event == "silence":
            return self._turn("Sind Sie noch da?", metadata["state"], None)
        return self._turn("" if self.empty else OPENING, {"turns": 0}, None)

    async def close(self) -> None:
        """Ends the connections."""
        self.closed = True

    async def _reach(self, sender: str) -> None:
        self.senders.add(sender)
        self.asked.set()
        if self.release:
            await self.release.wait()
        if self.down:
            raise ServiceDown("the bot does not answer")

    def _turn(self, text: str, state: JsonDict, ended: str | None) -> JsonDict:
        return {
            "kind": "buyer_turn",
            "text": text,
            "gloss": self.gloss,
            "subject": self.subject,
            "moves": [{"move": "question", "need": "where"}],
            "state": state,
            "mood": "?" if self.garbled else 0.5,
            "ended": ended,
        }


class FakeClock:
    """Time that stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = START
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> float:
        """The time as it was set."""
        return self.time

    def sleep(self, seconds: float) -> Awaitable[None]:
        """Done when the clock was turned so far."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.time + seconds, future))
        return future

    def turn(self, seconds: float) -> None:
        """Lets so much time pass."""
        self.time += seconds
        due = [future for when, future in self._sleepers if when <= self.time]
        self._sleepers = [(when, future) for when, future in self._sleepers if when > self.time]
        for future in due:
            if not future.done():
                future.set_result(None)


HOUSE = {"scripts": ["Danke für Ihre Nachricht."], "addresses": {"web": "toys.example"}}
"""What the shop of the fakes says itself."""

LOOK_UP: JsonDict = {
    "kind": "rule_lookup",
    "question": "WhatsApp?",
    "answered": True,
    "hits": [
        {
            "topic": "off-platform-contact",
            "title": {"zh": "站外联系", "en": "Contact outside the platform"},
            "article": "off-platform-contact/zh",
            "section": "What to answer",
            "language": "zh",
            "score": 0.9,
            "excerpt": "不要给出 WhatsApp、邮箱或电话。礼貌地请买家留在平台聊天里，平台只保护站内的约定。",
            "phrases": {
                "de": ["Gern helfe ich Ihnen hier im Chat weiter."],
                "es": ["Con mucho gusto le ayudo aquí en el chat."],
            },
            "platforms": [],
            "countries": [],
            "effective": {"from": None, "until": None},
            "verified": False,
            "sources": [{"name": "AliExpress seller rules", "date": "2026-03"}],
            "reviewed": "2026-11-20",
        }
    ],
    "house": HOUSE,
}


def hint(step: int) -> JsonDict:
    """The coach's hint of a step."""
    return {
        "kind": "hint",
        "step": step,
        "topic": "off-platform-contact",
        "title": {"zh": "站外联系", "en": "Contact outside the platform"},
        "section": "What to answer",
        "text": {"zh": f"提示 {step}", "en": f"Hint {step}"},
        "phrases": ["Gern helfe ich Ihnen hier im Chat weiter."] if step == 2 else [],
        "house": HOUSE if step == 2 else None,
    }


def scenario() -> Scenario:
    """A scenario in two languages, with nothing in it that only the engine needs."""
    weber = Variant("aliexpress", "DE", "EUR", Person("Weber", "Frau", "f"))
    smith = Variant("amazon", "GB", "GBP", Person("Smith", "Mr", "m"))
    dates = {"ordered": -30, "promised": -5}
    return Scenario(
        id="late-parcel",
        title={"zh": "生日前没到的包裹", "en": "The parcel before the birthday"},
        level=1,
        stage="after_sales",
        responsibility="after_sales",
        channel="chat",
        world="toys",
        shop=None,
        variants={"de": (weber,), "en": (smith,)},
        order=Order("8190 3345 2071", "LP00412345678CN", {"EUR": 34.9, "GBP": 29.9}, dates),
        context={"paid": True, "shipped": True, "delivered": False},
        authority={"refund_percent": 15, "voucher": {"EUR": 5}, "replacement": True, "full_refund": False},
        words={},
        facts=(),
        needs=(),
        traps=(),
        persona=Persona(0.5, 0.5, 60.0),
        endings=Endings("walked_away", "bad_review", "dispute"),
        turn_limit=20,
        rubric=RubricData({}, {}, None),
        topics=("parcel-delayed",),
        talk={},
        groups={},
        matters={},
        briefing={"zh": BRIEFING_ZH, "en": BRIEFING_EN},
        debriefing={"zh": "这一类对话的要点是**先共情，再给期限**。", "en": "First empathy, then a date."},
    )


def library() -> Library:
    """One article."""
    section = {
        "zh": Section(
            "怎么回答",
            "留在平台里。站外联系会被处罚（待核实）。\n\n| 平台 | 规则 |\n| --- | --- |\n| 速卖通 | 禁止 |",
        ),
        "en": Section("What to answer", "Stay on the platform. It is punished (to be checked)."),
    }
    article = Article(
        topic="off-platform-contact",
        title={"zh": "站外联系", "en": "Contact outside the platform"},
        platforms=("aliexpress",),
        countries=("EU",),
        stages=(),
        effective_from="2025-01-01",
        effective_until=None,
        checked="2026-11-20",
        sources=(Source("AliExpress seller rules", "2026-03", "to_check"),),
        sections={"zh": (section["zh"],), "en": (section["en"],)},
        phrases=(
            Phrase(
                "stay",
                {
                    "zh": "我很乐意在这里继续帮您。",
                    "en": "I am happy to help you here.",
                    "de": "Gern helfe ich Ihnen hier im Chat weiter.",
                    "ru": "Я с удовольствием помогу Вам здесь, в чате.",
                    "es": "Con gusto le sigo ayudando aquí, en el chat.",
                },
            ),
        ),
        questions={},
    )
    return Library([article], {"off-platform-contact": "conduct"})


def desk(folder: Path, bot: FakeBot, clock: FakeClock, pace: Pace | None = None, *more: Scenario) -> Desk:
    """Everything a conversation needs, over a real database in `folder`."""
    url = f"sqlite:///{folder / 'silkdesk.db'}"
    migrate(url)
    scenarios = {one.id: one for one in (scenario(), *more)}
    return Desk(bot, SqlAttempts(connect(url)), clock, scenarios, pace or Pace())


def grade(transcript: JsonDict) -> JsonDict:
    """A grade of every kind of check, whose quotes are the agent's own first words."""
    agent = next(
        ((i, t["text"]) for i, t in enumerate(transcript["turns"]) if t["from"] == "agent"), (0, None)
    )
    turn, text = agent
    quote = text[:12] if text else None
    proof = {
        "turn": turn,
        "start": 0 if quote else None,
        "end": len(quote) if quote else None,
        "quote": quote,
    }
    return {
        "transcript": transcript["id"],
        "scenario": transcript["scenario"],
        "score": 40.0,
        "passed": False,
        "pass_mark": 70,
        "cap": {"score": 40, "because": ["no_off_platform_contact"]},
        "grader": {"version": "1", "rubric": "r", "rules": "r", "understanding": "u"},
        "dimensions": {
            "response_time": {"score": 90.0, "weight": 0.2},
            "resolution": {"score": 55.5, "weight": 0.3},
            "compliance": {"score": 40.0, "weight": 0.3},
            "communication": {"score": None, "weight": 0.2},
        },
        "checks": [
            _check(
                "first_reply_in_time",
                "response_time",
                "首次回复及时",
                "First reply in time",
                "yes",
                proof,
                points=9,
            ),
            _check(
                "next_step_named",
                "resolution",
                "说明了下一步",
                "Next step named",
                "no",
                {**proof, "start": None, "end": None, "quote": None},
            ),
            _check("greeted", "communication", "开场问候", "Greeted", "yes", proof),
            _check(
                "no_off_platform_contact",
                "compliance",
                "不离开平台联系",
                "No contact outside the platform",
                "no",
                proof,
                critical=True,
            ),
            _check("remedy_lawful", "resolution", "方案合法", "Remedy lawful", "na", None),
        ],
        "violations": [],
        "indices": {
            "first_response_time": {"value": 21.5, "unit": "s", "reason": None},
            "sales_target": {
                "value": None,
                "unit": "ratio",
                "reason": {"zh": "一次对话看不出", "en": "One talk does not tell"},
            },
        },
    }


def _check(
    name: str,
    dimension: str,
    zh: str,
    en: str,
    verdict: str,
    proof: JsonDict | None,
    points: float | None = None,
    critical: bool = False,
) -> dict[str, Any]:
    broken = verdict == "no"
    return {
        "id": name,
        "title": {"zh": zh, "en": en},
        "dimension": dimension,
        "verdict": verdict,
        "critical": critical,
        "points": points if points is not None else (10.0 if verdict == "yes" else 0.0),
        "of": 10.0,
        "evidence": [proof] if proof else [],
        "rule": "platform-contact" if critical else None,
        "topic": "off-platform-contact" if critical else None,
        "section": "What to answer" if critical else None,
        "advice": {"zh": "请留在平台里。", "en": "Stay on the platform."} if broken else None,
        "phrase": "Gern helfe ich Ihnen hier im Chat weiter." if broken else None,
        "reason": {"zh": "没有提出方案", "en": "No remedy was offered"} if verdict == "na" else None,
    }
