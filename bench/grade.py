"""How many conversations `silkdesk grade` grades in a second, and its memory with ever more of them."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.command import SILKDESK, Rate, Run, run
from bot.content.nlu import load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT, settings

TURNS = 12
FEW, MANY = 1_000, 10_000
"""Conversations whose peak memory is compared, and of which the fewer are timed where all is known."""
PROCESSES = (1, 2)
HERE = {"platform": "aliexpress", "country": "DE", "channel": "chat", "stage": "after_sales"}


def conversations(turns: int = TURNS) -> list[dict[str, Any]]:
    """Conversations of the test messages; no message stands in two of them."""
    return [talk for language in LANGUAGES for talk in _of(language, turns)]


def _of(language: str, turns: int) -> Iterator[dict[str, Any]]:
    folder, each = ROOT / "tests" / "understanding", turns // 2
    buyers = [text for text, _ in load_messages(folder / f"moves.{language}.yml", "moves")]
    agents = [text for text, _ in load_messages(folder / f"messages.{language}.yml")]
    for start in range(0, min(len(buyers), len(agents)) - each + 1, each):
        said = zip(buyers[start : start + each], agents[start : start + each], strict=True)
        texts = [(side, text) for pair in said for side, text in zip(("buyer", "agent"), pair, strict=True)]
        told = [{"from": side, "at": 20.0 * i, "text": text} for i, (side, text) in enumerate(texts)]
        yield {"id": f"{language}-{start}", "language": language, **HERE, "turns": told}


def grade(talks: list[dict[str, Any]], count: int, var: Path, processes: int) -> Run:
    """Grades so many of `talks`, again and again the same, with the command."""
    file = var / "talks.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(talk) + "\n" for talk in islice(cycle(talks), count))
    command = [SILKDESK, "grade", str(file), "--json", "--jobs", str(processes)]
    return run(command, env={"SILKDESK_VAR": str(var)})


def rates(talks: list[dict[str, Any]], processes: int, start: Run) -> tuple[Rate, Rate]:
    """The rates where no sentence was understood before, and where all were."""
    with tempfile.TemporaryDirectory() as place:
        var = Path(place)
        for part in ("encoder", "lexicon"):
            (var / part).symlink_to(settings().var / part)
        cold = grade(talks, len(talks), var, processes)
        warm = grade(talks, FEW, var, processes)
        return Rate.of(cold, start, len(talks)), Rate.of(warm, start, FEW)


def main() -> None:
    """Prints the rates and what they are to each other; takes some three minutes."""
    talks, var = conversations(), settings().var
    start = grade(talks, 1, var, 1)
    print(f"grade: {start.seconds:.1f} s until the first of {len(talks)} conversations of {TURNS} turns")
    found = {}
    for processes in PROCESSES:
        found[processes] = cold, warm = rates(talks, processes, start)
        print(
            f"grade: {processes} process{'es' * (processes > 1)}: {cold.clock:.1f} conversations/s, "
            f"{warm.clock:.0f} where their sentences were understood before; "
            f"a second of processor time: {cold.processor:.1f} and {warm.processor:.0f}, "
            f"{warm.processor / cold.processor:.0f} times as many",
            flush=True,
        )
    (cold_alone, warm_alone), (cold, warm) = found.values()
    print(
        f"grade: two processes to one: {cold.clock / cold_alone.clock:.2f}, "
        f"understood before {warm.clock / warm_alone.clock:.2f}"
    )
    growth(talks, MANY)


def growth(talks: list[dict[str, Any]], many: int) -> None:
    """Prints the peak memory of so many conversations beside that of few."""
    few, more = (grade(talks, count, settings().var, PROCESSES[-1]) for count in (FEW, many))
    print(
        f"grade: peak memory of {many:,} conversations of {len(talks[0]['turns'])} turns to {FEW:,}: "
        f"{more.megabytes / few.megabytes:.2f} ({more.megabytes:.0f} MB; {more.seconds:.0f} s)"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", type=int, metavar="N", help="only the memory of N short conversations")
    if chosen := parser.parse_args().memory:
        growth(conversations(turns=2), chosen)
    else:
        main()
