"""Reads the general rubric; reports everything wrong at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from bot.content.contract import checks
from bot.content.rules import Citable, check_citation
from bot.content.sense import check_numbers
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import Place, YamlFile, against_schema, read_yaml, with_days_as_text
from bot.core.errors import Problem
from bot.grading.checks import JUDGES
from bot.grading.rubric import ChannelPace, CheckSpec, Pace, Rubric


def load_rubric(
    path: Path, articles: Citable, name: str | None = None
) -> tuple[Rubric | None, list[Problem]]:
    """The rubric, or None and everything wrong in it; `name` is how its reader calls the file."""
    file, problems = read_yaml(path, name or f"{path.parent.name}/{path.name}")
    if file:
        file = with_days_as_text(file)
        problems += [*against_schema(file, "rubric"), *check_numbers(file)]
    if file and not problems:
        problems += [*_check_sums(file), *_check_caps(file), *_check_checks(file, articles)]
    if file is None or problems:
        return None, problems
    return _rubric(file, hashlib.sha256(path.read_bytes()).hexdigest()[:16]), []


def _check_sums(file: YamlFile) -> Iterator[Problem]:
    if abs(sum(file.data["dimensions"].values()) - 1) > 1e-9:
        yield file.problem(("dimensions",), "the weights do not sum up to 1")
    try:
        date.fromisoformat(file.data["date"])
    except ValueError:
        yield file.problem(("date",), f"{file.data['date']} is no day of the calendar")


def _check_caps(file: YamlFile) -> Iterator[Problem]:
    caps = file.data["caps"]
    for i, (before, cap) in enumerate(pairwise(caps), 1):
        if cap > before:
            message = f"{cap:g} lies above {before:g}, the cap with one check less broken"
            yield file.problem(("caps", i), message)


def _check_checks(file: YamlFile, articles: Citable) -> Iterator[Problem]:
    listed = [entry["id"] for entry in file.data["checks"]]
    for i, entry in enumerate(file.data["checks"]):
        id, place = entry["id"], ("checks", i)
        if id not in checks():
            yield file.problem(
                (*place, "id"), f"{id} is no check of contract/checks.yml{did_you_mean(id, checks())}"
            )
        elif id not in JUDGES:
            yield file.problem((*place, "id"), f"{id} is not judged as yet; see bot/grading/checks")
        if id in listed[:i]:
            yield file.problem((*place, "id"), f"{id} stands here twice")
        yield from check_citation(file, place, entry["topic"], entry.get("section"), articles)
        yield from _check_phrase(file, place, entry, articles)
    for id in JUDGES.keys() - set(listed):
        yield file.problem(("checks",), f"check {id} is judged but not listed")


def _check_phrase(
    file: YamlFile, place: Place, entry: Mapping[str, str], articles: Citable
) -> Iterator[Problem]:
    topic = entry.get("phrase_topic", entry["topic"])
    article = articles.get(topic)
    phrases = {p.id for p in article.phrases} if article else set()
    if topic not in articles or (article and entry["phrase"] not in phrases):
        message = f"article {topic} has no phrase {entry['phrase']}"
        yield file.problem((*place, "phrase"), message + did_you_mean(entry["phrase"], phrases))


def _rubric(file: YamlFile, digest: str) -> Rubric:
    data = file.data
    pace = data["pace"]
    return Rubric(
        day=date.fromisoformat(data["date"]),
        pass_mark=float(data["pass_mark"]),
        dimensions=data["dimensions"],
        caps=tuple(map(float, data["caps"])),
        pace=Pace({c: ChannelPace(**pace[c]) for c in ("chat", "email")}, pace["languages"]),
        checks={entry["id"]: _spec(entry) for entry in data["checks"]},
        digest=digest,
    )


def _spec(entry: Mapping[str, object]) -> CheckSpec:
    known = checks()[str(entry["id"])]
    given = {key: value for key, value in entry.items() if key != "id"}
    return CheckSpec(known.id, known.dimension, "critical" in known.flags, **given)  # type: ignore[arg-type]
