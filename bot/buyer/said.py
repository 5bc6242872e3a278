"""A line as it is said, in the buyer's language, and what it means in Chinese where the line tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.buyer.circumstances import lasting
from bot.buyer.fill import fill, places
from bot.buyer.scenario import Casting, Line, Scenario

GLOSS = "zh"

Values = Callable[[str], Mapping[str, str]]
"""Places that only the moment fills, such as the present demand, spelled in the language asked for."""


def no_values(_language: str) -> dict[str, str]:
    """The moment fills nothing."""
    return {}


@dataclass(frozen=True)
class Said:
    """Words of the buyer; `gloss` is None where nobody wrote what they mean in Chinese."""

    text: str
    gloss: str | None = None


class Voice:
    """Says the lines of one casting of a scenario."""

    def __init__(self, scenario: Scenario, casting: Casting) -> None:
        self.scenario = scenario
        self.casting = casting
        self.holds = lasting(scenario, casting)
        self._places = cache(lambda language: places(scenario, casting, language))

    def say(self, line: Line, values: Values = no_values) -> Said:
        """The line and its gloss with every place filled, one in front with a capital.

        KeyError names a place that is unknown.
        """

        def filled(text: str, language: str) -> str:
            known = {**self._places(language), **values(language)}
            told = fill(text, known, self.casting.variant)
            return told[:1].upper() + told[1:] if text.startswith("{") else told

        gloss = None if line.gloss is None else filled(line.gloss, GLOSS)
        return Said(filled(line.text, self.casting.language), gloss)


def joined(said: Sequence[Said], between: str, between_glosses: str) -> Said:
    """All as one; it has a gloss where each of them has one, as half a translation misleads."""
    glosses = [one.gloss for one in said if one.gloss is not None]
    complete = bool(said) and len(glosses) == len(said)
    text = between.join(one.text for one in said)
    return Said(text, between_glosses.join(glosses) if complete else None)
