"""A new scenario is valid at once, whatever was chosen, and holds the data of its order."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.buyer import engine
from bot.buyer.scenario import Casting, Scenario
from bot.content.catalogue import Catalogue, load_catalogue
from bot.content.new_scenario import copy_scenario, make_scenario
from bot.content.new_scenario_order import NewScenario, defaults
from bot.content.scenarios import load_scenarios
from bot.core.errors import BadFile, BadRequest
from bot.core.words import LANGUAGES, Stage
from bot.service import cards
from bot.settings import ROOT
from tests.buyer.talks import DAY
from tests.content.project import small_project, whole_catalogue

BUYERS = {
    language: (who["platform"], who["country"])
    for language in LANGUAGES
    for who in [defaults()["buyers"][language]]
}
NEW = NewScenario(
    id="broken-kettle",
    title={"zh": "水壶：坏了", "en": "A kettle: broken?"},
    level=2,
    stage="after_sales",
    arrived=True,
    responsibility="after_sales",
    world="kitchen",
    buyers=BUYERS,
    needs=["compensation"],
    traps=[],
    goods=defaults()["goods"],
)


@cache
def shipped() -> Catalogue:
    return load_catalogue(ROOT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but what scenarios need."""
    return small_project(tmp_path)


def made(root: Path, new: NewScenario) -> Scenario:
    """The scenario as it is read back."""
    folder = make_scenario(root, new, shipped(), load_scenarios(root).scenarios)
    shelf = load_scenarios(root, [folder])
    assert shelf.problems == []
    return shelf.scenarios[new.id]


@pytest.mark.parametrize("stage", ["pre_sales", "in_sales", "after_sales", "relationship"])
def test_every_stage_gives_a_scenario_that_opens_in_every_language(root: Path, stage: Stage) -> None:
    scenario = made(root, replace(NEW, stage=stage))
    for language in LANGUAGES:
        casting = Casting(language, scenario.variant(language), 1, DAY)
        opening = engine.begin(scenario, casting).text
        assert defaults()["goods"][language] in opening
        assert "{" not in opening
    for interface in ("zh", "en"):
        briefing = cards.briefing(scenario, casting, interface)
        assert defaults()["goods"][interface] in briefing
        assert "{" not in briefing
        assert (scenario.order.number in briefing) == (stage != "pre_sales")


def test_every_need_and_trap_of_the_catalogue_can_be_chosen(root: Path) -> None:
    whole_catalogue(root)
    needs, traps = list(shipped().needs), list(shipped().traps)
    scenario = made(root, replace(NEW, needs=needs, traps=traps))
    assert [use.need.id for use in scenario.needs] == needs
    assert [use.trap.id for use in scenario.traps] == traps
    assert all((use.bargain is not None) == bool(use.need.offered_by) for use in scenario.needs)


def test_places_are_filled_as_other_scenarios_fill_them(root: Path) -> None:
    scenario = made(root, replace(NEW, needs=["arrives-by-date"]))
    assert scenario.order.dates["birthday"] == 6
    assert scenario.words["child"]["de"] == "meine Tochter"


def test_a_word_that_nobody_has_written_is_left_to_write(root: Path) -> None:
    shutil.rmtree(root / "scenarios" / "late-parcel")
    scenario = made(root, replace(NEW, needs=["arrives-by-date"], buyers={"de": BUYERS["de"]}))
    assert scenario.words["child"] == {"de": "…", "en": "…", "zh": "…"}


def test_the_sheet_explains_itself(root: Path) -> None:
    made(root, NEW)
    text = (root / "scenarios/broken-kettle/scenario.yml").read_text(encoding="utf-8")
    assert text.count("# ") >= 12
    assert yaml.safe_load(text)["title"] == NEW.title


def test_a_bad_answer_leaves_nothing_behind(root: Path) -> None:
    with pytest.raises(BadFile, match=r"words\.goods\.en"):
        made(root, replace(NEW, goods={**NEW.goods, "en": ""}))
    assert not (root / "scenarios/broken-kettle").exists()


def test_an_id_is_free_and_well_formed(root: Path) -> None:
    for id, message in (("late-parcel", "there already"), ("Broken Kettle", "is no id")):
        with pytest.raises(BadRequest, match=message):
            made(root, replace(NEW, id=id))


def test_a_copy_is_playable(root: Path) -> None:
    assert copy_scenario(root, "broken-lamp", "late-parcel").name in load_scenarios(root).scenarios
    with pytest.raises(BadRequest, match="there already"):
        copy_scenario(root, "broken-lamp", "late-parcel")
