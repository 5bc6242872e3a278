"""What simulated agents say: what is read, and what is told of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.agent_lines import load_agent_lines
from bot.content.contract import acts
from tests.content.project import small_project

ANSWERS = """answers:
  where-is-parcel:
    inform_tracking:
      - "No scan since {promised_date}."
      - "Order {order_number}: no scan."
  other-channel:
    decline_off_platform: ["Only here.", "Not there."]
"""
ACTS = "".join(f"  {act}: [One., Two., Three., Four.]\n" for act in acts())
HEAD = f"language: en\nacts:\n{ACTS}"
LINE = HEAD.count("\n") + 1
"""Where the answers begin."""


def project(root: Path, text: str) -> Path:
    """A small project whose agents speak English, as `text` says."""
    folder = small_project(root) / "catalogue" / "agents"
    folder.mkdir(parents=True)
    (folder / "en.yml").write_text(text, encoding="utf-8")
    return root


def test_answers_are_read_by_need_or_trap_and_act(tmp_path: Path) -> None:
    found, problems = load_agent_lines(project(tmp_path, HEAD + ANSWERS))
    assert problems == []
    assert found["en"].acts["greet"] == ("One.", "Two.", "Three.", "Four.")
    assert found["en"].answers["other-channel"] == {"decline_off_platform": ("Only here.", "Not there.")}


def test_a_file_without_answers_is_sound(tmp_path: Path) -> None:
    found, problems = load_agent_lines(project(tmp_path, HEAD))
    assert problems == []
    assert found["en"].answers == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("where-is-parcel", "where-is-it", 1, "unknown need or trap where-is-it"),
        ("inform_tracking", "inform_track", 2, "unknown act inform_track"),
        ("inform_tracking", "inform_price", 2, "inform_price neither meets nor declines where-is-parcel"),
        ("decline_off_platform", "agree", 6, "agree neither meets nor declines other-channel"),
        ("{promised_date}", "{scan_date}", 3, "unknown place {scan_date}"),
        ("Only here.", "Only {promised_date}.", 6, "unknown place {promised_date}"),
        ("{order_number}", "{order", 4, "a brace that belongs to no place"),
        (', "Not there."', "", 6, "is too short"),
        ('decline_off_platform: ["Only here.", "Not there."]', "{}", 5, "should be non-empty"),
        ("answers:", "answer:", 1 - LINE, "unknown key answer"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    root = project(tmp_path, HEAD + ANSWERS.replace(old, new))
    problems = load_agent_lines(root)[1]
    assert [(p.file, p.line) for p in problems if message in p.message] == [
        ("catalogue/agents/en.yml", LINE + line)
    ], problems
