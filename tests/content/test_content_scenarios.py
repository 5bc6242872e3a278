"""Scenarios and catalogue: what is wrong is told at once, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.scenarios import Shelf, load_scenarios
from bot.content.topics import add_topic
from tests.content.project import small_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but what scenarios need."""
    return small_project(tmp_path)


def change(root: Path, file: str, old: str, new: str) -> Shelf:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_scenarios(root)


SHEET = "scenarios/late-parcel/scenario.yml"
MARKUS = (
    "{country: AT, platform: amazon, currency: EUR, buyer: {name: Markus Leitner, form: Herr, gender: m}}"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: late-parcel", "id: other", "must be the folder's name, late-parcel"),
        ("level: 1", "level: 4", "4 is none of 1, 2, 3"),
        ("level: 1", "levell: 1", "unknown key levell"),
        ("{id: where-is-parcel}", "{id: where-is-money}", "unknown need where-is-money"),
        (
            "{id: compensation, bargain: {ask: 25, floor: 10, rounds: 3}}",
            "{id: compensation}",
            "wants a bargain",
        ),
        ("floor: 10", "floor: 60", "lies above the first demand"),
        ("after: arrives-by-date", "after: nothing", "is never reached"),
        ("after: arrives-by-date", "during: nothing", "is never reached: no need nothing here"),
        (
            "after: arrives-by-date",
            "after: compensation, during: compensation",
            "wants one of after, during, and no more",
        ),
        (", after: arrives-by-date", "", "wants one of after, during, and no more"),
        ("after: arrives-by-date", "afterwards: compensation", "unknown key afterwards"),
        ("asked_by: [ask_address]", "asked_by: [greet]", "greet asks nothing"),
        ("asked_by: [ask_address]", "asked_by: [ask_address], about: [weather]", "unknown matter weather"),
        ("asked_by: [ask_address]", "asked_by: [ask_address], brings_up: tea", "no need tea here"),
        ("  - parcel-delayed\n", "  - parcel-delaid\n", "unknown topic parcel-delaid"),
        ("shop: lumo-toys", "shop: nobody", "no policy knowledge/policies/nobody.yml"),
        ("EUR: 39.9, ", "", "order.value has no sum in EUR"),
        (
            "context: {",
            "sales: {target: {EUR: 40}, unit_price: {GBP: 40}, conversion: 0.3}\ncontext: {",
            "sales.unit_price has no sum in EUR",
        ),
        (
            "context: {",
            "sales: {target: {EUR: 40}, unit_price: {EUR: 40}, conversion: 30}\ncontext: {",
            "30",
        ),
        ("birthday: 6", "party: 6", "wants words or order.dates for birthday_date"),
        ("  expects:\n", "  expects:\n    advice: {fits: {en: [M]}}\n", "is missing in de"),
        ("  expects:\n", "  expects:\n    confirm: [ask_colour]\n", "unknown act ask_colour"),
        ("mood: 0.6", "mood: .nan", "nan is no number"),
        ("waits: 120", "waits: .inf", "inf is no number"),
        ("country: AT", "country: XX", "XX is no country code"),
        ("country: AT", "country: EU", "EU is no country code"),
        ("  de:\n", f"  de:\n    - {MARKUS}\n", "is the same as variants.de[0]"),
    ],
)
def test_a_mistake_is_named_with_its_line(root: Path, old: str, new: str, message: str) -> None:
    shelf = change(root, SHEET, old, new)
    found = [problem for problem in shelf.problems if message in problem.message]
    assert found, [str(problem) for problem in shelf.problems]
    assert found[0].file == SHEET
    assert found[0].line > 0
    assert shelf.scenarios == {}


def test_mistakes_of_form_do_not_hide_the_others(root: Path) -> None:
    change(root, SHEET, "level: 1", "level: 9")
    change(root, SHEET, "{id: where-is-parcel}", "{id: where-is-money}")
    shelf = change(root, "scenarios/late-parcel/briefing.en.md", "{buyer}", "{byer}")
    told = " ".join(problem.message for problem in shelf.problems)
    assert "9 is none of 1, 2, 3" in told
    assert "unknown need where-is-money" in told
    assert "unknown place {byer}" in told


def test_several_mistakes_are_told_at_once(root: Path) -> None:
    change(root, SHEET, "  - parcel-delayed\n", "  - parcel-delaid\n")
    shelf = change(root, SHEET, "after: arrives-by-date", "after: nothing")
    assert len(shelf.problems) >= 2


def test_an_unknown_place_in_a_briefing_is_named(root: Path) -> None:
    shelf = change(root, "scenarios/late-parcel/briefing.en.md", "{buyer}", "{byer}")
    assert [(p.file, p.line) for p in shelf.problems] == [("scenarios/late-parcel/briefing.en.md", 1)]


def test_broken_yaml_is_one_line(root: Path) -> None:
    shelf = change(root, SHEET, "title: {", "title: {{")
    assert len(shelf.problems) == 1
    assert "not valid YAML" in shelf.problems[0].message


def test_a_missing_talk_is_missed(root: Path) -> None:
    (root / "catalogue/talk/closing.yml").unlink()
    shelf = load_scenarios(root)
    assert [problem.file for problem in shelf.problems] == ["catalogue/talk/closing.yml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("id: accept", "id: [accept", 2, "not valid YAML"),
        ("id: accept", "id: accepts", 1, "must be the file's name, accept"),
        ("examples:", "exampels:", 1, "unknown key exampels"),
    ],
)
def test_a_mistake_in_the_sentences_of_moves_is_named(
    root: Path, old: str, new: str, line: int, message: str
) -> None:
    shelf = change(root, "catalogue/moves/accept.yml", old, new)
    found = [problem for problem in shelf.problems if message in problem.message]
    assert [(p.file, p.line) for p in found] == [("catalogue/moves/accept.yml", line)]


@pytest.mark.parametrize("file", ["catalogue/needs/compensation.yml", "catalogue/traps/other-channel.yml"])
def test_the_topic_of_a_wish_has_an_article(root: Path, file: str) -> None:
    (root / "knowledge/articles/parcel-delayed").mkdir(parents=True)
    named = next(row for row in (root / file).read_text(encoding="utf-8").splitlines() if "topic: " in row)
    for topic, message in (
        ("parcel-delaid", "unknown topic parcel-delaid"),
        ("parcel-lost", "there is no article parcel-lost; begin it by `silkdesk knowledge new parcel-lost`"),
        ("parcel-delayed", None),
    ):
        shelf = change(root, file, named, named := f"topic: {topic}")
        told = [problem for problem in shelf.problems if problem.file == file]
        assert [(p.line, p.where, p.message.startswith(str(message))) for p in told] == (
            [(4, "topic", True)] if message else []
        )


def test_a_schools_own_topic_may_be_named(root: Path) -> None:
    add_topic(root / "knowledge", "toys-abroad", "presales", "which toys may be sent where")
    assert change(root, SHEET, "  - saying-no\n", "  - toys-abroad\n").problems == []
    assert change(root, "catalogue/needs/compensation.yml", "topic: ", "topic: toys-abroad # ").problems == []


def test_wordings_are_said_in_countries_and_groups(root: Path) -> None:
    file = "catalogue/talk/closing.yml"
    first = next(line for line in (root / file).read_text(encoding="utf-8").splitlines() if "- {" in line)
    shelf = change(root, file, first, first.replace("- {", "- {countries: [LATAM, XX], "))
    found = [problem for problem in shelf.problems if "XX is no country code" in problem.message]
    assert [problem.where.split(".")[-1] for problem in found] == ["countries[1]"]


def test_too_few_wordings_are_counted(root: Path) -> None:
    path = root / "catalogue/talk/closing.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.strip().startswith("- "))
    path.write_text("\n".join(lines[: first + 1] + lines[first + 5 :]), encoding="utf-8")
    assert any("catalogue/talk/closing.yml" in problem.file for problem in load_scenarios(root).problems)


def test_wordings_are_counted_in_every_case_that_they_tell_apart(root: Path) -> None:
    path = root / "catalogue/talk/order_number.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"}', '", when: [ordered]}'), encoding="utf-8")
    found = [problem.message for problem in load_scenarios(root).problems]
    assert any(
        "fewer than 4 wordings are left" in message and "(not_ordered)" in message for message in found
    )


def test_of_a_scenario_s_own_lines_fewer_are_wanted(root: Path) -> None:
    path = root / "scenarios/late-parcel/lines.yml"
    shipped = path.read_text(encoding="utf-8")
    own = "\nneeds:\n  compensation:\n    en:\n      met: [One., Two., Three.]\n"
    path.write_text(shipped + own, encoding="utf-8")
    assert load_scenarios(root).problems == []
    path.write_text(shipped + own.replace("Three.", "{text: Three., when: [chat]}"), encoding="utf-8")
    found = [problem.message for problem in load_scenarios(root).problems]
    assert found == ["fewer than 3 wordings are left for countries that no line names (letter)"]


@pytest.mark.parametrize(("kind", "id"), [("needs", "damaged"), ("traps", "insult")])
def test_words_of_the_scenario_s_own_belong_to_what_it_uses(root: Path, kind: str, id: str) -> None:
    path = root / "scenarios/late-parcel/lines.yml"
    own = f"\n{kind}:\n  {id}:\n    en:\n      raise: [One., Two., Three.]\n"
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    found = [problem for problem in load_scenarios(root).problems if problem.where == f"{kind}.{id}"]
    assert [problem.message for problem in found] == [f"is no {kind[:-1]} of scenario.yml"]
