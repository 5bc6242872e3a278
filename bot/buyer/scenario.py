"""What a practice is made of: the scenario, the needs and traps it uses, the lines the buyer can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, cast

from bot.buyer.matters import Matters
from bot.core.errors import BadRequest
from bot.core.grade import Text
from bot.core.transcript import Move
from bot.core.words import Cefr, Channel, Ending, Language, Responsibility, Stage

Band = Literal["calm", "annoyed", "angry"]
BANDS: tuple[Band, ...] = ("calm", "annoyed", "angry")
Unit = Literal["percent", "days"]


@dataclass(frozen=True)
class Line:
    """One wording. `level` is that of its text where it has one; `countries` empty: said everywhere.

    `gloss` says in Chinese what it means, for the page to show as help; all circumstances of `when`
    (`bot.buyer.circumstances`) must hold.
    """

    text: str
    level: Cefr | None = None
    countries: tuple[str, ...] = ()
    gloss: str | None = None
    when: tuple[str, ...] = ()


Lines = Mapping[str, Mapping[str, Mapping[Band, tuple[Line, ...]]]]
"""Language, then slot (`raise`, `again`, …), then mood band, to the wordings."""


@dataclass(frozen=True)
class Need:
    """A kind of wish. Acts of the agent meet it, ease it (the buyer waits), refuse it or mislead.

    `offered_by` opens a negotiation in `unit`, over a share of the order's value or over days; acts
    `told_by` settle it before the buyer asks, where they answer nothing that the buyer did ask, acts
    `settled_by` wherever they answer; those of `grounded` need a number beside them, or a question before;
    what it is `about` are matters one of which a statement must name that names any at all;
    `raised_by` makes the buyer bring the need up at once, `fills` names the placeholders that its lines
    want from a scenario, `topic` the article that helps.
    """

    id: str
    title: Text
    move: str
    lines: Lines
    met_by: frozenset[str]
    eased_by: frozenset[str] = frozenset()
    refused_by: frozenset[str] = frozenset()
    misled_by: frozenset[str] = frozenset()
    offered_by: frozenset[str] = frozenset()
    raised_by: frozenset[str] = frozenset()
    told_by: frozenset[str] = frozenset()
    settled_by: frozenset[str] = frozenset()
    grounded: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    named: bool = False
    unless: frozenset[str] = frozenset()
    fills: tuple[str, ...] = ()
    topic: str | None = None
    unit: Unit = "percent"


@dataclass(frozen=True)
class Trap:
    """A forbidden wish: acts that fall for it, acts that decline it clearly, the article that helps.

    `ruled_out` are matters: who names one in declining, before the buyer wished for it, hears no such wish.
    """

    id: str
    title: Text
    move: str
    lines: Lines
    caught_by: frozenset[str]
    declined_by: frozenset[str]
    about: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    ruled_out: frozenset[str] = frozenset()
    fills: tuple[str, ...] = ()
    topic: str | None = None


@dataclass(frozen=True)
class Talk:
    """What every buyer says on one occasion, and which moves it makes."""

    id: str
    moves: tuple[str, ...]
    lines: Lines


@dataclass(frozen=True)
class Bargain:
    """Limits of a negotiation in the need's unit: first demand, least taken (of days, most), rounds."""

    ask: float
    floor: float
    rounds: int


@dataclass(frozen=True)
class NeedUse:
    """A need as a scenario uses it, with the need's `id`, `move` and `lines`.

    `reacts_to`: all acts that speak to it once it was brought up.
    """

    need: Need
    bargain: Bargain | None = None

    @property
    def id(self) -> str:
        return self.need.id

    @property
    def move(self) -> str:
        return self.need.move

    @property
    def lines(self) -> Lines:
        return self.need.lines

    @property
    def reacts_to(self) -> frozenset[str]:
        need = self.need
        return need.met_by | need.offered_by | need.refused_by | need.misled_by | need.eased_by

    def makes(self, move: str) -> Move:
        """A move over this need."""
        return Move(move, need=self.id)


@dataclass(frozen=True)
class TrapUse:
    """A trap as a scenario uses it: set when `need` is settled, or `during` the time that it is not.

    What it shares with a `NeedUse` goes by the same names.
    """

    trap: Trap
    need: str
    during: bool = False

    @property
    def id(self) -> str:
        return self.trap.id

    @property
    def move(self) -> str:
        return self.trap.move

    @property
    def lines(self) -> Lines:
        return self.trap.lines

    @property
    def reacts_to(self) -> frozenset[str]:
        return self.trap.caught_by | self.trap.declined_by

    def makes(self, move: str) -> Move:
        """A move over this trap."""
        return Move(move, trap=self.id)


Item = NeedUse | TrapUse
"""What a buyer may bring up."""


@dataclass(frozen=True)
class Fact:
    """Something the buyer tells only when one of the acts `asked_by` asks for it.

    A question that names other matters than those it is `about` asks for something else. Where it tells of a
    need, the need `brings_up`, that one is raised by it. Where it tells which remedy it is to be, `wants`
    lists the acts that offer it.
    """

    id: str
    asked_by: frozenset[str]
    lines: Mapping[str, tuple[Line, ...]]
    about: frozenset[str] = frozenset()
    brings_up: str = ""
    wants: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Persona:
    """How the buyer begins: mood and patience (0 to 1), seconds waited before it counts as slow."""

    mood: float
    patience: float
    waits: float


@dataclass(frozen=True)
class Endings:
    """How the talk ends when the buyer has no patience left, is furious, or a right was denied twice."""

    impatient: Ending
    furious: Ending
    denied: Ending


@dataclass(frozen=True)
class Person:
    """Name, title before the name (Frau, Mr) and grammatical gender (m, f) of the buyer."""

    name: str
    form: str | None
    gender: Literal["m", "f"]


@dataclass(frozen=True)
class Variant:
    """One buyer who can play the scenario."""

    platform: str
    country: str
    currency: str
    buyer: Person

    @property
    def place(self) -> tuple[str, str]:
        """Platform and country."""
        return self.platform, self.country


@dataclass(frozen=True)
class Order:
    """The order sheet. `value` by currency; `dates` in days from the day of the practice (past < 0).

    `sums` are further sums that the talk is about, such as a customs bill, by name and currency.
    """

    number: str
    tracking: str | None
    value: Mapping[str, float]
    dates: Mapping[str, int]
    sums: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class RubricData:
    """What a scenario says about its grade, as written: weights by check, what is expected, pass mark.

    `critical` are ids of checks, `checks` the scenario's own.
    """

    weights: Mapping[str, float]
    expects: Mapping[str, Any]
    pass_mark: float | None
    critical: frozenset[str] = frozenset()
    checks: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class SalesData:
    """What the shop reckons with in such a sale, for the indices: sums by currency, conversion 0 to 1."""

    target: Mapping[str, float]
    unit_price: Mapping[str, float]
    conversion: float


@dataclass(frozen=True)
class Scenario:
    """A case that a trainee handles. `groups` is the contract's group of every act.

    `subject` has wordings of a letter's subject by language, where the channel is email; `store` is the
    shop's name, which its own buyers say where others name the platform; `reviewed`: the buyer's review
    stands already.
    """

    id: str
    title: Text
    level: int
    stage: Stage
    responsibility: Responsibility
    channel: Channel
    world: str
    shop: str | None
    variants: Mapping[Language, tuple[Variant, ...]]
    order: Order
    context: Mapping[str, Any]
    authority: Mapping[str, Any]
    words: Mapping[str, Mapping[str, str]]
    facts: tuple[Fact, ...]
    needs: tuple[NeedUse, ...]
    traps: tuple[TrapUse, ...]
    persona: Persona
    endings: Endings
    turn_limit: int
    rubric: RubricData
    topics: tuple[str, ...]
    talk: Mapping[str, Talk]
    groups: Mapping[str, str]
    matters: Matters
    briefing: Text
    debriefing: Text
    opening: Talk | None = None
    subject: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    store: str = ""
    sales: SalesData | None = None
    reviewed: bool = False

    def variant(
        self, language: str, platform: str | None = None, country: str | None = None, seed: int = 0
    ) -> Variant:
        """The first that fits, of several in one place by the seed; BadRequest names those there are."""
        spoken = self._spoken(language)
        if not spoken:
            raise BadRequest(f"scenario {self.id} is played in {', '.join(self.variants)}, not in {language}")
        fitting = [v for v in spoken if platform in (None, v.platform) and country in (None, v.country)]
        if not fitting:
            known = ", ".join(f"{v.platform}/{v.country}" for v in spoken)
            raise BadRequest(f"scenario {self.id} in {language} has {known}, not {platform}/{country}")
        alike = [v for v in fitting if v.place == fitting[0].place]
        return alike[seed % len(alike)]

    def nearest(
        self, language: str, platform: str | None, country: str | None, seed: int = 0, buyer: str = ""
    ) -> Variant:
        """The buyer so named in this place, else who fits there, else the first who speaks the language.

        Raises BadRequest where nobody does.
        """
        here = [v for v in self._spoken(language) if v.place == (platform, country)]
        known = [v for v in here if v.buyer.name == buyer]
        if known:
            return known[0]
        return self.variant(language, platform, country, seed) if here else self.variant(language, seed=seed)

    def _spoken(self, language: str) -> tuple[Variant, ...]:
        """The variants in a language; none where the scenario is not played in it."""
        return self.variants.get(cast(Language, language), ())


@dataclass(frozen=True)
class Casting:
    """Who plays when: language, variant, the seed of every choice, the day of the practice.

    `cefr`: the level of text that is preferred wherever a line comes in more than one; None: any.
    """

    language: Language
    variant: Variant
    seed: int
    today: date
    cefr: Cefr | None = None

    def day(self, scenario: Scenario, name: str) -> date:
        """The scenario's date `name` in this practice; KeyError where it has none."""
        return self.today + timedelta(days=scenario.order.dates[name])
