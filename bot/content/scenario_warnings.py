"""What is allowed in a scenario and yet hardly meant; one function a warning, run on sound scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.buyer.agenda import DEMANDING
from bot.buyer.fill import PLACE
from bot.buyer.scenario import Line, Lines, Scenario
from bot.content.new_scenario_order import UNWRITTEN
from bot.content.scenario_sheet import Sheet
from bot.content.unknown import did_you_mean
from bot.content.yaml_file import Place
from bot.core.errors import Problem
from bot.core.words import FURTHER_PLATFORMS, LANGUAGES, PLATFORMS

UNSAID = ("violate", "meta")
"""Groups of acts by which no good agent meets a need."""


def missing_languages(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Languages that the scenario is not played in."""
    missing = [language for language in LANGUAGES if language not in scenario.variants]
    if missing:
        yield sheet.file.problem(("variants",), f"is not played in {', '.join(missing)}")


def misspelled_platforms(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Platforms that the rules do not know, and that look like one they know."""
    known = PLATFORMS + FURTHER_PLATFORMS
    for language, variants in scenario.variants.items():
        for i, platform in enumerate(variant.platform for variant in variants):
            near = did_you_mean(platform, known) if platform not in known else ""
            if near:
                message = f"the rules know no platform {platform}{near}"
                yield sheet.file.problem(("variants", language, i, "platform"), message)


def unreachable_needs(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Needs that no good answer meets."""
    for i, use in enumerate(scenario.needs):
        need = use.need
        meeting = need.met_by | (need.offered_by if use.bargain else frozenset())
        if not [act for act in meeting - need.misled_by if scenario.groups[act] not in UNSAID]:
            yield sheet.file.problem(("needs", i), f"need {need.id} is met by no act that a good agent does")


def too_few_turns(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """A limit of turns that an agent who answers one thing a turn cannot keep to."""
    rounds = sum(use.bargain.rounds - 1 for use in scenario.needs if use.bargain)
    least = len(scenario.needs) + len(scenario.traps) + rounds + 1
    if scenario.turn_limit < least:
        message = f"{scenario.turn_limit} turns are too few for {len(scenario.needs)} needs"
        message += f", {len(scenario.traps)} traps and their bargains: allow {least}"
        yield sheet.file.problem(("turn_limit",), message)


def unanswerable_facts(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Facts whose questions mean something else here, and questions expected that no fact answers."""
    raising = {act: use.need.id for use in scenario.needs for act in use.need.raised_by}
    for i, fact in enumerate(scenario.facts):
        taken = [act for act in sorted(fact.asked_by) if act in raising or act == "ask_confirmation"]
        if len(taken) == len(fact.asked_by):
            why = ", ".join(f"{act} {_means(act, raising)}" for act in taken)
            yield sheet.file.problem(("facts", i), f"fact {fact.id} is never told: {why}")
    told = {act for fact in scenario.facts for act in fact.asked_by}
    for i, act in enumerate(scenario.rubric.expects.get("ask", ())):
        if act not in told and act not in raising:
            place = ("rubric", "expects", "ask", i)
            yield sheet.file.problem(
                place, f"{act} is expected, but no fact answers it: the buyer cannot say"
            )


def late_demands(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Threats and demands that come up only once their need is settled."""
    for i, use in enumerate(scenario.traps):
        if use.trap.move in DEMANDING and not use.during:
            message = f"nobody comes with {use.trap.id} once {use.need} is settled: set it `during` that need"
            yield sheet.file.problem(("traps", i, "after"), message)


def critical_and_off(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Checks that are critical here and weigh nothing, so that they are never judged."""
    for i, id in enumerate(sheet.file.data["rubric"].get("critical", ())):
        if scenario.rubric.weights.get(id) == 0:
            message = (
                f"{id} is critical, but rubric.weights switches it off: give it a weight, or leave it out"
            )
            yield sheet.file.problem(("rubric", "critical", i), message)


def _means(act: str, raising: dict[str, str]) -> str:
    return f"brings up need {raising[act]}" if act in raising else "asks for a yes to what was agreed"


def empty_places(sheet: Sheet, scenario: Scenario) -> Iterator[Problem]:
    """Words that say nothing as yet, and places of the order that stay empty where lines use them."""
    for word, texts in scenario.words.items():
        unwritten = [language for language, text in texts.items() if text.strip(f" {UNWRITTEN}") == ""]
        if unwritten:
            yield sheet.file.problem(("words", word), f"is still to be written in {', '.join(unwritten)}")
    empty = {} if scenario.order.tracking else {"tracking_number": "order.tracking is missing"}
    if scenario.order.dates.get("promised", 0) >= 0:
        empty["late"] = "order.dates.promised does not lie in the past"
    for where, place, used in _used(scenario):
        for name in sorted(used & empty.keys()):
            yield sheet.file.problem(place, f"{where} says {{{name}}}, but {empty[name]}")


def _used(scenario: Scenario) -> Iterator[tuple[str, Place, set[str]]]:
    """Who speaks, where it stands in scenario.yml, and the places that its texts name."""
    for i, use in enumerate(scenario.needs):
        yield f"need {use.need.id}", ("needs", i), _places(use.need.lines, scenario)
    for i, trap in enumerate(scenario.traps):
        yield f"trap {trap.trap.id}", ("traps", i), _places(trap.trap.lines, scenario)
    for i, fact in enumerate(scenario.facts):
        lines = [line for lang in scenario.variants for line in fact.lines[lang]]
        yield f"fact {fact.id}", ("facts", i), _named(lines)
    if scenario.opening:
        yield "the opening", ("order",), _places(scenario.opening.lines, scenario)
    for name, texts in (("briefing", scenario.briefing), ("debriefing", scenario.debriefing)):
        yield f"the {name}", ("order",), {place for text in texts.values() for place in PLACE.findall(text)}


def _places(lines: Lines, scenario: Scenario) -> set[str]:
    slots = [slot for language in scenario.variants for slot in lines.get(language, {}).values()]
    return _named(line for slot in slots for band in slot.values() for line in band)


def _named(lines: Iterable[Line]) -> set[str]:
    return {place for line in lines for place in PLACE.findall(line.text)}


Warn = Callable[[Sheet, Scenario], Iterator[Problem]]

WARNINGS: tuple[Warn, ...] = (
    missing_languages,
    misspelled_platforms,
    unreachable_needs,
    too_few_turns,
    unanswerable_facts,
    late_demands,
    critical_and_off,
    empty_places,
)
