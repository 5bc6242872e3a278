"""The data people write, as shipped: complete and without a mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.content.contract import CONTRACT, acts, checks, moves
from bot.content.move_examples import load_move_examples
from bot.content.scenarios import load_scenarios
from bot.content.yaml_file import SCHEMAS, schema
from bot.core.words import PLATFORMS
from bot.rules.case import Case
from bot.settings import ROOT
from tests.grading.talks import articles, rubric, rules
from tests.nlu.sentences import TAUGHT, TESTS, examined, examples, taught


def test_scenarios_and_catalogue_have_no_mistake() -> None:
    shelf = load_scenarios(ROOT)
    assert [str(problem) for problem in shelf.problems] == []
    assert [str(w) for w in shelf.warnings if "is not played in" not in w.message] == []


def test_sentences_of_moves_have_no_mistake() -> None:
    told, problems = load_move_examples(ROOT)
    assert [str(problem) for problem in problems] == []
    assert {example.moves[0] for example in told} == set(moves())


@pytest.mark.parametrize("folder", [TAUGHT, TESTS])
def test_sentences_have_no_mistake(folder: Path) -> None:
    found, problems = examples(folder)
    assert [str(problem) for problem in problems] == []
    assert found


def test_no_taught_sentence_is_a_test_sentence() -> None:
    known = {example.text.lower() for example in taught()}
    assert [example.text for example in examined() if example.text.lower() in known] == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_violation_has_a_verdict_on_every_platform(platform: str) -> None:
    case = Case(platform, "DE", "after_sales", date(2026, 11, 26))
    undecided = [act for act in acts() if act.startswith("violate_") and rules().decide(act, case) is None]
    assert undecided == []


def test_what_is_cited_can_be_read() -> None:
    cited = [(rule.topic, rule.section) for rule in rules().rules]
    cited += [(spec.topic, spec.section) for spec in rubric().checks.values()]
    for topic, section in cited:
        assert topic in articles()
        if section:
            assert section in articles()[topic].anchors


def test_there_are_articles_for_all_topics_of_the_scenarios() -> None:
    taught = {topic for scenario in load_scenarios(ROOT).scenarios.values() for topic in scenario.topics}
    assert taught <= set(articles())


def test_every_schema_is_one_and_explains_itself() -> None:
    kinds = {path.stem for path in SCHEMAS.glob("*.json")}
    assert kinds >= {"scenario", "lines", "need", "trap", "talk", "move", "article", "phrases", "questions"}
    assert kinds >= {"rule", "policy", "rubric", "nlu", "transcript", "grade"}
    for kind in kinds:
        assert schema(kind).schema["title"]  # type: ignore[index]


def test_the_contract_is_whole() -> None:
    files = {
        name: yaml.safe_load((CONTRACT / f"{name}.yml").read_text(encoding="utf-8"))
        for name in ("acts", "checks")
    }
    assert sum(len(group) for group in files["acts"].values()) == len(acts()) == 82
    assert sum(len(group) for group in files["checks"].values()) == len(checks())
