"""Keeps a talk that was played as a graded talk of its scenario: `rasa test` plays it from then on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import indent

from bot.content.graded_talks import GradedTalk, file_of
from bot.content.yaml_file import load
from bot.core.errors import BadFile, BadRequest, sound
from bot.core.text import one_line

HEAD = 'version: "3.1"\nstories:\n'
ANSWER = "  - action: action_buyer_turn\n"
_MARGIN = re.compile(r"^( *)- story:", re.MULTILINE)


def keep(root: Path, talk: GradedTalk, intents: Sequence[str]) -> Path:
    """Writes the talk behind the others of its scenario and gives their file; `intents`: of what is said.

    Raises BadFile, and leaves the file as it was, where it would not be sound any more.
    """
    path = file_of(root, talk.scenario)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else HEAD
    margin = _MARGIN.search(before)
    draft = path.with_suffix(".new")
    draft.write_text(before + indent(_story(talk, intents), margin[1] if margin else ""), encoding="utf-8")
    _, problems = load(draft, "stories", str(path))
    if problems:
        draft.unlink()
        raise BadFile(problems)
    return draft.replace(path)


def check_new(root: Path, scenario: str, name: str) -> None:
    """Raises BadRequest where the scenario has a talk of that name, and BadFile where its file is unsound."""
    path = file_of(root, scenario)
    if not path.exists():
        return
    file = sound(*load(path, "stories"))
    if any(story["story"] == name for story in file.data["stories"]):
        raise BadRequest(f"{path}: there is a talk “{name}” already; take it out to keep another")


def _story(talk: GradedTalk, intents: Sequence[str]) -> str:
    """As the other stories are written: YAML in which strings are quoted as in JSON."""
    steps = "".join(
        f"  - user: {json.dumps(one_line(said), ensure_ascii=False)}\n    intent: {intent}\n{ANSWER}"
        for said, intent in zip(talk.said, intents, strict=True)
    )
    told = f"language: {talk.language}, agent: {talk.agent}, seed: {talk.seed}, ending: {talk.ending}"
    outcome = f"met: {_listed(talk.met)}, violations: {_listed(talk.violations)}"
    return f"- story: {talk.name}\n  metadata: {{{told}, {outcome}}}\n  steps:\n{steps}"


def _listed(ids: Iterable[str]) -> str:
    return f"[{', '.join(sorted(ids))}]"
