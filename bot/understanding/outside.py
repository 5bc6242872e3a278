"""How well messages are understood that real agents wrote and one or two people read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.core.heard import Heard, JsonDict
from bot.core.words import LANGUAGES
from bot.understanding.evaluation import share
from bot.understanding.intent import OUT_OF_SCOPE

Hear = Callable[[Sequence[str], Sequence[str | None]], Sequence[Heard]]
"""Hears texts, each in its language."""

LAWFUL_ON_OWN_SHOP = frozenset({"violate_off_platform_contact", "violate_off_platform_payment"})


@dataclass(frozen=True)
class Message:
    """A message and the acts that each of its readers names."""

    text: str
    language: str
    readings: tuple[frozenset[str], ...]

    @property
    def agreed(self) -> frozenset[str]:
        """What every reader names."""
        return frozenset.intersection(*self.readings) - {OUT_OF_SCOPE}

    @property
    def defensible(self) -> frozenset[str]:
        """What any reader names."""
        return frozenset.union(*self.readings) - {OUT_OF_SCOPE}


def measure_outside(hear: Hear, messages: Iterable[Message]) -> JsonDict:
    """By language, as far as there are messages of it, how many there are and four shares.

    `found`: of the acts that all readers of a message name, those heard; `right`: of those heard, what any
    reader names; `accused`: of the messages in which no reader names a violation, those where one is heard,
    as it would count on a marketplace; `accused_own_shop`: the same without contact and payment outside a
    platform.
    """
    by_language: dict[str, list[Message]] = {language: [] for language in LANGUAGES}
    for message in messages:
        by_language[message.language].append(message)
    return {language: _measure(hear, those, language) for language, those in by_language.items() if those}


def _measure(hear: Hear, messages: Sequence[Message], language: str) -> JsonDict:
    heard = hear([message.text for message in messages], [language] * len(messages))
    pairs = [
        (one, set(hearing.act_ids) - {OUT_OF_SCOPE}) for one, hearing in zip(messages, heard, strict=True)
    ]
    return {
        "messages": len(messages),
        "found": share(
            sum(len(one.agreed & said) for one, said in pairs), sum(len(m.agreed) for m in messages)
        ),
        "right": share(sum(len(one.defensible & said) for one, said in pairs), sum(len(s) for _, s in pairs)),
        "accused": _accused(pairs, frozenset()),
        "accused_own_shop": _accused(pairs, LAWFUL_ON_OWN_SHOP),
    }


def _accused(pairs: Sequence[tuple[Message, set[str]]], lawful: frozenset[str]) -> float | None:
    clean = [said for one, said in pairs if not _accuses(one.defensible - lawful)]
    return share(sum(_accuses(said - lawful) for said in clean), len(clean))


def _accuses(acts: Iterable[str]) -> bool:
    return any(act.startswith("violate_") for act in acts)
