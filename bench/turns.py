"""`make bench`: a turn's time, turns a second, memory and training time, beside Rasa's default pipeline.

Everything is measured in one run on this machine, so the ratios hold where the times do not.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.command import Run, run
from bench.memory import memory
from bench.trainee import Trainee
from bot.settings import settings
from tests.house.running import House, start

TALKS = 6
TURNS = 12
AT_ONCE = 20
TURNS_AT_ONCE = 6
GRADES = 3


@dataclass(frozen=True)
class Figures:
    """What was measured of one house: milliseconds a turn, seconds a grade, megabytes after all that."""

    early: list[float]
    late: list[float]
    per_second: float
    graded: float
    memory: dict[str, float]

    @property
    def turns(self) -> list[float]:
        return sorted(self.early + self.late)

    @property
    def p50(self) -> float:
        return statistics.median(self.turns)

    @property
    def p95(self) -> float:
        return self.turns[int(len(self.turns) * 0.95)]


def trainee(house: House) -> Trainee:
    """A German-speaking trainee of the first scenario."""
    return Trainee(house.url, "late-parcel", "de/aliexpress/DE")


async def crowd(house: House) -> float:
    """Turns a second with `AT_ONCE` practices at the same time."""
    started = time.perf_counter()
    counts = await asyncio.gather(*(trainee(house).talk(TURNS_AT_ONCE) for _ in range(AT_ONCE)))
    return sum(counts) / (time.perf_counter() - started)


def measure(models: Path, folder: Path, grades: int = GRADES) -> Figures:
    """Starts a house with the models of this folder, and measures."""
    house = start(folder / "var", SILKDESK_MODELS=str(models), SILKDESK_GATHER_PAUSE="0", SILKDESK_TYPING="0")
    try:
        asyncio.run(trainee(house).talk(4))  # warms up
        before = len(stored(house))
        for _ in range(TALKS):
            asyncio.run(trainee(house).talk(TURNS))
        rows = stored(house)[before:]
        early = [took for turn, took in rows if turn < TURNS]  # a turn and its answer count two
        late = [took for turn, took in rows if turn >= TURNS]
        per_second = asyncio.run(crowd(house))
        graded = [asyncio.run(trainee(house).whole()) for _ in range(grades)]
        return Figures(early, late, per_second, statistics.median(graded or [0.0]), memory(house))
    finally:
        house.stop()


def stored(house: House) -> list[tuple[int, float]]:
    """Turn number and milliseconds of each turn that web closed and stored, from its log."""
    rows = []
    for line in (house.var / "log" / "silkdesk.log").read_text(encoding="utf-8").splitlines():
        if '"turn.stored"' in line:
            event = json.loads(line[line.index("{") :])
            rows.append((int(event["turn"]), float(event["took_ms"])))
    return rows


def training(folder: Path) -> Run:
    """A whole `rasa train`, the vectors of the sentences known (as on any second run)."""
    return run(["scripts/rasa.sh", "train", "--force", "--out", str(folder / "models")])


def show(name: str, figures: Figures) -> None:
    """Prints one house's figures."""
    growth = statistics.median(figures.late) / statistics.median(figures.early) if figures.late else 1.0
    print(f"{name}: turn p50 {figures.p50:.0f} ms, p95 {figures.p95:.0f} ms ({len(figures.turns)} turns);")
    print(f"  second half of a talk to first half: {growth:.2f}")
    print(f"  {AT_ONCE} practices at once: {figures.per_second:.1f} turns/s")
    if figures.graded:
        print(f"  from Finish to the report: {figures.graded:.1f} s")
    parts = ", ".join(f"{part} {size:.0f} MB" for part, size in figures.memory.items())
    print(f"  memory: {parts}; together {sum(figures.memory.values()):.0f} MB")


def main() -> None:
    """Measures both bots and prints them side by side."""
    models = settings().models
    default = models / "default"
    with tempfile.TemporaryDirectory() as place:
        ours = measure(models, Path(place) / "ours")
        show("Silkdesk", ours)
        trained = training(Path(place))
        print(
            f"  training: {trained.seconds:.0f} s, peak memory {trained.megabytes / 1000:.2f} GB, the "
            "vectors of the sentences known, as on any second run (goal 60 s, 3 GB)"
        )
        if not (default / "silkdesk.tar.gz").exists():
            print("Rasa's default pipeline: not trained; `make bench-default` does so once")
            return
        theirs = measure(default, Path(place) / "default", grades=0)  # it does not understand when to finish
        show("Rasa's default pipeline", theirs)
        kept, epochs = map(float, (default / "seconds").read_text().split())
        print(f"  training: {kept:.0f} s for {epochs:.0f} of 100 epochs")
        print(
            f"ratios (ours to default): turn p50 {ours.p50 / theirs.p50:.2f}, "
            f"turns/s {ours.per_second / theirs.per_second:.2f}, "
            f"training {trained.seconds / kept:.3f} (of what {epochs:.0f} epochs took)"
        )


if __name__ == "__main__":
    main()
