"""Plays thousands of talks of random acts with every scenario: endings, faults, and the time of a step."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from bot import bootstrap
from bot.buyer import engine
from bot.buyer.draft import ORDER_NUMBER, Step
from bot.buyer.questions import questions
from bot.buyer.scenario import Casting, Scenario
from bot.content.contract import acts
from bot.core.heard import Heard, HeardAct
from bot.understanding.findings import findings

TALKS = 20_000
SEED = 7
DAY = date(2026, 11, 26)
SILENT = 0.05
"""Share of the turns in which the agent says nothing."""
TEXTS = ("Ok.", "10 %", "25 €", "3.12.", "2 days", "in 15 minutes", "🙂", "", "Yes, sure.", "1 week, 5 %")


def castings() -> Iterator[tuple[Scenario, Casting]]:
    """Every buyer of every scenario, again and again, each time with another seed."""
    scenarios = bootstrap.scenarios().values()
    buyers = [(s, lang, v) for s in scenarios for lang, variants in s.variants.items() for v in variants]
    for seed, (scenario, language, variant) in enumerate(cycle(buyers)):
        yield scenario, Casting(language, variant, seed, DAY)


class Soak:
    """What happened in all talks: endings, faults, seconds in the engine and its steps."""

    def __init__(self) -> None:
        self.endings: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.seconds, self.steps = 0.0, 0
        self._chance = random.Random(SEED)
        self._acts = sorted(acts())

    def play(self, scenario: Scenario, casting: Casting) -> None:
        """One talk, to its end."""
        step = engine.begin(scenario, casting)
        said = [step.text]
        while not step.ended:
            before, heard = step, self._message()
            started = time.perf_counter()
            step = self._next(scenario, before, heard)
            self.seconds += time.perf_counter() - started
            self.steps += 1
            told = set(step.state.told) - {*before.state.told, ORDER_NUMBER}
            self.faults["unasked fact"] += not all(_asked(scenario, fact, heard) for fact in told)
            said.append(step.text)
        self.endings[step.ended] += 1
        self.faults["repeated turn"] += len(set(said)) != len(said)
        self.faults["placeholder"] += any("{" in text or "}" in text for text in said)
        self.faults["nothing said"] += "" in said

    def _next(self, scenario: Scenario, before: Step, heard: Heard) -> Step:
        if self._chance.random() < SILENT:
            return engine.silence(scenario, before.state, 180.0)
        return engine.step(scenario, before.state, heard, self._chance.choice((10.0, 40.0, 200.0)))

    def _message(self) -> Heard:
        text = f"{self._chance.choice(TEXTS)} {self._chance.random()}"
        chosen = self._chance.sample(self._acts, self._chance.randint(0, 3))
        return Heard(text, None, 0.0, tuple(HeardAct(a, 0.9, 0, len(text)) for a in chosen), findings(text))


def _asked(scenario: Scenario, fact: str, heard: Heard) -> bool:
    return any(f.id == fact and f.asked_by.intersection(questions(heard)) for f in scenario.facts)


def main() -> None:
    """Prints what happened."""
    soak = Soak()
    for scenario, casting in islice(castings(), TALKS):
        soak.play(scenario, casting)
    endings = ", ".join(f"{name} {count / TALKS:.1%}" for name, count in soak.endings.most_common())
    faults = ", ".join(f"{name} {count}" for name, count in soak.faults.items() if count)
    print(f"soak: {TALKS:,} talks of random acts; {endings}; faults: {faults or 'none'}")
    print(f"soak: a step of the engine takes {soak.seconds / soak.steps * 1000:.2f} ms")


if __name__ == "__main__":
    main()
