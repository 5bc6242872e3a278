"""`silkdesk scenario play`: a talk with the buyer in a terminal, by a person, a script or an agent."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.buyer.draft import Step
from bot.buyer.scenario import Casting, Scenario
from bot.cli.source import opened
from bot.core.errors import BadRequest
from bot.core.heard import Heard
from bot.core.words import CEFR, LANGUAGES, Cefr, as_cefr, as_language, is_language

if TYPE_CHECKING:
    from bot.service.rehearsal import Hears, Rehearsal


def play(
    id: Annotated[str, typer.Argument(help="The scenario's id.")],
    language: Annotated[str, typer.Option(help="en, de, ru or es.")],
    platform: Annotated[str | None, typer.Option(show_default=False)] = None,
    country: Annotated[str | None, typer.Option(show_default=False)] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same buyer.")] = 0,
    agent: Annotated[
        str | None, typer.Option(help="good, fair, poor, silent, rude or random.", show_default=False)
    ] = None,
    script: Annotated[
        Path | None,
        typer.Option(help="A file with one agent's message a line; - is standard input.", show_default=False),
    ] = None,
    cefr: Annotated[
        str | None, typer.Option(help="A2 or B2: easy or demanding wording.", show_default=False)
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(help="good or poor: keep it as a graded talk, which tests play.", show_default=False),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell why the buyer does what it does, and its gloss.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Play a scenario here: a simulated agent, a script, or you.

    Example: silkdesk scenario play late-parcel --language de --agent good --explain
    """
    from bot import bootstrap
    from bot.cli.scenario_keep import Keeper
    from bot.service import rehearsal

    scenario = bootstrap.scenario(id)
    casting = _casting(scenario, language, platform, country, seed, cefr)
    keeper = Keeper(casting, scenario, keep) if keep else None
    understander: Hears = bootstrap.understander()
    speaker = _speaker(scenario, language, seed, agent, script, as_json)
    if not as_json:
        speaker = aloud(speaker) if agent or script else speaker
        understander = Retold(understander) if explain else understander
    tell = (lambda _step: None) if as_json else teller(explain)
    within = rehearsal.answers_within(bootstrap.rules(), scenario, casting)
    played = rehearsal.play(scenario, casting, speaker, understander, tell, within)
    _print(played, as_json)
    if keeper:
        kept = keeper.keep(played)
        print(f"Kept in {kept}", file=sys.stderr if as_json else sys.stdout)


def _casting(
    scenario: Scenario, language: str, platform: str | None, country: str | None, seed: int, cefr: str | None
) -> Casting:
    """Who plays; raises BadRequest where an option names what there is not."""
    from bot import bootstrap

    if not is_language(language):
        raise BadRequest(f"--language: {language} is none of {', '.join(LANGUAGES)}")
    variant = scenario.variant(language, platform, country, seed)
    return Casting(as_language(language), variant, seed, bootstrap.rubric().day, level_of(cefr))


def _print(played: Rehearsal, as_json: bool) -> None:
    """How the talk came out."""
    told = played.to_json()
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    needs = ", ".join(f"{need} {status}" for need, status in told["needs"].items())
    print(f"\nEnding: {played.state.ended or 'broken off'}; {needs}")


class Retold:
    """Hears, and prints what was heard in which words, and the words in which nothing was."""

    def __init__(self, understander: Hears) -> None:
        self._understander = understander

    def hear(self, text: str, language: str | None = None) -> Heard:
        """What the understander hears."""
        heard = self._understander.hear(text, language)
        for act in heard.acts:
            print(f"    · heard {act.act} ({act.confidence:.2f}) in “{text[act.start : act.end]}”")
        if not heard.acts:
            print("    · heard nothing that it knows")
        elif missed := passed_over(heard):
            print(f"    · nothing heard in: {', '.join(f'“{words}”' for words in missed)}")
        return heard


def passed_over(heard: Heard) -> list[str]:
    """The clauses of a message that no act reaches into."""
    return [
        heard.text[part.start : part.end]
        for part in heard.segments
        if not any(act.start < part.end and part.start < act.end for act in heard.acts)
    ]


def level_of(cefr: str | None) -> Cefr | None:
    """The level of text of an option; raises BadRequest for one that there is not."""
    try:
        return as_cefr(cefr)
    except ValueError:
        raise BadRequest(f"--cefr: {cefr} is none of {', '.join(CEFR)}") from None


def _speaker(
    scenario: Scenario, language: str, seed: int, agent: str | None, script: Path | None, as_json: bool
) -> Callable[[Step], str | None]:
    """Whoever speaks for the shop."""
    from bot import bootstrap
    from bot.service import agents, rehearsal

    if agent and script:
        raise BadRequest("either --agent or --script, not both")
    if script:
        return rehearsal.scripted(script_lines(script))
    if agent is None and as_json:
        raise BadRequest("--json wants --agent or --script; a person plays without it")
    if agent is None:
        return _person
    if agent not in agents.KINDS:
        raise BadRequest(f"--agent: {agent} is none of {', '.join(agents.KINDS)}")
    return agents.speaker(agent, bootstrap.agent_lines()[language], scenario, seed)


def script_lines(script: Path) -> list[str]:
    """The messages of a script, one a line. Raises BadRequest where it cannot be read."""
    try:
        with opened(str(script)) as source:
            return [line for line in source.read().decode("utf-8").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise BadRequest(f"{script}: is not UTF-8 text") from None


def _person(_step: Step) -> str | None:
    """What a person types; an empty line is silence, the end of input ends the talk."""
    try:
        return input("you: ").strip() or None
    except EOFError:
        raise StopIteration from None


def aloud(speaker: Callable[[Step], str | None]) -> Callable[[Step], str | None]:
    """The same speaker, whose messages are printed as well."""

    def speak(step: Step) -> str | None:
        said = speaker(step)
        print(f"agent: {said or '(silence)'}", flush=True)
        return said

    return speak


def teller(explain: bool) -> Callable[[Step], None]:
    """Prints each buyer's turn, a letter's subject first; with `explain` also why, and its Chinese gloss."""

    def tell(step: Step) -> None:
        for reason in step.reasons if explain else ():
            print(f"    · {reason}")
        if step.subject:
            print(f"subject: {step.subject}")
        print(f"buyer: {step.text}", flush=True)
        if explain and step.gloss:
            print(f"       [{step.gloss}]", flush=True)

    return tell
