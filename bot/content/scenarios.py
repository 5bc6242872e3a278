"""Reads scenarios: one folder each under `scenarios/`, with everything that is wrong at once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.buyer.scenario import (
    Bargain,
    Endings,
    Fact,
    Lines,
    NeedUse,
    Order,
    Person,
    Persona,
    RubricData,
    SalesData,
    Scenario,
    TrapUse,
    Variant,
)
from bot.content.buyer_lines import slots_of, talk_of, wordings_of
from bot.content.catalogue import Catalogue, load_catalogue
from bot.content.contract import acts
from bot.content.scenario_checks import CHECKS, Check
from bot.content.scenario_sheet import Sheet
from bot.content.scenario_warnings import WARNINGS
from bot.content.sense import check_numbers
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem

TEXTS = ("briefing.zh.md", "briefing.en.md", "debriefing.zh.md", "debriefing.en.md")
ENDINGS = {"impatient": "walked_away", "furious": "bad_review", "denied": "dispute"}
TURN_LIMIT = 20
FILES = ("scenarios/*/*", "catalogue/*.yml", "catalogue/*/*.yml", "knowledge/policies/*.yml")
"""All that a scenario is made of, from the project's root."""


@dataclass
class Shelf:
    """The scenarios that can be played, the catalogue they use, and what is wrong with both."""

    catalogue: Catalogue
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def fingerprint(root: Path) -> frozenset[tuple[str, int, int]]:
    """Path, time and size of every file that the scenarios of `root` are made of: it changes when they do."""
    found = set()
    for path in (path for pattern in FILES for path in root.glob(pattern)):
        with suppress(FileNotFoundError):
            stat = path.stat()
            found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


def load_scenarios(root: Path, folders: Iterable[Path] | None = None) -> Shelf:
    """Reads the catalogue of `root` and its scenarios, or only those in `folders`."""
    with _uncollected():
        return _load_all(root, folders)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for garbage, which takes a quarter of the time where a million nodes are made."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _load_all(root: Path, folders: Iterable[Path] | None) -> Shelf:
    catalogue = load_catalogue(root)
    shelf = Shelf(catalogue, problems=list(catalogue.problems), warnings=list(catalogue.warnings))
    if folders is None:
        folders = sorted(path.parent for path in (root / "scenarios").glob("*/scenario.yml"))
    for folder in folders:
        scenario = _load(folder, root, catalogue, shelf)
        if scenario:
            shelf.scenarios[scenario.id] = scenario
    return shelf


def _load(folder: Path, root: Path, catalogue: Catalogue, shelf: Shelf) -> Scenario | None:
    """One scenario, or None and its problems on the shelf."""
    name = str(folder.relative_to(root)) if folder.is_relative_to(root) else str(folder)
    file, problems = load(folder / "scenario.yml", "scenario", f"{name}/scenario.yml")
    lines: YamlFile | None = None
    if (folder / "lines.yml").exists():
        lines, more = load(folder / "lines.yml", "lines", f"{name}/lines.yml")
        problems += more
    texts = {text: _read(folder, text, name, problems) for text in TEXTS}
    if file is None:
        shelf.problems += problems
        return None
    problems += check_numbers(file)
    sheet = Sheet(file, lines, texts, catalogue, root)
    problems += [problem for check in CHECKS for problem in _run(check, sheet, bool(problems))]
    shelf.problems += problems
    if problems:
        return None
    if catalogue.problems:
        return None
    scenario = _build(sheet)
    shelf.warnings += [warning for warn in WARNINGS for warning in warn(sheet, scenario)]
    return scenario


def _run(check: Check, sheet: Sheet, broken: bool) -> list[Problem]:
    """What a check finds; in a sheet of `broken` form one that cannot go on finds nothing."""
    try:
        return list(check(sheet))
    except (KeyError, TypeError, AttributeError):
        if not broken:
            raise
        return []


def _read(folder: Path, text: str, name: str, problems: list[Problem]) -> str:
    try:
        content = (folder / text).read_text(encoding="utf-8").strip()
    except OSError as error:
        problems.append(Problem(f"{name}/{text}", 0, "", f"cannot be read: {error.strerror}"))
        return ""
    except UnicodeDecodeError:
        problems.append(Problem(f"{name}/{text}", 0, "", "is not UTF-8 text"))
        return ""
    if not content:
        problems.append(Problem(f"{name}/{text}", 1, "", "the file is empty"))
    return content


def _build(sheet: Sheet) -> Scenario:
    data = sheet.file.data
    lines: Mapping[str, Any] = sheet.lines.data if sheet.lines else {}
    order, persona, rubric = data["order"], data["persona"], data["rubric"]
    return Scenario(
        id=data["id"],
        title=data["title"],
        level=data["level"],
        stage=data["stage"],
        responsibility=data["responsibility"],
        channel=data["channel"],
        world=data["world"],
        shop=data.get("shop"),
        variants={lang: tuple(map(_variant, variants)) for lang, variants in data["variants"].items()},
        order=Order(
            order["number"], order.get("tracking"), order["value"], order["dates"], order.get("sums", {})
        ),
        context=data["context"],
        authority=data["authority"],
        words=data.get("words", {}),
        facts=tuple(_fact(fact, lines["facts"][fact["id"]]) for fact in data.get("facts", ())),
        needs=tuple(_need(use, sheet.catalogue, lines.get("needs", {})) for use in data["needs"]),
        traps=tuple(_trap(use, sheet.catalogue, lines.get("traps", {})) for use in data.get("traps", ())),
        persona=Persona(persona["mood"], persona["patience"], persona["waits"]),
        endings=Endings(**{**ENDINGS, **data.get("endings", {})}),
        turn_limit=data.get("turn_limit", TURN_LIMIT),
        rubric=RubricData(
            weights=rubric.get("weights", {}),
            expects=rubric.get("expects", {}),
            pass_mark=rubric.get("pass_mark"),
            critical=frozenset(rubric.get("critical", ())),
            checks=tuple(rubric.get("checks", ())),
        ),
        topics=tuple(data["topics"]),
        talk=sheet.catalogue.talk,
        groups=acts(),
        matters=sheet.catalogue.matters,
        briefing={"zh": sheet.texts["briefing.zh.md"], "en": sheet.texts["briefing.en.md"]},
        debriefing={"zh": sheet.texts["debriefing.zh.md"], "en": sheet.texts["debriefing.en.md"]},
        opening=talk_of("opening", lines["opening"]) if "opening" in lines else None,
        store=data.get("store", ""),
        sales=SalesData(**data["sales"]) if "sales" in data else None,
        reviewed=data.get("reviewed", False),
        subject={language: wordings_of(given) for language, given in lines.get("subject", {}).items()},
    )


def _variant(data: Mapping[str, Any]) -> Variant:
    buyer = data["buyer"]
    person = Person(buyer["name"], buyer.get("form"), buyer["gender"])
    return Variant(data["platform"], data["country"], data["currency"], person)


def _fact(data: Mapping[str, Any], lines: Mapping[str, Any]) -> Fact:
    told = {language: wordings_of(given) for language, given in lines.items()}
    asked, about, wants = (frozenset(data.get(key, ())) for key in ("asked_by", "about", "wants"))
    return Fact(data["id"], asked, told, about, data.get("brings_up", ""), wants)


def _need(data: Mapping[str, Any], catalogue: Catalogue, own: Mapping[str, Any]) -> NeedUse:
    """The need with what the scenario says of it; `own` lines take the place of the catalogue's."""
    need, bargain = catalogue.needs[data["id"]], data.get("bargain")
    told_by = frozenset(data.get("told_by", need.told_by))
    need = replace(need, told_by=told_by, lines=_lines(need.lines, own.get(need.id, {})))
    return NeedUse(need, Bargain(**bargain) if bargain else None)


def _trap(data: Mapping[str, Any], catalogue: Catalogue, own: Mapping[str, Any]) -> TrapUse:
    """The trap likewise."""
    trap = catalogue.traps[data["id"]]
    trap = replace(trap, lines=_lines(trap.lines, own.get(trap.id, {})))
    return TrapUse(trap, data.get("after") or data["during"], "during" in data)


def _lines(shared: Lines, own: Mapping[str, Any]) -> Lines:
    said = {language: {**shared.get(language, {}), **slots} for language, slots in slots_of(own).items()}
    return {**shared, **said}
