"""`silkdesk scenario`: list, show, check, begin and play scenarios."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Scenario
from bot.cli.problems import print_problems
from bot.core.errors import BadRequest, NotFound
from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES, as_language, is_language

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Id = Annotated[str, typer.Argument(help="The scenario's id, its folder's name.")]


def register(app: typer.Typer) -> None:
    """Adds the group of commands."""
    group = typer.Typer(no_args_is_help=True, help="List, check, begin and play scenarios.")
    for command in (list_, show, check, new, play):
        group.command(name=command.__name__.rstrip("_"))(command)
    app.add_typer(group, name="scenario")


def list_(as_json: AsJson = False) -> None:
    """List the scenarios.

    Example: silkdesk scenario list --json
    """
    from bot import bootstrap

    scenarios = bootstrap.shelf().scenarios.values()
    if as_json:
        print(json.dumps([_card(scenario) for scenario in scenarios], ensure_ascii=False))
        return
    for scenario in scenarios:
        print(
            f"{scenario.id:24} level {scenario.level}  {', '.join(scenario.variants)}  {scenario.title['en']}"
        )


def show(id: Id, as_json: AsJson = False) -> None:
    """Print a scenario's briefing, needs and traps.

    Example: silkdesk scenario show late-parcel
    """
    scenario = _scenario(id)
    if as_json:
        told = {"briefing": dict(scenario.briefing), "debriefing": dict(scenario.debriefing)}
        needs = [use.need.id for use in scenario.needs]
        traps = [use.trap.id for use in scenario.traps]
        print(json.dumps({**_card(scenario), "needs": needs, "traps": traps, **told}, ensure_ascii=False))
        return
    print(f"{scenario.title['en']} / {scenario.title['zh']}\n\n{scenario.briefing['en']}\n")
    for use in scenario.needs:
        print(f"need  {use.need.id:20} {use.need.title['en']}")
    for trap in scenario.traps:
        print(f"trap  {trap.trap.id:20} {trap.trap.title['en']}, after {trap.after}")


def check(
    scenarios: Annotated[
        list[str] | None, typer.Argument(help="Ids or folders; all without.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Report everything wrong in scenarios and catalogue, with file and line; exit status 1 if anything is.

    Example: silkdesk scenario check late-parcel
    """
    from bot.content.scenarios import load_scenarios
    from bot.settings import ROOT

    folders = [_folder(name) for name in scenarios] if scenarios else sorted(_all_folders())
    shelf = load_scenarios(ROOT, folders)
    print_problems(len(folders), "scenarios", shelf.problems, shelf.warnings, as_json)
    if shelf.problems:
        raise typer.Exit(1)


def new(
    id: Annotated[str, typer.Argument(help="Id of the new scenario: small letters, digits, hyphens.")],
    like: Annotated[str, typer.Option(help="The scenario to begin from.")] = "late-parcel",
) -> None:
    """Make the folder of a new scenario, a playable copy of another one to be rewritten.

    Example: silkdesk scenario new broken-lamp
    """
    from bot.content.new_scenario import make_scenario
    from bot.settings import ROOT

    print(make_scenario(ROOT / "scenarios", id, _scenario(like).id))


def play(
    id: Id,
    language: Annotated[str, typer.Option(help="en, de, ru or es.")],
    platform: Annotated[str | None, typer.Option(show_default=False)] = None,
    country: Annotated[str | None, typer.Option(show_default=False)] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same buyer.")] = 0,
    agent: Annotated[
        str | None, typer.Option(help="good, fair, poor, silent, rude or random.", show_default=False)
    ] = None,
    script: Annotated[
        Path | None, typer.Option(help="A file with one agent's message a line.", show_default=False)
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Tell why the buyer does what it does.")] = False,
    as_json: AsJson = False,
) -> None:
    """Play a scenario here: a simulated agent, a script, or you.

    Example: silkdesk scenario play late-parcel --language de --agent good --explain
    """
    from bot import bootstrap
    from bot.service import rehearsal

    scenario = _scenario(id)
    if not is_language(language):
        raise BadRequest(f"--language: {language} is none of {', '.join(LANGUAGES)}")
    spoken = as_language(language)
    variant = scenario.variant(language, platform, country)
    understander = bootstrap.understander()
    casting = Casting(spoken, variant, seed, bootstrap.rubric().day)
    speaker = _speaker(scenario, language, seed, agent, script)
    tell = (lambda _step: None) if as_json else _teller(explain)
    played = rehearsal.play(scenario, casting, speaker, understander, tell)
    if as_json:
        print(json.dumps(played.to_json(), ensure_ascii=False))
        return
    needs = ", ".join(f"{need} {status}" for need, status in played.to_json()["needs"].items())
    print(f"\nEnding: {played.state.ended or 'broken off'}; {needs}")


def _speaker(
    scenario: Scenario, language: str, seed: int, agent: str | None, script: Path | None
) -> Callable[[Step], str | None]:
    """Whoever speaks for the shop."""
    from bot.service import agents, rehearsal

    if agent and script:
        raise BadRequest("either --agent or --script, not both")
    if script:
        return rehearsal.scripted(_lines(script))
    if agent is None:
        return _person
    if agent not in agents.KINDS:
        raise BadRequest(f"--agent: {agent} is none of {', '.join(agents.KINDS)}")
    return agents.speaker(agent, taught_sentences(language), scenario, seed)


@cache
def taught_sentences(language: str) -> dict[str, list[str]]:
    """Act to its taught sentences: those that do this act alone, in faultless words."""
    from bot.content.nlu import load_examples
    from bot.settings import ROOT

    found: dict[str, list[str]] = {}
    for example in load_examples(ROOT / "data" / "nlu")[0]:
        if example.language == language and len(example.acts) == 1 and not example.learner:
            found.setdefault(example.acts[0], []).append(example.text)
    return found


def _lines(script: Path) -> list[str]:
    try:
        return [line for line in script.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as error:
        raise BadRequest(f"{script}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadRequest(f"{script}: is not UTF-8 text") from None


def _person(_step: Step) -> str | None:
    """What a person types; an empty line is silence, the end of input ends the talk."""
    try:
        return input("you: ").strip() or None
    except EOFError:
        raise StopIteration from None


def _teller(explain: bool) -> Callable[[Step], None]:
    def tell(step: Step) -> None:
        for reason in step.reasons if explain else ():
            print(f"    · {reason}")
        print(f"buyer: {step.text}", flush=True)

    return tell


def _scenario(id: str) -> Scenario:
    from bot import bootstrap

    scenarios = bootstrap.shelf().scenarios
    if id not in scenarios:
        raise NotFound(f"there is no scenario {id}; `silkdesk scenario list` names them")
    return scenarios[id]


def _all_folders() -> list[Path]:
    from bot.settings import ROOT

    return [path.parent for path in (ROOT / "scenarios").glob("*/scenario.yml")]


def _folder(name: str) -> Path:
    from bot.settings import ROOT

    for folder in (Path(name), ROOT / "scenarios" / name):
        if folder.is_dir():
            return folder.resolve()
    raise NotFound(f"{name} is neither a scenario nor a folder")


def _card(scenario: Scenario) -> JsonDict:
    """What the contract's list tells of a scenario."""
    return {
        "id": scenario.id,
        "title": dict(scenario.title),
        "languages": list(scenario.variants),
        "level": scenario.level,
        "stage": scenario.stage,
        "responsibility": scenario.responsibility,
        "channel": scenario.channel,
        "variants": {
            language: [{"platform": v.platform, "country": v.country} for v in variants]
            for language, variants in scenario.variants.items()
        },
    }
