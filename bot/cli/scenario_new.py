"""`silkdesk scenario new`: asks what a new scenario is about, and makes its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from bot.cli.questions import Questions, in_terminal, one_of, some_of, text, yes_or_no
from bot.content.new_scenario import check_id, copy_scenario, make_scenario
from bot.content.new_scenario_order import NewScenario, defaults
from bot.core.errors import BadRequest
from bot.core.words import COUNTRIES, LANGUAGES, Language, Responsibility, Stage, as_language
from bot.settings import ROOT

if TYPE_CHECKING:
    from bot.content.catalogue import Catalogue

SPELLED = {"en": "English", "de": "German", "ru": "Russian", "es": "Spanish", "zh": "Chinese"}
STAGES: tuple[str, ...] = get_args(Stage)
RESPONSIBILITIES: tuple[str, ...] = get_args(Responsibility)
WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
PLATFORM = re.compile(r"[a-z][a-z0-9_]*")


def new(
    id: Annotated[
        str | None, typer.Argument(help="Small letters, digits, hyphens.", show_default=False)
    ] = None,
    stage: Annotated[str | None, typer.Option(help=", ".join(STAGES), show_default=False)] = None,
    arrived: Annotated[
        bool | None,
        typer.Option(
            "--arrived/--on-its-way", help="After the sale: has the order come?", show_default=False
        ),
    ] = None,
    responsibility: Annotated[
        str | None, typer.Option(help=", ".join(RESPONSIBILITIES), show_default=False)
    ] = None,
    level: Annotated[str | None, typer.Option(help="1, 2 or 3.", show_default=False)] = None,
    world: Annotated[str | None, typer.Option(help="The kind of goods: toys.", show_default=False)] = None,
    buyer: Annotated[
        list[str] | None, typer.Option(help="LANGUAGE/PLATFORM/COUNTRY, one a language.", show_default=False)
    ] = None,
    needs: Annotated[
        str | None, typer.Option(help="What the buyer wants, in order: ids or numbers.", show_default=False)
    ] = None,
    traps: Annotated[str | None, typer.Option(help="Forbidden wishes, likewise.", show_default=False)] = None,
    title_en: Annotated[str | None, typer.Option(help="Title in English.", show_default=False)] = None,
    title_zh: Annotated[str | None, typer.Option(help="Title in Chinese.", show_default=False)] = None,
    goods: Annotated[
        list[str] | None, typer.Option(help="LANGUAGE=GOODS, one a language.", show_default=False)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: take what is proposed.")] = False,
    like: Annotated[
        str | None, typer.Option(help="Ask nothing: copy this scenario.", show_default=False)
    ] = None,
) -> None:
    """Make the folder of a new scenario, valid at once; asks for what is not given.

    Example: silkdesk scenario new gift-on-the-way --needs where-is-parcel --yes
    """
    from bot.content.catalogue import load_catalogue
    from bot.content.scenarios import load_scenarios

    questions = in_terminal(yes)
    name = questions.ask("Id of the scenario", "ID", id, _free_id(), lambda answer: check_id(ROOT, answer))
    if like is not None:
        from bot import bootstrap

        print(copy_scenario(ROOT, name, bootstrap.scenario(like).id))
        return
    catalogue, proposed = load_catalogue(ROOT), defaults()
    at = questions.ask(_list("Stage", STAGES), "--stage", stage, "after_sales", one_of(STAGES))
    come = at == "after_sales" and questions.ask(
        "Has the order come? (y, n)",
        "--arrived",
        None if arrived is None else "y" if arrived else "n",
        "n",
        yes_or_no,
    )
    duty = questions.ask(
        _list("Responsibility", RESPONSIBILITIES),
        "--responsibility",
        responsibility,
        proposed["stages"][at]["responsibility"],
        one_of(RESPONSIBILITIES),
    )
    hard = questions.ask("Level (1 easy to 3 hard)", "--level", level, "1", one_of(("1", "2", "3")))
    kind = questions.ask("Kind of goods", "--world", world, "household", _world)
    buyers = _buyers(questions, buyer, proposed["buyers"])
    wanted = _needs(questions, needs, catalogue)
    title = catalogue.needs[wanted[0]].title
    scenario = NewScenario(
        id=name,
        stage=cast(Stage, at),
        arrived=come,
        responsibility=cast(Responsibility, duty),
        level=int(hard),
        world=kind,
        buyers=buyers,
        needs=wanted,
        traps=_traps(questions, traps, catalogue),
        title={
            "en": questions.ask("Title in English", "--title-en", title_en, title["en"], text),
            "zh": questions.ask("Title in Chinese", "--title-zh", title_zh, title["zh"], text),
        },
        goods=_goods(questions, goods, buyers, proposed["goods"]),
    )
    print(make_scenario(ROOT, scenario, catalogue, load_scenarios(ROOT).scenarios))


def _free_id() -> str:
    taken = {path.name for path in (ROOT / "scenarios").iterdir()}
    names = ("my-scenario", *(f"my-scenario-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _world(answer: str) -> str:
    if not WORD.fullmatch(answer):
        raise BadRequest(f"{answer or 'nothing'} is no word of small letters, digits and hyphens")
    return answer


def _buyers(
    questions: Questions, given: list[str] | None, proposed: Mapping[str, Mapping[str, str]]
) -> dict[Language, tuple[str, str]]:
    """Platform and country of the buyer in each language that is played."""
    if given:
        split = [entry.partition("/") for entry in given]
        return {_language(word, "--buyer"): _place(rest, "--buyer") for word, _, rest in split}
    chosen = questions.ask(
        "Languages (en, de, ru, es)", "--buyer", None, " ".join(LANGUAGES), some_of(LANGUAGES, least=1)
    )
    buyers = {}
    for language in map(as_language, chosen):
        who = proposed[language]
        what = f"Platform and country of the {SPELLED[language]} buyer"
        default = f"{who['platform']}/{who['country']}"
        buyers[language] = questions.ask(what, "--buyer", None, default, _place)
    return buyers


def _language(word: str, option: str) -> Language:
    if word not in LANGUAGES:
        raise BadRequest(f"{option}: {word or 'nothing'} is none of {', '.join(LANGUAGES)}")
    return as_language(word)


def _place(answer: str, option: str = "") -> tuple[str, str]:
    platform, _, country = answer.partition("/")
    if not PLATFORM.fullmatch(platform) or country not in COUNTRIES:
        wrong = f"{answer or 'nothing'} is no PLATFORM/COUNTRY, such as amazon/DE"
        raise BadRequest(f"{option}: {wrong}" if option else wrong)
    return platform, country


def _needs(questions: Questions, given: str | None, catalogue: Catalogue) -> list[str]:
    known = sorted(catalogue.needs)
    titles = (catalogue.needs[id].title["en"] for id in known)
    what = _list("What the buyer wants, in its order (ids or numbers)", known, titles)
    return questions.ask(what, "--needs", given, known[0], some_of(known, least=1))


def _traps(questions: Questions, given: str | None, catalogue: Catalogue) -> list[str]:
    known = sorted(catalogue.traps)
    titles = (catalogue.traps[id].title["en"] for id in known)
    what = _list("Forbidden wishes (ids or numbers, - for none)", known, titles)
    read = some_of(known)
    return questions.ask(what, "--traps", given, "-", lambda answer: [] if answer == "-" else read(answer))


def _goods(
    questions: Questions, given: list[str] | None, buyers: Iterable[str], proposed: Mapping[str, str]
) -> dict[str, str]:
    """The goods in every language played, and in those of the briefing."""
    told = {}
    for entry in given or ():
        language, _, words = entry.partition("=")
        if language not in proposed or not words.strip():
            raise BadRequest(f"--goods: {entry} is no LANGUAGE=GOODS, such as de=einen Wasserkocher")
        told[language] = words.strip()
    wanted = dict.fromkeys([*buyers, "en", "zh"])
    return {
        language: questions.ask(
            f"Goods in {SPELLED[language]}, as behind “I ordered”",
            f"--goods {language}=",
            told.get(language),
            proposed[language],
            text,
        )
        for language in wanted
    }


def _list(what: str, known: Iterable[str], titles: Iterable[str] = ()) -> str:
    """A question with the numbered answers above it."""
    said = dict(zip(known, titles, strict=False)) or dict.fromkeys(known, "")
    rows = [f"{number:3} {id:24} {title}".rstrip() for number, (id, title) in enumerate(said.items(), 1)]
    return "\n".join([*rows, what])
