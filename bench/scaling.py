"""How the time of each pattern of understanding grows with the text: tenfold for ten times the characters."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import bot.understanding

SHORT, LONG = 1_000, 10_000
TRIES = 3
SLOW = 1e-6
"""Seconds a character, in the long text, from which growth is looked at; less hurts no message."""

REPEATED = (
    list("a1(),.;:!?-+/@#$%'_*0€éя好🙂\u0301\u200b\u200d \n\t")
    + [f"{char} " for char in "a1,.!:;-🙂"]
    + "1, 1. 1- 1' a. a- a@ a@a. 🙂\u200d :) !) )) ?🙂 ... A. Aa. e\u0301 com. www. http://".split()
    + "unser наш track заказ bestell pass Pass1 kein garant bleib 1234 A1- stay.".split()
    + [
        " - ",
        "a, ",
        "a: b ",
        "and ",
        "a and ",
        "aber ",
        ":) ",
        "z. ",
        "1. ",
        "Mr. ",
        "Aa. ",
        ".Sie a",
        "Sie ",
    ]
    + ["100 ", "100,", "1% ", "$1 ", "10 € ", "1234 ", "AB1 ", "12.12.", "1/1/", "10:00 ", "1-2 ", "may 1 "]
    + ["w h a t s ", "a.com ", "x@y.com ", "a at a ", "at dot ", "one ", "eins-", "tel ", "номер ", "order "]
    + [
        "no ",
        "не ",
        "not guarantee ",
        "our ",
        "my a ",
        "su ",
        "вы ",
        "du ",
        "twenty ",
        "half ",
        "card ",
        "dni ",
    ]
)
"""What an adversary writes again and again."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of bot.understanding with the name of its module and its own."""
    for module in pkgutil.iter_modules(bot.understanding.__path__):
        held = vars(importlib.import_module(f"bot.understanding.{module.name}"))
        for name, value in held.items():
            yield from ((f"{module.name}.{name}", pattern) for pattern in _inside(value))


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, tuple | list):
        yield from (pattern for item in value for pattern in _inside(item))


def seconds(pattern: re.Pattern[str], repeated: str, length: int) -> float:
    """Seconds of processor time until every match in so many characters is found."""
    text = (repeated * length)[:length] + "\x00"
    started = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - started


def growth(pattern: re.Pattern[str]) -> tuple[float, float, str]:
    """The steepest growth of time from SHORT to LONG, the seconds for LONG, and what was repeated."""
    worst = (0.0, 0.0, "")
    for repeated in REPEATED:
        if (long := seconds(pattern, repeated, LONG)) > SLOW * LONG:
            long = min(long, *(seconds(pattern, repeated, LONG) for _ in range(TRIES)))
            short = min(seconds(pattern, repeated, SHORT) for _ in range(TRIES))
            worst = max(worst, (long / short, long, repeated))
    return worst


def main() -> None:
    """Prints the patterns whose time grows most."""
    found = sorted(((*growth(pattern), name) for name, pattern in patterns()), reverse=True)
    print(f"patterns: {len(found)}; of {SHORT} to {LONG} characters the time grows at most")
    for ratio, long, repeated, name in found[:3]:
        print(f"  {ratio:.1f} times in {name}, to {long * 1000:.0f} ms, where {repeated!r} is repeated")


if __name__ == "__main__":
    main()
