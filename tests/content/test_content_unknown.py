"""What nobody knows is told with the nearest known one, where any is near."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.content.agent_lines import load_agent_lines
from bot.content.articles import load_articles
from bot.content.contract import acts
from bot.content.nlu import load_examples, load_messages
from bot.content.rules import load_rules
from bot.content.scenarios import Shelf, load_scenarios
from bot.content.unknown import did_you_mean, unknown
from bot.core.errors import BadFile, Problem
from bot.settings import ROOT
from tests.content.project import small_project

SHEET = "scenarios/late-parcel/scenario.yml"
LINES = "scenarios/late-parcel/lines.yml"


def changed(root: Path, file: str, old: str, new: str) -> Shelf:
    """The scenario late-parcel, in whose file something else is written once."""
    path = small_project(root) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_scenarios(root)


def ends(problems: list[Problem], named: str) -> bool:
    return any(problem.message.endswith(f"; did you mean {named}?") for problem in problems)


def test_an_unknown_id_says_where_the_known_ones_stand_and_which_is_near() -> None:
    assert unknown("act", "grete", acts()) == (
        "unknown act grete; acts stand in contract/acts.yml; did you mean greet?"
    )
    assert unknown("need", "tee", ["tea", "ant"]) == "unknown need tee; there are ant, tea; did you mean tea?"
    assert unknown("need", "tea", []) == "unknown need tea; there are none"


def test_each_of_several_has_its_nearest_and_what_is_like_none_has_none() -> None:
    assert did_you_mean(["levle", "xyz", "titel"], ["level", "title"]) == "; did you mean level, title?"
    assert did_you_mean("xyz", ["level", "title"]) == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        (SHEET, "level: 1", "levell: 1", "level"),
        (SHEET, "stage: after_sales", "stage: after_sale", "after_sales"),
        (SHEET, "{id: where-is-parcel}", "{id: where-is-the-parcel}", "where-is-parcel"),
        (SHEET, "{id: other-channel,", "{id: other-chanel,", "other-channel"),
        (SHEET, "after: arrives-by-date", "after: arrives-by-day", "arrives-by-date"),
        (SHEET, "asked_by: [ask_address]", "asked_by: [ask_adress]", "ask_address"),
        (SHEET, "[ask_address]", "[ask_address], brings_up: compensaton", "compensation"),
        (SHEET, "[ask_address]", "[ask_address], about: [materiel]", "material"),
        (SHEET, "  - parcel-delayed\n", "  - parcel-delaid\n", "parcel-delayed"),
        (SHEET, "shop: lumo-toys", "shop: lumo-toy", "lumo-toys"),
        (SHEET, "  expects:\n", "  critical: [greated]\n  expects:\n", "greeted"),
        (LINES, "  last_scan:", "  last_scans:", "last_scan"),
        (LINES, "moves: [", "moves: [complain, ", "complaint"),
        ("scenarios/late-parcel/briefing.en.md", "{buyer}", "{byer}", "buyer"),
    ],
)
def test_a_scenario_names_the_nearest(tmp_path: Path, file: str, old: str, new: str, named: str) -> None:
    problems = changed(tmp_path, file, old, new).problems
    assert ends([problem for problem in problems if problem.file == file], named), problems


@pytest.mark.parametrize(("platform", "told"), [("amazn", True), ("rakuten", False)])
def test_a_platform_like_one_that_the_rules_know_is_doubted(
    tmp_path: Path, platform: str, told: bool
) -> None:
    shelf = changed(tmp_path, SHEET, "platform: amazon", f"platform: {platform}")
    assert shelf.problems == []
    assert [warning.message for warning in shelf.warnings if ".platform" in warning.where] == (
        [f"the rules know no platform {platform}; did you mean amazon?"] if told else []
    )


def test_agents_lines_name_the_nearest_act_and_place(tmp_path: Path) -> None:
    text = (ROOT / "catalogue/agents/en.yml").read_text(encoding="utf-8")
    (tmp_path / "catalogue/agents").mkdir(parents=True)
    (tmp_path / "catalogue/agents/en.yml").write_text(
        text.replace("  greet:\n", "  grete:\n", 1).replace("{share}", "{shares}", 1), encoding="utf-8"
    )
    problems = load_agent_lines(tmp_path)[1]
    assert ends(problems, "greet")
    assert ends(problems, "share")


def test_rules_name_the_nearest_platform_article_and_act(tmp_path: Path) -> None:
    rule = {"id": "a", "title": {"zh": "一", "en": "one"}, "concerns": ["violate_rudely"]}
    rule |= {"verdict": "forbidden", "topic": "tone-by-cultur", "platforms": ["amazn"]}
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/a.yml").write_text(yaml.safe_dump([rule], allow_unicode=True), encoding="utf-8")
    problems = load_rules(tmp_path, {"tone-by-culture": None})[1]
    for named in ("violate_rude", "amazon", "tone-by-culture"):
        assert ends(problems, named), problems


def test_an_article_names_the_nearest_topic(tmp_path: Path) -> None:
    (tmp_path / "knowledge/articles/chat-stile").mkdir(parents=True)
    for path in (ROOT / "knowledge/articles/chat-style").iterdir():
        text = path.read_text(encoding="utf-8").replace("topic: chat-style", "topic: chat-stile")
        (tmp_path / "knowledge/articles/chat-stile" / path.name).write_text(text, encoding="utf-8")
    assert ends(load_articles(tmp_path / "knowledge/articles")[1], "chat-style")


def test_taught_and_test_sentences_name_the_nearest_act(tmp_path: Path) -> None:
    told = {"batch": "en-a", "further": ["thanks"]}
    block = {"intent": "grete", "examples": [{"text": "Hello!", "metadata": told}]}
    (tmp_path / "courtesy.en.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": [block]}), encoding="utf-8"
    )
    problems = load_examples(tmp_path)[1]
    assert ends(problems, "greet"), problems
    assert ends(problems, "thank"), problems
    messages = tmp_path / "messages.yml"
    messages.write_text(yaml.safe_dump([{"text": "Hello!", "acts": ["grete"]}]), encoding="utf-8")
    with pytest.raises(BadFile, match=r"did you mean greet\?"):
        load_messages(messages)
