"""What articles may be about: the contract's topics, and a school's own in `knowledge/topics.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.content.contract import topics
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem

FILE = "topics.yml"
HEAD = "# Topics of our own; contract/schemas/topics.json explains the keys.\n"


def load_topics(knowledge: Path) -> tuple[dict[str, str], list[Problem]]:
    """Topic id to its group, the contract's topics first; and everything wrong in the school's file."""
    known = dict(topics())
    if not (knowledge / FILE).exists():
        return known, []
    file, problems = load(knowledge / FILE, "topics", f"{knowledge.name}/{FILE}")
    if file is None or problems:
        return known, problems
    for entry in file.data:
        known.setdefault(entry["id"], entry["group"])
    return known, list(_wrong(file))


def known_topics(knowledge: Path) -> dict[str, str]:
    """Topic id to its group, the contract's topics first."""
    return load_topics(knowledge)[0]


def add_topic(knowledge: Path, id: str, group: str, answers: str) -> None:
    """Writes a topic at the end of the school's file; whether it is sound, `load_topics` tells."""
    file = knowledge / FILE
    before = file.read_text(encoding="utf-8") if file.exists() else HEAD
    entry = [{"id": id, "group": group, "answers": answers}]
    file.write_text(before + yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _wrong(file: YamlFile) -> Iterator[Problem]:
    seen: set[str] = set()
    groups = dict.fromkeys(topics().values())
    for i, entry in enumerate(file.data):
        if entry["id"] in topics():
            yield file.problem((i, "id"), f"{entry['id']} stands in contract/topics.yml already")
        if entry["id"] in seen:
            yield file.problem((i, "id"), f"{entry['id']} stands here twice")
        if entry["group"] not in groups:
            near = did_you_mean(entry["group"], groups)
            yield file.problem((i, "group"), f"{entry['group']} is none of {', '.join(groups)}{near}")
        seen.add(entry["id"])
