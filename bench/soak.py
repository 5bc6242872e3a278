"""Plays thousands of talks of random acts, and some in random text, with every scenario.

It tells endings, faults, and the time of a step; it exits 1 on a fault or too many talks without an end.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice

from bench.faults import foreign, repeated
from bot import bootstrap
from bot.buyer import engine
from bot.buyer.draft import ORDER_NUMBER, Step
from bot.buyer.questions import questions
from bot.buyer.scenario import Casting, Scenario
from bot.content.contract import acts
from bot.core.heard import Heard, HeardAct
from bot.understanding.findings import findings

TALKS, TALKS_IN_TEXT = 20_000, 200
ENDLESS = 0.01
"""Share of the talks that may end by the limit of turns."""
SEED = 7
DAY = date(2026, 11, 26)
SILENT = 0.05
"""Share of the turns in which the agent says nothing."""
LETTERS = "abcdeghilmnorstuzäöüßñáíó" * 3 + "авеиклмнорстуя" * 2 + "0123456789" + "  .,!?¿¡%€🙂\u200b{}<&"
TEXTS = ("Ok.", "10 %", "25 €", "3.12.", "2 days", "in 15 minutes", "🙂", "", "Yes, sure.", "1 week, 5 %")


def castings() -> Iterator[tuple[Scenario, Casting]]:
    """Every scenario in each of its languages, again and again with another seed; its buyers take turns."""
    played = [(s, lang, i) for i, s in enumerate(bootstrap.scenarios().values()) for lang in s.variants]
    for seed, (scenario, language, place) in enumerate(cycle(played)):
        buyers = scenario.variants[language]
        variant = buyers[(place + seed // len(played)) % len(buyers)]
        yield scenario, Casting(language, variant, seed, DAY)


Said = Callable[[random.Random, Casting], Heard]
"""What the agent says next to that buyer."""


def in_acts(chance: random.Random, _casting: Casting) -> Heard:
    """Up to three acts at random."""
    text = f"{chance.choice(TEXTS)} {chance.random()}"
    chosen = chance.sample(sorted(acts()), chance.randint(0, 3))
    return Heard(text, None, 0.0, tuple(HeardAct(a, 0.9, 0, len(text)) for a in chosen), findings(text))


def in_text(chance: random.Random, casting: Casting) -> Heard:
    """Up to 200 letters at random, as the trained model hears them."""
    text = "".join(chance.choices(LETTERS, k=chance.randint(1, 200)))
    return bootstrap.understander().hear(text, casting.language)


class Soak:
    """What happened in all talks: endings, faults, seconds in the engine and its steps."""

    def __init__(self, said: Said) -> None:
        self.endings: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.seconds, self.steps = 0.0, 0
        self._chance = random.Random(SEED)
        self._said = said

    def play(self, scenario: Scenario, casting: Casting) -> None:
        """One talk, to its end."""
        step = engine.begin(scenario, casting)
        said = [step.text]
        while not step.ended:
            before, heard = step, self._said(self._chance, casting)
            started = time.perf_counter()
            step = self._next(scenario, before, heard)
            self.seconds += time.perf_counter() - started
            self.steps += 1
            told = set(step.state.told) - {*before.state.told, ORDER_NUMBER}
            self.faults["unasked fact"] += not all(_asked(scenario, fact, heard) for fact in told)
            said.append(step.text)
        self.endings[step.ended] += 1
        self.faults["repeated turn"] += len(set(said)) != len(said)
        self.faults["repeated sentence"] += scenario.channel == "chat" and bool(repeated(said))
        self.faults["placeholder"] += any("{" in text or "}" in text for text in said)
        self.faults["nothing said"] += "" in said
        self.faults["other language"] += bool(foreign(said, casting.language))

    def _next(self, scenario: Scenario, before: Step, heard: Heard) -> Step:
        if self._chance.random() < SILENT:
            return engine.silence(scenario, before.state, 180.0)
        return engine.step(scenario, before.state, heard, self._chance.choice((10.0, 40.0, 200.0)))


def _asked(scenario: Scenario, fact: str, heard: Heard) -> bool:
    return any(f.id == fact and f.asked_by.intersection(questions(heard)) for f in scenario.facts)


def soak(name: str, said: Said, talks: int) -> bool:
    """Prints what happened in so many talks; whether nothing is wrong with it."""
    played = Soak(said)
    for scenario, casting in islice(castings(), talks):
        played.play(scenario, casting)
    endings = ", ".join(f"{ending} {count / talks:.1%}" for ending, count in played.endings.most_common())
    faults = ", ".join(f"{fault} {count}" for fault, count in played.faults.items() if count)
    print(f"soak: {talks:,} talks of {name}; {endings}; faults: {faults or 'none'}")
    print(f"soak: a step of the engine takes {played.seconds / played.steps * 1000:.2f} ms", flush=True)
    return not faults and played.endings["turn_limit"] <= ENDLESS * talks


def main() -> None:
    """Soaks in acts and in text; exits 1 where something is wrong."""
    sound = [soak("random acts", in_acts, TALKS), soak("random text", in_text, TALKS_IN_TEXT)]
    sys.exit(not all(sound))


if __name__ == "__main__":
    main()
