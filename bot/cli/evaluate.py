"""`silkdesk evaluate`: everything that says how good the bot is, with figures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import (
    evaluate_change,
    evaluate_grading,
    evaluate_learning,
    evaluate_messages,
    evaluate_reviews,
    evaluate_search,
)
from bot.cli.figures import figure
from bot.core.errors import BadRequest, NotReady
from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT

RESULTS = ROOT / "results"
EVALUATION = RESULTS / "evaluation.json"
SEEDS = 5
CONFUSIONS = 10
MEASURES = ("micro_f1", "precision", "recall", "violation_recall", "accused_clean")
MOVE_SETS = ("moves", "moves_blind")
MOVE_MEASURES = ("texts", "micro_f1", "precision", "recall", "wish_recall", "false_alarms")


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="evaluate")(evaluate)


class Part(StrEnum):
    """What can be measured by itself."""

    UNDERSTANDING = "understanding"
    LEARNING = "learning"
    SHELL = "shell"
    RETRIEVAL = "retrieval"
    PRACTICE = "practice"
    VALIDITY = "validity"
    READINGS = "readings"
    REVIEWS = "reviews"


def evaluate(
    part: Annotated[list[Part] | None, typer.Option(help="Measure this alone; may be given again.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    messages: Annotated[
        str | None,
        typer.Option(
            help="Measure only this: agents' messages of your own, one JSON object with text, language and "
            "acts a line; second, where a second reader named acts.",
            show_default=False,
            metavar="FILE",
        ),
    ] = None,
) -> None:
    """Measure understanding, shell, retrieval, buyer, grading and its reviews; reports go to results/.

    Exit status 1 where a story of the shell goes wrong. Example: silkdesk evaluate --part understanding
    """
    if messages is not None:
        if part:
            raise BadRequest("--messages measures nothing else: leave out --part")
        told = evaluate_messages.messages(messages)
        print(json.dumps(told) if as_json else "\n".join(evaluate_messages.lines(told)))
        return
    before, found = _read(EVALUATION), {}
    for name in part or Part:
        print(f"{name} …", file=sys.stderr, flush=True)
        found[str(name)] = _measures()[name]()
    EVALUATION.parent.mkdir(exist_ok=True)
    EVALUATION.write_text(json.dumps(before | found, indent=2, ensure_ascii=False) + "\n")
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(line for name in found for line in _lines(Part(name), found[name], before.get(name))))
        print(f"Reports: {_shown(RESULTS)}")
    if not found.get(Part.SHELL, {}).get("passed", True):
        raise typer.Exit(1)


def _measures() -> dict[Part, Callable[[], JsonDict]]:
    return {
        Part.UNDERSTANDING: understanding,
        Part.LEARNING: evaluate_learning.learning,
        Part.SHELL: shell,
        Part.RETRIEVAL: evaluate_search.retrieval,
        Part.PRACTICE: practice,
        Part.VALIDITY: lambda: evaluate_grading.validity(RESULTS / "grading-errors.txt"),
        Part.READINGS: evaluate_grading.readings,
        Part.REVIEWS: evaluate_reviews.reviews,
    }


def _read(place: Path) -> JsonDict:
    """What was measured before; nothing where there is no file, or none that can be read."""
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def understanding() -> JsonDict:
    """`rasa test nlu`, and by language what is heard in single sentences, messages and buyers' turns."""
    from bot import bootstrap
    from bot.content.nlu import load_examples, load_messages
    from bot.understanding.evaluation import measure
    from bot.understanding.move_evaluation import measure_moves

    _rasa("nlu", "test", "nlu", "--nlu", "tests/nlu", "--model", _model(), "--out", str(RESULTS / "nlu"))
    examples, _ = load_examples(ROOT / "tests" / "nlu")
    understander = bootstrap.understander()
    found: JsonDict = {}
    for language in LANGUAGES:
        sentences = [(e.text, e.acts) for e in examples if e.language == language]
        messages = load_messages(ROOT / "tests" / "understanding" / f"messages.{language}.yml")
        found[language] = {
            "sentences": measure(understander, sentences, language, understander.groups),
            "messages": measure(understander, messages, language, understander.groups),
        }
        for part in MOVE_SETS:
            turns = load_messages(ROOT / "tests" / "understanding" / f"{part}.{language}.yml", "moves")
            found[language][part] = measure_moves(bootstrap.buyer_ears(), turns, language)
    return found


def shell() -> JsonDict:
    """`rasa test core`: whether every event and intent reaches its action."""
    arguments = ("--stories", "tests/stories", "--fail-on-prediction-errors", "--model", _model())
    passed = _rasa("core", "test", "core", *arguments, "--out", str(RESULTS / "core"), may_fail=True)
    return {"passed": passed}


def practice() -> JsonDict:
    """Every scenario played by simulated agents: endings and mean scores, by kind of agent."""
    from bot import bootstrap
    from bot.buyer.scenario import Casting
    from bot.service import agents, rehearsal

    grader, understander = bootstrap.grader(), bootstrap.understander()
    found: JsonDict = {kind: {"endings": Counter(), "scores": []} for kind in agents.KINDS}
    for language, scenario, kind, seed in product(
        LANGUAGES, bootstrap.scenarios().values(), agents.KINDS, range(SEEDS)
    ):
        if language not in scenario.variants:
            continue
        speaker = agents.speaker(kind, bootstrap.agent_lines()[language], scenario, seed)
        casting = Casting(language, scenario.variant(language, seed=seed), seed, bootstrap.rubric().day)
        within = rehearsal.answers_within(bootstrap.rules(), scenario, casting)
        played = rehearsal.play(scenario, casting, speaker, understander, within=within)
        found[kind]["endings"][played.state.ended or "turn_limit"] += 1
        found[kind]["scores"].append(grader.grade(played.transcript).score or 0.0)
    return {
        kind: {"endings": dict(row["endings"]), "score": round(sum(row["scores"]) / len(row["scores"]), 1)}
        for kind, row in found.items()
    }


def _model() -> str:
    from bot.settings import settings

    return str(settings().models / "silkdesk.tar.gz")


def _rasa(name: str, *arguments: str, may_fail: bool = False) -> bool:
    """Runs Rasa with its output in results/; raises NotReady where it fails and may not."""
    RESULTS.mkdir(exist_ok=True)
    log = RESULTS / f"rasa-{name}.log"
    with log.open("wb") as output:
        done = subprocess.run(
            ["scripts/rasa.sh", *arguments], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode and not may_fail:
        raise NotReady(f"rasa {' '.join(arguments[:2])} failed; see {log.relative_to(ROOT)}")
    return done.returncode == 0


def _lines(part: Part, found: JsonDict, before: JsonDict | None) -> Iterator[str]:
    """One part for people; understanding also beside what it was."""
    tables: dict[Part, Callable[[JsonDict], Iterable[str]]] = {
        Part.UNDERSTANDING: _understanding_lines,
        Part.LEARNING: evaluate_learning.lines,
        Part.SHELL: _shell_lines,
        Part.RETRIEVAL: evaluate_search.lines,
        Part.PRACTICE: _practice_lines,
        Part.VALIDITY: evaluate_grading.lines,
        Part.READINGS: evaluate_grading.reading_lines,
        Part.REVIEWS: evaluate_reviews.lines,
    }
    yield from tables[part](found)
    if part == Part.UNDERSTANDING:
        yield from evaluate_change.lines(before, found)


def _shell_lines(found: JsonDict) -> Iterator[str]:
    yield f"shell          {'passed' if found['passed'] else 'FAILED; see results/core'}"


def _practice_lines(found: JsonDict) -> Iterator[str]:
    yield "practice"
    for kind, row in found.items():
        endings = ", ".join(f"{ending} {count}" for ending, count in row["endings"].items())
        yield f"  {kind:10}score {row['score']:5.1f}   {endings}"


def _understanding_lines(found: JsonDict) -> Iterator[str]:
    """One table by language and group of acts, then the worst confusions."""
    yield f"{'understanding':30}" + "".join(f"{language:>8}" for language in found)
    for part, name in product(("sentences", "messages"), ("texts", "top_1", *MEASURES)):
        row = [found[language][part][name] for language in found]
        if any(value is not None for value in row):
            yield f"  {part[:-1] + ' ' + name:28}" + "".join(f"{figure(value):>8}" for value in row)
    for part, name in product(MOVE_SETS, MOVE_MEASURES):
        row = [found[language][part][name] for language in found]
        yield f"  {part + ' ' + name:28}" + "".join(f"{figure(value):>8}" for value in row)
    groups = dict.fromkeys(g for language in found for g in found[language]["sentences"]["groups"])
    for group in groups:
        row = [found[language]["sentences"]["groups"].get(group) for language in found]
        yield f"  top_1 of {group:19}" + "".join(f"{figure(value):>8}" for value in row)
    confused: Counter[tuple[str, str]] = Counter()
    for language in found:
        for wanted, got, count in found[language]["sentences"]["confusions"]:
            confused[wanted, got] += count
    for (wanted, got), count in confused.most_common(CONFUSIONS):
        yield f"  {count:3} x {wanted} heard as {got}"


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) + "/"
