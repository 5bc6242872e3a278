"""What a scenario can get wrong in its rubric: checks that there are not, words that a language lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.content.article_text import read_text
from bot.content.catalogue import check_acts
from bot.content.contract import checks
from bot.content.scenario_sheet import Sheet
from bot.content.unknown import did_you_mean, unknown
from bot.content.yaml_file import Place
from bot.core.errors import Problem
from bot.grading.rubric import OWN_SECTION


def check_named_checks(sheet: Sheet) -> Iterator[Problem]:
    """Checks that are weighed or called critical are known, of the contract or the scenario's own."""
    rubric = sheet.file.data["rubric"]
    known = {*checks(), *(own["id"] for own in rubric.get("checks", ()))}
    named: list[tuple[str, Place]] = [(id, ("rubric", "weights", id)) for id in rubric.get("weights", {})]
    named += [(id, ("rubric", "critical", i)) for i, id in enumerate(rubric.get("critical", ()))]
    for id, place in named:
        if id not in known:
            yield sheet.file.problem(place, unknown("check", id, known))


def check_expects(sheet: Sheet) -> Iterator[Problem]:
    """Expected acts are known, and advice has its names in every language played."""
    expects = sheet.file.data["rubric"].get("expects", {})
    for key, expected in expects.items():
        if isinstance(expected, list):
            yield from check_acts(sheet.file, "rubric", "expects", key)
    for kind, names in expects.get("advice", {}).items():
        yield from _in_all(sheet, ("rubric", "expects", "advice", kind), names)


def check_own_checks(sheet: Sheet) -> Iterator[Problem]:
    """The scenario's own checks bear ids of their own, and have their words in every language played."""
    own = sheet.file.data["rubric"].get("checks", ())
    ids = Counter(check["id"] for check in own)
    for i, check in enumerate(own):
        place: Place = ("rubric", "checks", i)
        if check["id"] in checks():
            yield sheet.file.problem((*place, "id"), f"{check['id']} is a check of contract/checks.yml")
        if ids[check["id"]] > 1:
            yield sheet.file.problem((*place, "id"), f"{check['id']} stands here {ids[check['id']]} times")
        if "does" in check:
            yield from check_acts(sheet.file, *place, "does")
        for key in ("says", "phrase"):
            if key in check:
                yield from _in_all(sheet, (*place, key), check[key])
        yield from _check_citation(sheet, place, check["topic"], check.get("section", OWN_SECTION))


def _check_citation(sheet: Sheet, place: Place, topic: str, section: str) -> Iterator[Problem]:
    """What is cited is taught here, and the section stands in the article, where there is one."""
    taught = sheet.file.data["topics"]
    if topic not in taught:
        message = f"{topic} is none of the scenario's topics; add it there{did_you_mean(topic, taught)}"
        yield sheet.file.problem((*place, "topic"), message)
    else:
        text, _ = read_text(sheet.root / "knowledge" / "articles" / topic / "en.md", topic, "en")
        known = [part.heading for part in text.sections] if text else [section]
        if section not in known:
            message = f"article {topic} has no such section; it has {', '.join(known)}"
            yield sheet.file.problem((*place, "section"), message + did_you_mean(section, known))


def _in_all(sheet: Sheet, place: Place, told: Mapping[str, object]) -> Iterator[Problem]:
    """Something stands in every language played."""
    missing = [language for language in sheet.languages if language not in told]
    if missing:
        yield sheet.file.problem(place, f"is missing in {', '.join(missing)}")
