"""The shared catalogue: needs, traps and talk, one file each under `catalogue/`; checks its moves too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.buyer.matters import Matters, naming
from bot.buyer.scenario import Need, Talk, Trap
from bot.content.buyer_lines import check_lines, slots_of, talk_of
from bot.content.contract import acts, moves
from bot.content.move_examples import load_move_examples
from bot.content.topics import known_topics
from bot.content.unknown import did_you_mean, unknown
from bot.content.yaml_file import YamlFile, load
from bot.core.errors import Problem
from bot.core.words import LANGUAGES

TALKS = frozenset(
    "greeting greeting_inquiry wrong_language silence slow copy_paste contradiction told_already "
    "cannot_say waiting asks_date softened offended insists_on_rights suspicious no_review_deal "
    "not_now not_understood confirms not_done filler closing ending_satisfied ending_grudging "
    "ending_walked_away ending_dispute ending_bad_review ending_turn_limit letter_greeting "
    "letter_close promise_broken blamed not_cancelled wont_cancel wont_pay_more doubts_claim keeps_data "
    "my_data no_ads review_too_early until_then order_number takes_it letter_again on_what_basis "
    "all_answered address_stands not_ordered_yet no_budget leaves_it_to_you concedes "
    "as_ordered just_one not_that no_date gives_in "
    "thanks_for_answer thanks_for_help".split()
)
"""Every occasion on which the engine says a shared line."""

MATTERS = "catalogue/matters.yml"

LEAST = 4
"""Wordings of the catalogue that must be left in every country and circumstance."""

NEED_SLOTS = {
    "refused_by": ("refused",),
    "misled_by": ("misled", "relied"),
    "offered_by": ("met", "how_much", "too_little", "counter"),
}
"""The lines that a need wants for what may happen to it."""


@dataclass
class Catalogue:
    """What was read, by id, with everything that is wrong in it."""

    needs: dict[str, Need] = field(default_factory=dict)
    traps: dict[str, Trap] = field(default_factory=dict)
    talk: dict[str, Talk] = field(default_factory=dict)
    matters: Matters = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def load_catalogue(root: Path) -> Catalogue:
    """Reads `root`/catalogue. A file with a problem is left out, and the problem told."""
    found = Catalogue()
    _load_matters(root, found)
    for file in _sound_files(root, "needs", "need", found):
        found.needs[file.data["id"]] = _need(file.data)
    for file in _sound_files(root, "traps", "trap", found):
        found.traps[file.data["id"]] = _trap(file.data)
    for file in _sound_files(root, "talk", "talk", found):
        found.talk[file.data["id"]] = talk_of(file.data["id"], file.data)
    for missing in sorted(TALKS):
        name = f"catalogue/talk/{missing}.yml"
        if not (root / name).exists():
            found.problems.append(Problem(name, 0, "", "is missing; every buyer needs these lines"))
    found.problems += load_move_examples(root)[1]
    return found


def _load_matters(root: Path, found: Catalogue) -> None:
    """Reads the words by which a statement names its matter, where there are any."""
    if not (root / MATTERS).exists():
        return
    file, problems = load(root / MATTERS, "matters", MATTERS)
    found.problems += problems
    if file and not problems:
        found.matters = {
            matter: {language: naming(words) for language, words in by_language.items()}
            for matter, by_language in file.data.items()
        }


def _sound_files(root: Path, folder: str, kind: str, found: Catalogue) -> Iterator[YamlFile]:
    for path in sorted((root / "catalogue" / folder).glob("*.yml")):
        file, problems = load(path, kind, str(path.relative_to(root)))
        if file and not problems:
            problems = [*_check(file, kind), *_check_topic(file, root), *_check_about(file, found.matters)]
            missing = [language for language in LANGUAGES if language not in file.data["lines"]]
            if missing:
                found.warnings.append(file.problem(("lines",), f"has no lines in {', '.join(missing)}"))
        found.problems += problems
        if file and not problems:
            yield file


def _check(file: YamlFile, kind: str) -> Iterator[Problem]:
    """What a schema cannot say: names, references, and that every event has its lines."""
    name = Path(file.name).stem
    if file.data["id"] != name:
        yield file.problem(("id",), f"must be the file's name, {name}")
    if kind == "talk" and file.data["id"] not in TALKS:
        yield file.problem(("id",), unknown("occasion", file.data["id"], TALKS))
    for move in file.data.get("moves", [file.data.get("move")]):
        if move not in moves():
            place = "moves" if kind == "talk" else "move"
            yield file.problem((place,), unknown("move", move, moves()))
    for key in (key for key in file.data if key.endswith("_by") or key == "grounded"):
        yield from check_acts(file, key)
    for key, slots in NEED_SLOTS.items():
        for language, given in file.data["lines"].items():
            missing = [slot for slot in slots if file.data.get(key) and slot not in given]
            if missing:
                yield file.problem(("lines", language), f"{key} wants lines for {', '.join(missing)} too")
    yield from check_lines(file, ("lines",), tuple(file.data.get("fills", ())), least=LEAST)


def _check_about(file: YamlFile, matters: Matters) -> Iterator[Problem]:
    for key in ("about", "unless", "ruled_out"):
        yield from check_matters(file, (key,), file.data.get(key, ()), matters)


def check_matters(
    file: YamlFile, place: tuple[str | int, ...], named: Iterable[str], matters: Matters
) -> Iterator[Problem]:
    """Whether every matter named at a place of a file is one."""
    for i, matter in enumerate(named):
        if matter not in matters:
            yield file.problem((*place, i), unknown("matter", matter, matters))


def _check_topic(file: YamlFile, root: Path) -> Iterator[Problem]:
    """Whether the topic has an article, where `root` has articles at all."""
    topic, articles = file.data.get("topic"), root / "knowledge" / "articles"
    topics = known_topics(root / "knowledge") if topic else {}
    if topic and topic not in topics:
        yield file.problem(("topic",), unknown("topic", topic, topics))
    elif topic and articles.is_dir() and not (articles / topic).is_dir():
        remedy = f"begin it by `silkdesk knowledge new {topic}`, or name another"
        near = did_you_mean(topic, (folder.name for folder in articles.iterdir()))
        yield file.problem(("topic",), f"there is no article {topic}; {remedy}{near}")


def check_acts(file: YamlFile, *place: str | int) -> Iterator[Problem]:
    """Acts in the list at `place` that the contract does not know."""
    listed: Any = file.data
    for key in place:
        listed = listed[key]
    for i, act in enumerate(listed):
        if act not in acts():
            yield file.problem((*place, i), unknown("act", act, acts()))


def _acts(data: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(data.get(key, ()))


def _need(data: Mapping[str, Any]) -> Need:
    return Need(
        id=data["id"],
        title=data["title"],
        move=data["move"],
        lines=slots_of(data["lines"]),
        met_by=_acts(data, "met_by"),
        eased_by=_acts(data, "eased_by"),
        refused_by=_acts(data, "refused_by"),
        misled_by=_acts(data, "misled_by"),
        offered_by=_acts(data, "offered_by"),
        raised_by=_acts(data, "raised_by"),
        told_by=_acts(data, "told_by"),
        settled_by=_acts(data, "settled_by"),
        grounded=_acts(data, "grounded"),
        about=_acts(data, "about"),
        named=data.get("named", False),
        unless=_acts(data, "unless"),
        fills=tuple(data.get("fills", ())),
        topic=data.get("topic"),
        unit=data.get("unit", "percent"),
    )


def _trap(data: Mapping[str, Any]) -> Trap:
    return Trap(
        id=data["id"],
        title=data["title"],
        move=data["move"],
        lines=slots_of(data["lines"]),
        caught_by=_acts(data, "caught_by"),
        declined_by=_acts(data, "declined_by"),
        about=_acts(data, "about"),
        unless=_acts(data, "unless"),
        ruled_out=_acts(data, "ruled_out"),
        fills=tuple(data.get("fills", ())),
        topic=data.get("topic"),
    )
