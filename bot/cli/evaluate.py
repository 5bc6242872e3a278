"""`silkdesk evaluate`: everything that says how good the bot is, with figures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import evaluate_grading, evaluate_messages, evaluate_reviews, evaluate_search
from bot.cli.evaluate_learning import learning, lines
from bot.cli.figures import figure
from bot.core.errors import NotReady
from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT

RESULTS = ROOT / "results"
SEEDS = 5
CONFUSIONS = 10
MEASURES = ("micro_f1", "precision", "recall", "violation_recall", "accused_clean")
MOVE_SETS = ("moves", "moves_blind")
MOVE_MEASURES = ("texts", "micro_f1", "precision", "recall", "wish_recall", "false_alarms")


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="evaluate")(evaluate)


def evaluate(
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

    Exit status 1 where a story of the shell goes wrong. Example: silkdesk evaluate --messages mine.jsonl
    """
    if messages is not None:
        told = evaluate_messages.messages(messages)
        print(json.dumps(told) if as_json else "\n".join(evaluate_messages.lines(told)))
        return
    parts: dict[str, Callable[[], JsonDict]] = {
        "understanding": understanding,
        "learning": learning,
        "shell": shell,
        "retrieval": evaluate_search.retrieval,
        "practice": practice,
        "validity": lambda: evaluate_grading.validity(RESULTS / "grading-errors.txt"),
        "readings": evaluate_grading.readings,
        "reviews": evaluate_reviews.reviews,
    }
    found = {}
    for name, part in parts.items():
        print(f"{name} …", file=sys.stderr, flush=True)
        found[name] = part()
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "evaluation.json").write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)
    if not found["shell"]["passed"]:
        raise typer.Exit(1)


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
        within = bootstrap.answers_within(scenario, casting)
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


def _print(found: JsonDict) -> None:
    _print_understanding(found["understanding"])
    print("\n".join(lines(found["learning"])))
    print(f"shell          {'passed' if found['shell']['passed'] else 'FAILED; see results/core'}")
    print("\n".join(evaluate_search.lines(found["retrieval"])))
    print("practice")
    for kind, row in found["practice"].items():
        endings = ", ".join(f"{ending} {count}" for ending, count in row["endings"].items())
        print(f"  {kind:10}score {row['score']:5.1f}   {endings}")
    print("\n".join(evaluate_grading.lines(found["validity"])))
    print("\n".join(evaluate_grading.reading_lines(found["readings"])))
    print("\n".join(evaluate_reviews.lines(found["reviews"])))
    print(f"Reports: {_shown(RESULTS)}")


def _print_understanding(found: JsonDict) -> None:
    """One table by language and group of acts, then the worst confusions."""
    print(f"{'understanding':16}" + "".join(f"{language:>8}" for language in found))
    for part, name in product(("sentences", "messages"), ("texts", "top_1", *MEASURES)):
        row = [found[language][part][name] for language in found]
        if any(value is not None for value in row):
            print(f"  {part[:-1] + ' ' + name:28}" + "".join(f"{figure(value):>8}" for value in row))
    for part, name in product(MOVE_SETS, MOVE_MEASURES):
        row = [found[language][part][name] for language in found]
        print(f"  {part + ' ' + name:28}" + "".join(f"{figure(value):>8}" for value in row))
    groups = dict.fromkeys(g for language in found for g in found[language]["sentences"]["groups"])
    for group in groups:
        row = [found[language]["sentences"]["groups"].get(group) for language in found]
        print(f"  top_1 of {group:19}" + "".join(f"{figure(value):>8}" for value in row))
    confused: Counter[tuple[str, str]] = Counter()
    for language in found:
        for wanted, got, count in found[language]["sentences"]["confusions"]:
            confused[wanted, got] += count
    for (wanted, got), count in confused.most_common(CONFUSIONS):
        print(f"  {count:3} x {wanted} heard as {got}")


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) + "/"
