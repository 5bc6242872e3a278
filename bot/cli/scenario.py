"""`silkdesk scenario`: list, show and check; its other commands stand in the `scenario_*` modules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.buyer.scenario import Scenario
from bot.cli.problems import print_problems
from bot.cli.scenario_new import new
from bot.cli.scenario_play import play
from bot.cli.scenario_zip import export, import_
from bot.core.errors import NotFound
from bot.core.heard import JsonDict

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Id = Annotated[str, typer.Argument(help="The scenario's id, its folder's name.")]


def register(app: typer.Typer) -> None:
    """Adds the group of commands."""
    group = typer.Typer(no_args_is_help=True, help="List, check, begin, play and share scenarios.")
    for command in (list_, show, check, new, play, export, import_):
        group.command(name=command.__name__.rstrip("_"))(command)
    app.add_typer(group, name="scenario")


def list_(as_json: AsJson = False) -> None:
    """List the scenarios.

    Example: silkdesk scenario list --json
    """
    from bot import bootstrap

    scenarios = bootstrap.scenarios().values()
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
    from bot import bootstrap

    scenario = bootstrap.scenario(id)
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
        when = "during" if trap.during else "after"
        print(f"trap  {trap.trap.id:20} {trap.trap.title['en']}, {when} {trap.need}")


def check(
    scenarios: Annotated[
        list[str] | None, typer.Argument(help="Ids or folders; all without.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Report everything wrong in scenarios, their graded talks and the catalogue; exit 1 if anything is.

    Example: silkdesk scenario check late-parcel
    """
    from bot.content.graded_talks import check_graded_talks
    from bot.content.scenarios import load_scenarios
    from bot.settings import ROOT

    folders = [_folder(name) for name in scenarios] if scenarios else sorted(_all_folders())
    shelf = load_scenarios(ROOT, folders)
    wrong, without = check_graded_talks(ROOT, shelf.scenarios)
    problems, warnings = [*shelf.problems, *wrong], [*shelf.warnings, *without]
    print_problems(len(folders), "scenarios", problems, warnings, as_json)
    if problems:
        raise typer.Exit(1)


def _all_folders() -> list[Path]:
    from bot.settings import ROOT

    return [path.parent for path in (ROOT / "scenarios").glob("*/scenario.yml")]


def _folder(name: str) -> Path:
    from bot.content.unknown import did_you_mean
    from bot.settings import ROOT

    for folder in (Path(name), ROOT / "scenarios" / name):
        if folder.is_dir():
            return folder.resolve()
    near = did_you_mean(name, (folder.name for folder in _all_folders()))
    raise NotFound(f"{name} is neither a scenario nor a folder{near}")


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
