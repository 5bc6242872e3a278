"""The files of a new scenario, written out from its draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Template
from typing import Any

import yaml

from bot.buyer.agenda import DEMANDING
from bot.buyer.scenario import Unit
from bot.content.contract import acts
from bot.content.new_scenario_order import DRAFT, Draft, defaults
from bot.core.words import UiLanguage

BARGAIN: dict[Unit, dict[str, int]] = {
    "percent": {"ask": 20, "floor": 5, "rounds": 3},
    "days": {"ask": 7, "floor": 14, "rounds": 2},
}
"""Limits to begin with, by what is negotiated over."""
FALLBACK_TOPIC = "response-time-targets"
"""What a scenario teaches whose needs and traps name no article."""
INTERFACES: tuple[UiLanguage, ...] = ("zh", "en")
ON_THE_SHEET = ("order_number",)
"""Facts that the briefing says, so that nobody need ask for them."""
LINES_HEAD = (
    "# What only this buyer says: its first words, and each fact when asked; three wordings at least."
)
ENDLESS = 10**6
"""Columns, so that no line is broken."""


def files(draft: Draft) -> dict[str, str]:
    """Name to text of every file in the scenario's folder."""
    written = {"scenario.yml": _sheet(draft), "lines.yml": _lines(draft)}
    for language in INTERFACES:
        written[f"briefing.{language}.md"] = _briefing(draft, language)
        written[f"debriefing.{language}.md"] = _debriefing(draft, language)
    return written


def _sheet(draft: Draft) -> str:
    new = draft.new
    needs = [
        {"id": need.id, **({"bargain": BARGAIN[need.unit]} if need.offered_by else {})}
        for need in draft.needs
    ]
    named = [need.topic for need in draft.needs] + [trap.topic for trap in draft.traps]
    known = [act for fact in ON_THE_SHEET for act in draft.facts.get(fact, ())]
    return _template("scenario.yml").substitute(
        name=new.title["en"],
        id=new.id,
        title=_flow(dict(new.title)),
        level=new.level,
        stage=new.stage,
        responsibility=new.responsibility,
        world=new.world,
        variants="\n".join(f"  {lang}:{_items([who], 4)}" for lang, who in draft.variants.items()),
        order=_block(draft.order),
        context=_flow(draft.context),
        authority=_flow(draft.authority),
        words=_block(draft.words),
        facts=_items([{"id": fact, "asked_by": asked} for fact, asked in draft.facts.items()]),
        needs=_items(needs),
        traps=_items(_traps(draft)),
        known=_flow(known),
        remedy=_flow(_remedies(draft)),
        topics=_flow(list(dict.fromkeys(filter(None, named))) or [FALLBACK_TOPIC]),
    )


def _traps(draft: Draft) -> list[dict[str, str]]:
    """The first trap with the first need, and so on; those left over with the last. Demands stand beside."""
    needs = [need.id for need in draft.needs]
    return [
        {"id": trap.id, "during" if trap.move in DEMANDING else "after": needs[min(i, len(needs) - 1)]}
        for i, trap in enumerate(draft.traps)
    ]


def _remedies(draft: Draft) -> list[str]:
    """The offers by which its needs are met, and a promise to come back with an answer."""
    helping = {act for need in draft.needs for act in need.met_by | need.offered_by}
    return [act for act, group in acts().items() if act in helping and group == "offer"] + [
        "promise_follow_up"
    ]


def _lines(draft: Draft) -> str:
    drafts = yaml.safe_load((DRAFT / "lines.yml").read_text(encoding="utf-8"))
    opening = drafts["opening"][draft.new.stage]
    said = {
        "opening": {"moves": opening["moves"], "lines": _spoken(draft, opening["lines"])},
        "facts": {fact: _spoken(draft, drafts["facts"][fact]) for fact in draft.facts},
    }
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=ENDLESS)
    return f"{LINES_HEAD}\n{text}"


def _spoken(draft: Draft, lines: Mapping[str, Any]) -> dict[str, Any]:
    return {language: lines[language] for language in draft.languages}


def _briefing(draft: Draft, language: UiLanguage) -> str:
    text, paid = defaults()["text"], draft.context["paid"]
    named = ["number" if paid else "price", *(["tracking"] if draft.context["shipped"] else []), *draft.dates]
    data = [text["data"][name][language] for name in named if name in text["data"]]
    may = [
        Template(text["authority"][name][language]).substitute(percent=value)
        for name, value in draft.authority.items()
        if name in text["authority"]
    ]
    return _template(f"briefing.{language}.md").substitute(
        situation=text["situation"][draft.new.stage][language], data=_bullets(data), authority=_bullets(may)
    )


def _debriefing(draft: Draft, language: UiLanguage) -> str:
    texts = defaults()["text"]["point"]
    kinds = [("bargain" if need.offered_by else "need", need.title) for need in draft.needs]
    kinds += [("trap", trap.title) for trap in draft.traps]
    points = [Template(texts[kind][language]).substitute(title=title[language]) for kind, title in kinds]
    numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return _template(f"debriefing.{language}.md").substitute(points=numbered)


def _template(name: str) -> Template:
    return Template((DRAFT / name).read_text(encoding="utf-8"))


def _bullets(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in points)


def _block(entries: Mapping[str, Any]) -> str:
    return "\n".join(f"  {key}: {_flow(value)}" for key, value in entries.items())


def _items(entries: list[dict[str, Any]], indent: int = 2) -> str:
    """A list one entry a line, behind its key; an empty one stands on the key's line."""
    return "".join(f"\n{' ' * indent}- {_flow(entry)}" for entry in entries) or " []"


def _flow(value: Any) -> str:
    """A value on one line, as YAML."""
    listed = yaml.safe_dump(
        [value], default_flow_style=True, allow_unicode=True, sort_keys=False, width=ENDLESS
    )
    return listed.strip()[1:-1]
