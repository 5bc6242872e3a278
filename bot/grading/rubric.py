"""The rubric as data: weights, caps, pace, and what each check cites and advises."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Any

from bot.core.grade import Text
from bot.core.words import Channel, Dimension, Language

OWN_SECTION = "What to do"
"""What a scenario's own check cites of its article where it names no section."""


@dataclass(frozen=True)
class CheckSpec:
    """One check: `of` points; `phrase` names a sentence to say, in the article `phrase_topic` or `topic`."""

    id: str
    dimension: Dimension
    critical: bool
    of: float
    title: Text
    advice: Text
    topic: str
    section: str
    phrase: str
    phrase_topic: str | None = None


@dataclass(frozen=True)
class OwnCheck:
    """A check that a scenario brings itself, kept where the agent does or says what is meant.

    Meant are the acts `does`, in the sentence of which one of `says` stands (by language, any ending);
    either may be empty, and then asks nothing. `never`: kept where nothing of that kind is done or said.
    `phrase` is a sentence to say, by language.
    """

    spec: CheckSpec
    does: tuple[str, ...] = ()
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never: bool = False
    phrase: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ChannelPace:
    """Seconds for a reply: base, per character read and written; no points from `none_at` times that on."""

    base: float
    read: float
    written: float
    none_at: float


@dataclass(frozen=True)
class Pace:
    """How fast a reply should come, by channel, and how much slower each language may be."""

    channels: Mapping[Channel, ChannelPace]
    languages: Mapping[Language, float]

    def target(self, channel: Channel, language: Language, read: int, written: int) -> float:
        """Seconds for reading so many characters and writing so many."""
        pace = self.channels[channel]
        return (pace.base + pace.read * read + pace.written * written) * self.languages[language]

    def within(self, hours: float) -> Pace:
        """The pace of letters in a shop that promises an answer in so many hours, whatever the language."""
        letters = replace(self.channels["email"], base=3600 * hours, read=0, written=0)
        return Pace({**self.channels, "email": letters}, dict.fromkeys(self.languages, 1.0))

    def share(self, channel: Channel, target: float, waited: float) -> float:
        """1 up to the target, falling to 0 at `none_at` times the target."""
        over = (waited - target) / (target * (self.channels[channel].none_at - 1))
        return min(1.0, max(0.0, 1.0 - over))


@dataclass(frozen=True)
class Sales:
    """What the shop reckons with in such a sale; sums by currency.

    `target`: what the inquiry should bring; `unit_price`: what a buyer pays on average; `conversion`: the
    share of such inquiries that become orders; `piece`: the list price of one piece.
    """

    target: Mapping[str, float]
    unit_price: Mapping[str, float]
    conversion: float
    piece: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class CaseSheet:
    """What only a scenario knows. `known`: acts that ask for what the sheet says; `remedy`: fitting acts.

    `ask` and `confirm` are the acts that ask for what the case hangs on, and for what is open of the order.
    `evidence`, `escalate`, `explore` (the need, before advice), `close_sale` and `invite_back` say that it is
    due, `at_fault` that an apology is; `right` names what law or platform grants the buyer, as rules do.
    `advice` has the words by which what `fits` and what is `unfit` is called, in each language; `untrue` has
    words that the sheet denies, by the violation that it is to say so, and by language.

    Of the order: its `numbers` by the kind that they are found as, its `sums` by name and currency, and its
    `dates` in days from the day of the practice; `haggled`: whether the buyer asks for a lower price.

    `needs` are ids; `authority` is what the agent may give alone, as policies name it, `addresses` what he
    may name as the shop's contact; `answers_within` are the hours in which the shop promises to answer a
    letter; `sales` only where something is to be sold. `weights` and `critical` are about checks, by id;
    `checks` are the scenario's own.
    """

    id: str
    shop: str | None = None
    needs: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    remedy: frozenset[str] = frozenset()
    ask: tuple[str, ...] = ()
    confirm: tuple[str, ...] = ()
    evidence: bool = False
    escalate: bool = False
    explore: bool = False
    close_sale: bool = False
    invite_back: bool = False
    at_fault: bool = False
    right: str | None = None
    untrue: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    advice: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sums: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    dates: Mapping[str, int] = field(default_factory=dict)
    haggled: bool = False
    authority: Mapping[str, Any] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    answers_within: float | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    critical: frozenset[str] = frozenset()
    checks: tuple[OwnCheck, ...] = ()
    pass_mark: float | None = None
    sales: Sales | None = None

    @property
    def arrivals(self) -> list[int]:
        """The first days on which the goods can be there, counted as `dates` are."""
        first = (name for name in self.dates if name.endswith("earliest") or name.startswith("express"))
        return [self.dates[name] for name in first]

    def prices(self, currency: str | None, *names: str) -> list[float]:
        """The sums of those names, or all, as far as there are such in the currency."""
        chosen = [self.sums.get(name, {}) for name in names or self.sums]
        return [sums[currency] for sums in chosen if currency is not None and currency in sums]


@dataclass(frozen=True)
class Rubric:
    """The whole rubric. `caps`: the highest score with one broken critical check, with two, and so on.

    `day` is the date as of which rules are taken where a transcript has none; `digest` its checksum.
    """

    day: date
    pass_mark: float
    dimensions: Mapping[Dimension, float]
    caps: tuple[float, ...]
    pace: Pace
    checks: Mapping[str, CheckSpec]
    digest: str

    def weighed(self, sheet: CaseSheet) -> Rubric:
        """With a scenario's weights, critical points, own checks and pass mark, its checksum its own.

        Of weights, 2 counts double, and 0 switches a check off.
        """
        known = {**self.checks, **{own.spec.id: own.spec for own in sheet.checks}}
        weights = {id: sheet.weights.get(id, 1.0) for id in known}
        checks = {
            id: replace(spec, of=spec.of * weights[id], critical=spec.critical or id in sheet.critical)
            for id, spec in known.items()
            if weights[id] > 0
        }
        told = {key: sorted(v) if isinstance(v, frozenset) else v for key, v in asdict(sheet).items()}
        digest = sha256((self.digest + json.dumps(told, sort_keys=True)).encode()).hexdigest()[:16]
        pass_mark = self.pass_mark if sheet.pass_mark is None else sheet.pass_mark
        return replace(self, checks=checks, pass_mark=pass_mark, digest=digest)
