"""Examples in the pages work, and links lead somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from bot.cli.main import build
from bot.content.rules import load_rules
from bot.content.scenarios import load_scenarios
from bot.settings import ROOT
from tests.grading.talks import articles

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
COMMAND = re.compile(r"(?<![\w-])silkdesk ([a-z]+)(?: ([a-z]+))?")
MAKE = re.compile(r"`make ([a-z-]+)`")
YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def example(page: str) -> str:
    found = YAML.search((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert found
    return found[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    linked = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in linked if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    known = get_command(build())
    for name, part in COMMAND.findall(text):
        command = known.commands.get(name)  # type: ignore[attr-defined]
        assert command, name
        groups = getattr(command, "commands", None)
        assert not groups or not part or part in groups, f"{name} {part}"
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [name for name in MAKE.findall(text) if f"\n{name}:" not in targets] == []


def test_the_scenario_of_the_page_is_sound(tmp_path: Path) -> None:
    for folder in ("catalogue", "knowledge/policies"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    text = example("scenarios.md")
    folder = tmp_path / "scenarios" / yaml.safe_load(text)["id"]
    folder.mkdir(parents=True)
    (folder / "scenario.yml").write_text(text, encoding="utf-8")
    for name in ("briefing.zh.md", "briefing.en.md", "debriefing.zh.md", "debriefing.en.md"):
        (folder / name).write_text("{buyer}: {order_number}", encoding="utf-8")
    shelf = load_scenarios(tmp_path)
    assert [str(problem) for problem in shelf.problems] == []
    assert list(shelf.scenarios) == [folder.name]


def test_the_rule_of_the_page_is_sound(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "page.yml").write_text(example("knowledge.md"), encoding="utf-8")
    book, problems = load_rules(tmp_path, articles())
    assert problems == []
    assert [rule.id for rule in book.rules] == ["eu-withdrawal-over"]
