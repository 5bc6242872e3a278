"""How many messages `silkdesk understand` understands in a second on one core, and the time of one turn."""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from pathlib import Path

from bench.command import SILKDESK, Rate, Run, run
from bot import bootstrap
from bot.content.graded_talks import load_graded_talks
from bot.content.nlu import load_messages
from bot.core.words import LANGUAGES
from bot.settings import ROOT
from bot.understanding.segments import segments

SENTENCES = 3
"""Of a message that is counted, at most."""
EACH = 10
"""One turn in so many of the graded talks is timed."""


def messages() -> list[dict[str, str]]:
    """The test messages of one to three sentences, each with its language."""
    folder = ROOT / "tests" / "understanding"
    texts = [
        (text, language)
        for language in LANGUAGES
        for text, _ in load_messages(folder / f"messages.{language}.yml")
    ]
    return [{"text": text, "language": language} for text, language in texts if _sentences(text) <= SENTENCES]


def _sentences(text: str) -> int:
    return len({segment.sentence for segment in segments(text)})


def batch(said: list[dict[str, str]]) -> Run:
    """Understands the messages with the command."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "messages.jsonl"
        file.write_text("".join(f"{json.dumps(one)}\n" for one in said), encoding="utf-8")
        return run([SILKDESK, "understand", "--json"], read=file)


def turns() -> list[float]:
    """Milliseconds of processor time for each of many turns of agents, none of them seen before."""
    talks, _ = load_graded_talks(ROOT, bootstrap.scenarios())
    said = dict.fromkeys((text, talk.language) for talk in talks for text in talk.said)
    understander = bootstrap.understander()
    understander.hear("Guten Tag!", "de")
    took = []
    for text, language in list(said)[::EACH]:
        started = time.process_time()
        understander.hear(text, language)
        took.append(1000 * (time.process_time() - started))
    return sorted(took)


def main() -> None:
    """Prints both; everything runs on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    said = messages()
    rate = Rate.of(batch(said), batch(said[:1]), len(said) - 1)
    print(
        f"understand: {rate.clock:.0f} messages/s of one to three sentences on one core "
        f"({len(said)} messages); a second of processor time: {rate.processor:.0f} (goal 30)",
        flush=True,
    )
    took = turns()
    print(
        f"understand: a turn p50 {statistics.median(took):.0f} ms, p95 {took[int(len(took) * 0.95)]:.0f} ms "
        f"({len(took)} turns; goal 30 ms p50)"
    )


if __name__ == "__main__":
    main()
