"""Rasa's default pipeline with its DIET classifier, taught and tested on sentences, for `make compare`."""

from __future__ import annotations

import json
import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bot.content.contract import acts
from bot.content.nlu import Example
from bot.core.heard import JsonDict
from bot.settings import ROOT

RESULTS = ROOT / "results" / "compare"
MEGABYTE = 1e6 / 1024
"""In the kilobytes in which the kernel counts."""


def diet(taught: Sequence[Example], tests: Sequence[Example], epochs: int) -> tuple[Any, float, float]:
    """The surest act of each test, processor seconds of training alone, megabytes of the whole process."""
    files = {
        name: str(RESULTS / name) for name in ("taught.yml", "tests.yml", "config.yml", "model", "report")
    }
    _write(Path(files["taught.yml"]), taught)
    _write(Path(files["tests.yml"]), tests)
    config = (ROOT / "bench" / "default_config.yml").read_text(encoding="utf-8")
    Path(files["config.yml"]).write_text(config.replace("epochs: 100", f"epochs: {epochs}"), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    settings = ("--config", files["config.yml"], "--out", files["model"], "--fixed-model-name", "diet")
    _rasa("train", "nlu", "--nlu", files["taught.yml"], *settings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    tested = ("--model", f"{files['model']}/diet.tar.gz", "--out", files["report"], "--successes")
    _rasa("test", "nlu", "--nlu", files["tests.yml"], *tested)
    return _heard(tests), seconds, after.ru_maxrss / MEGABYTE


def _rasa(*arguments: str) -> None:
    with (RESULTS / "rasa.log").open("ab") as log:
        subprocess.run([ROOT / "scripts" / "rasa.sh", *arguments], stdout=log, stderr=log, check=True)


def _write(place: Path, examples: Sequence[Example]) -> None:
    """Sentences as Rasa reads them, each under its main act alone."""
    by_act: dict[str, list[JsonDict]] = {}
    for example in examples:
        by_act.setdefault(example.acts[0], []).append({"text": example.text})
    blocks = [{"intent": act, "examples": texts} for act, texts in by_act.items()]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True, width=1000))


def _heard(tests: Sequence[Example]) -> Any:
    told = [
        entry
        for name in ("intent_successes", "intent_errors")
        for entry in json.loads((RESULTS / "report" / f"{name}.json").read_text())
    ]
    heard = {entry["text"]: entry["intent_prediction"]["name"] for entry in told}
    names = list(acts())
    return np.array([names.index(heard[test.text]) for test in tests])
