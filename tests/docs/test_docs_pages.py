"""Examples in the pages work, and links lead somewhere."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from bot.buyer import engine
from bot.buyer.scenario import Casting
from bot.cli.main import build
from bot.content.messages import read_messages
from bot.content.rules import load_rules
from bot.content.scenarios import Shelf, load_scenarios
from bot.rules.case import Case
from bot.settings import ROOT
from tests.buyer.talks import DAY, heard
from tests.grading.talks import articles

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
COMMAND = re.compile(r"(?<![\w-])silkdesk ([a-z]+)(?: ([a-z]+))?")
MAKE = re.compile(r"`make ([a-z-]+)`")
FILE = re.compile(r"```(?:yaml|markdown) (\S+)\n(.*?)```", re.DOTALL)
"""A file on the page: its name stands behind the language."""
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


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The scenario of the page, written as it says."""
    root = tmp_path_factory.mktemp("page")
    for folder in ("catalogue", "knowledge/policies"):
        shutil.copytree(ROOT / folder, root / folder)
    files = dict(FILE.findall((ROOT / "docs/scenarios.md").read_text(encoding="utf-8")))
    folder = root / "scenarios" / yaml.safe_load(files["scenario.yml"])["id"]
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_scenarios(root)


def test_the_scenario_of_the_page_is_sound(written: Shelf) -> None:
    assert [str(problem) for problem in written.problems] == []
    assert [warning.message for warning in written.warnings] == ["is not played in en, ru, es"]
    assert list(written.scenarios) == ["gift-on-the-way"]


def test_the_scenario_of_the_page_can_be_played_to_a_good_end(written: Shelf) -> None:
    scenario = written.scenarios["gift-on-the-way"]
    step = engine.begin(scenario, Casting("de", scenario.variant("de"), 1, DAY))
    assert "{" not in step.text
    for acts, text in (
        (["greet", "ask_problem_details"], "Guten Tag! Was zeigt die Verfolgung an?"),
        (["apologise", "inform_tracking"], "Das tut mir leid. Das Paket liegt beim Zoll."),
        (["decline_off_platform"], "Bitte bleiben wir in diesem Chat."),
        (["offer_partial_refund"], "Ich erstatte Ihnen 10 %."),
        (["offer_partial_refund"], "Mehr als 10 % darf ich nicht, die erstatte ich Ihnen gern."),
        (["farewell"], "Auf Wiedersehen!"),
    ):
        if not step.ended:
            step = engine.step(scenario, step.state, heard(*acts, text=text), 20.0)
    assert step.ended == "satisfied"


def test_the_rule_of_the_page_is_sound(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "page.yml").write_text(example("knowledge.md"), encoding="utf-8")
    book, problems = load_rules(tmp_path, articles())
    assert problems == []
    assert [rule.id for rule in book.rules] == ["eu-withdrawal-14-days"]


def test_the_policy_of_the_page_decides_for_its_shop_alone(tmp_path: Path) -> None:
    for name, text in FILE.findall((ROOT / "docs/knowledge.md").read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "knowledge/rules", tmp_path / "knowledge/rules")
    book, problems = load_rules(tmp_path / "knowledge", articles())
    assert problems == []
    assert set(book.policy("our-shop").addresses) == {"email", "whatsapp"}
    assert book.policy("our-shop").scripts["de"]
    contact = Case("own_shop", "DE", "after_sales", DAY)
    denied = [
        replace(contact, country="US", facts={"right": "guarantee", "days_since_delivery": days})
        for days in (400, 800)
    ]
    decided = [
        [
            rule.id if (rule := book.decide(act, case, shop)) and rule.shop else None
            for shop in ("our-shop", None)
        ]
        for act, case in (
            ("violate_off_platform_contact", contact),
            ("violate_deny_legal_right", denied[0]),
            ("violate_deny_legal_right", denied[1]),
        )
    ]
    assert decided == [["our-shop-contact", None], ["our-shop-guarantee", None], [None, None]]


def test_the_messages_of_the_page_can_be_measured() -> None:
    page = (ROOT / "docs" / "understanding.md").read_text(encoding="utf-8")
    lines = [line.encode() for line in page.splitlines() if line.startswith('{"text": ')]
    assert len(list(read_messages(lines, "page"))) == 2
