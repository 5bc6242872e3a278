"""`silkdesk knowledge`: search the rules, read them, check them, add to them."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge_output import print_article, print_list, print_result
from bot.cli.knowledge_rules import check_rules, rules
from bot.cli.problems import print_problems
from bot.core.errors import BadRequest, NotFound

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Platform = Annotated[str | None, typer.Option(help="Only what holds on this platform.", show_default=False)]
Country = Annotated[str | None, typer.Option(help="Only what holds in this country.", show_default=False)]
Day = Annotated[str | None, typer.Option("--date", help="Only what holds on this day.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Adds the group of commands."""
    group = typer.Typer(no_args_is_help=True, help="Search, read, check and extend the knowledge base.")
    for command in (search, list_, show, check, new, rules, build):
        group.command(name=command.__name__.rstrip("_"))(command)
    app.add_typer(group, name="knowledge")


def search(
    question: Annotated[
        str | None, typer.Argument(help="Without it, one JSON object a line of standard input.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the question: en, zh, de, ru, es.", show_default=False)
    ] = None,
    platform: Platform = None,
    country: Country = None,
    stage: Annotated[
        str | None, typer.Option(help="Only what holds at this stage.", show_default=False)
    ] = None,
    day: Day = None,
    k: Annotated[int, typer.Option("-k", help="How many topics at most.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Say what the knowledge base knows about a question.

    Example: silkdesk knowledge search "买家要我改低申报金额" --country DE
    """
    from bot import bootstrap
    from bot.cli.knowledge_input import answers
    from bot.retrieval.query import Query

    given = {"language": language, "platform": platform, "country": country, "stage": stage, "date": day}
    if question not in (None, "-"):
        query = Query.parse({"question": question, **given}, k)
        print_result(bootstrap.knowledge_base().search(query), as_json)
        return
    Query.parse({"question": "-", **given}, k)
    for answer in answers(sys.stdin.buffer, given, k, bootstrap.knowledge_base()):
        print_result(answer, as_json)


def list_(as_json: AsJson = False) -> None:
    """List the topics that have an article.

    Example: silkdesk knowledge list --json
    """
    from bot import bootstrap

    print_list(bootstrap.articles(), as_json)


def show(
    topic: Annotated[str, typer.Argument(help="The id of a topic, such as eu-withdrawal.")],
    language: Annotated[str, typer.Option(help="zh or en.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Print an article.

    Example: silkdesk knowledge show eu-withdrawal --language zh
    """
    from bot import bootstrap

    if language not in ("zh", "en"):
        raise BadRequest(f"articles are written in zh and en, not in {language}")
    found = {article.topic: article for article in bootstrap.articles()}
    if topic not in found:
        raise NotFound(f"there is no article on {topic}; `silkdesk knowledge list` names them")
    print_article(found[topic], language, as_json)


def check(
    folders: Annotated[
        list[str] | None, typer.Argument(help="Topics or folders; all articles without.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Report everything wrong in articles, rules, rubric and indices, with file and line; then exit with 1.

    Lines of a new article that nobody has filled yet are wrong too.

    Example: silkdesk knowledge check eu-withdrawal
    """
    from bot import bootstrap
    from bot.content import articles
    from bot.content.topics import load_topics

    topics, errors = load_topics(bootstrap.KNOWLEDGE)
    chosen = [_folder(name) for name in folders] if folders else articles.folders(bootstrap.ARTICLES)
    read = [articles.load_article(folder, _named(folder), topics) for folder in chosen]
    errors += [problem for _, problems in read for problem in problems]
    sound = [article for article, _ in read if article]
    warnings = articles.warnings(sound, date.today())
    if not folders:
        citable = {folder.name: article for folder, (article, _) in zip(chosen, read, strict=True)}
        more = check_rules(bootstrap.KNOWLEDGE, citable, date.today())
        errors, warnings = errors + more[0], warnings + more[1]
    print_problems(len(chosen), "articles", errors, warnings, as_json)
    if errors:
        raise typer.Exit(1)


def _folder(name: str) -> Path:
    from bot import bootstrap

    for folder in (Path(name), bootstrap.ARTICLES / name):
        if folder.is_dir():
            return folder.resolve()
    raise NotFound(f"{name} is neither a folder nor a topic with an article")


def _named(folder: Path) -> str:
    """A folder from the project's root where it lies there, else as it is."""
    from bot.settings import ROOT

    return (folder.relative_to(ROOT) if folder.is_relative_to(ROOT) else folder).as_posix()


def new(
    topic: Annotated[str, typer.Argument(help="The id of a topic that has no article yet, or of a new one.")],
    title_en: Annotated[str | None, typer.Option(help="Title in English.", show_default=False)] = None,
    title_zh: Annotated[str | None, typer.Option(help="Title in Chinese.", show_default=False)] = None,
    source: Annotated[
        str | None, typer.Option(help="Where its first statement comes from.", show_default=False)
    ] = None,
    platform: Annotated[list[str] | None, typer.Option(help="May be given several times.")] = None,
    country: Annotated[list[str] | None, typer.Option(help="A code or group; several times.")] = None,
    stage: Annotated[list[str] | None, typer.Option(help="May be given several times.")] = None,
    group: Annotated[str | None, typer.Option(help="The group of a new topic.", show_default=False)] = None,
    answers: Annotated[
        str | None, typer.Option(help="What a new topic answers, in a few words.", show_default=False)
    ] = None,
) -> None:
    """Make the folder of a new article, to be filled; asks for what is not given.

    A topic that is not known yet is written into knowledge/topics.yml.

    Example: silkdesk knowledge new gift-wrapping --group logistics --answers "paper, a card, no price inside"
    """
    from bot import bootstrap
    from bot.content.new_article import NewArticle, make_folder

    topics = bootstrap.topics()
    if topic not in topics:
        group = group or _ask(
            f"Group of the new topic ({', '.join(dict.fromkeys(topics.values()))})", "--group"
        )
        answers = answers or _ask("What it answers, in a few words", "--answers")
    wanted = NewArticle(
        topic,
        title_en or _ask("Title in English", "--title-en"),
        title_zh or _ask("Title in Chinese", "--title-zh"),
        source or _ask("Source of its first statement", "--source"),
        platform or (),
        country or (),
        stage or (),
        group,
        answers,
    )
    print(make_folder(bootstrap.ARTICLES, wanted, date.today()))


def _ask(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise BadRequest(f"{option} is missing: {what}")
    return str(typer.prompt(what))


def build(as_json: AsJson = False) -> None:
    """Build the index of the knowledge base where it is missing, broken or of other articles.

    Example: silkdesk knowledge build
    """
    from bot import bootstrap

    base = bootstrap.knowledge_base()
    if as_json:
        print(json.dumps(base.facts))
    else:
        print("{articles} articles, {passages} passages, {dimensions} dimensions".format(**base.facts))
