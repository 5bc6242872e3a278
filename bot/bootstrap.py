"""The one place that wires: settings in, ready objects out. Nothing is built before it is asked for."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from bot.core.errors import NotFound, sound
from bot.core.knowledge import Knowledge
from bot.encoder import folder
from bot.encoder.runtime import QUERY, Encoder
from bot.encoder.vectors import VectorStore
from bot.settings import ROOT, settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from bot.buyer.scenario import Scenario
    from bot.content.agent_lines import AgentLines
    from bot.core.article import Article
    from bot.encoder.runtime import Vectors
    from bot.grading.period import IndexSpec
    from bot.grading.rubric import Rubric
    from bot.retrieval.knowledge_base import KnowledgeBase
    from bot.rules.rule_book import RuleBook
    from bot.service.desk import Desk
    from bot.service.grader import Grader
    from bot.service.library import Library
    from bot.service.live_scenarios import LiveScenarios
    from bot.service.reviewing import Reviewing
    from bot.service.understood import Understood
    from bot.store.attempts import SqlAttempts
    from bot.store.reviews import SqlReviews
    from bot.understanding.buyer_moves import BuyerEars
    from bot.understanding.explanation import Explainer
    from bot.understanding.understander import Understander

KNOWLEDGE = ROOT / "knowledge"
ARTICLES = KNOWLEDGE / "articles"


@cache
def encoder() -> Encoder:
    """The sentence encoder as it was published, for search; raises NotReady where set-up built none."""
    return Encoder.load(folder.expected(settings().var))


@cache
def acts_encoder() -> Encoder:
    """The sentence encoder as it was tuned, for understanding; raises NotReady where set-up built none."""
    return Encoder.load(folder.expected(settings().var), folder.ACTS)


def tuned_vectors(texts: Sequence[str]) -> Vectors:
    """The tuned encoder's vectors; those of texts seen before come from the disk."""
    return VectorStore(settings().var / "vectors" / "taught.npz", acts_encoder()).encode(texts)


def published_vectors(texts: Sequence[str]) -> Vectors:
    """The published encoder's vectors of what agents say; those of texts seen before come from the disk."""
    return VectorStore(settings().var / "vectors" / "taught-published.npz", encoder()).encode(texts, QUERY)


@cache
def understander() -> Understander:
    """What the newest trained model hears; raises NotReady where there is none."""
    from bot.spelling import speller
    from bot.understanding import model_archive
    from bot.understanding.second_reading import SecondReading
    from bot.understanding.understander import Understander

    head = model_archive.read_head(model_archive.newest(settings().models))
    second = SecondReading.shipped(encoder())
    return Understander(acts_encoder(), head, speller.load(settings().var), second)


@cache
def buyer_ears() -> BuyerEars:
    """Hears the moves of buyers in real talk; raises NotReady where there is no trained model."""
    from bot.understanding import model_archive
    from bot.understanding.buyer_moves import BuyerEars

    head = model_archive.read_head(model_archive.newest(settings().models), model_archive.MOVES_FILE)
    return BuyerEars(understander(), head)


@cache
def heard_by() -> str:
    """The checksum of all by which agents and buyers are heard: weights, words and code."""
    from bot.service.heard_by import checksum

    return checksum(ROOT / "bot", (understander().encoder, understander().weights, buyer_ears().digest))


@cache
def understood() -> Understood:
    """What was heard in texts before, by the same weights, words and code."""
    from bot.service.understood import Understood, place

    return Understood(place(settings().var, heard_by()))


@cache
def explainer() -> Explainer:
    """Tells why an act was heard, with the taught sentences that are nearest."""
    from bot.content.nlu import load_examples
    from bot.understanding.explanation import Explainer

    taught: dict[str, list[tuple[str, str, int]]] = {}
    for example in load_examples(ROOT / "data" / "nlu")[0]:
        for act in example.acts:
            taught.setdefault(act, []).append((example.text, f"data/nlu/{example.file}", example.line))
    return Explainer(understander(), taught)


@cache
def topics() -> dict[str, str]:
    """Topic id to its group; raises BadFile with everything that is wrong in the school's own topics."""
    from bot.content.topics import load_topics

    return sound(*load_topics(KNOWLEDGE))


@cache
def articles() -> list[Article]:
    """The articles of the knowledge base; raises BadFile with everything that is wrong in them."""
    from bot.content.articles import load_articles

    return sound(*load_articles(ARTICLES))


def knowledge() -> Knowledge:
    """The articles and what helps to find them; raises BadFile with everything that is wrong in them."""
    from bot.content.search_aids import load_search_aids

    abbreviations, unanswerable, problems = load_search_aids(KNOWLEDGE)
    aids = sound((abbreviations, unanswerable), problems)
    return Knowledge(tuple(articles()), *aids)


@cache
def knowledge_encoder() -> Encoder:
    """The encoder of the knowledge base: the built-in one, unless a host names another model."""
    name = settings().embedding_model
    if name is None:
        return encoder()
    from bot.retrieval import embedding_model

    return Encoder.load(embedding_model.ensure(settings().var, name, _say))


@cache
def knowledge_base() -> KnowledgeBase:
    """The knowledge base; its index is built first where it is missing, broken or of other articles."""
    from bot.content.search_aids import fingerprint
    from bot.retrieval import builder
    from bot.retrieval.knowledge_base import KnowledgeBase

    using = knowledge_encoder()
    return KnowledgeBase(
        builder.ensure(settings().var, fingerprint(KNOWLEDGE), using, knowledge, _say), using
    )


@cache
def rules() -> RuleBook:
    """The rules of knowledge/rules and policies; raises BadFile with everything that is wrong in them."""
    from bot.content.rules import load_rules

    return sound(*load_rules(KNOWLEDGE, {article.topic: article for article in articles()}))


@cache
def rubric() -> Rubric:
    """The general rubric; raises BadFile with everything that is wrong in it."""
    return rubric_in(KNOWLEDGE / "rubric.yml", "knowledge/rubric.yml")


def rubric_in(path: Path, name: str) -> Rubric:
    """The rubric of a file that its reader calls `name`; raises BadFile with everything wrong in it."""
    from bot.content.rubric import load_rubric

    return sound(*load_rubric(path, {article.topic: article for article in articles()}, name))


@cache
def index_specs() -> Mapping[str, IndexSpec]:
    """What the fourteen indices mean; raises BadFile with everything that is wrong in their file."""
    from bot.content.indices import load_indices

    return sound(*load_indices(KNOWLEDGE / "indices.yml"))


@cache
def grader() -> Grader:
    """Grades transcripts as practices and the command line do."""
    from bot.service.grader import Grader
    from bot.service.remembering import RememberingEars, RememberingUnderstander

    phrases = {
        (article.topic, phrase.id): phrase.texts for article in articles() for phrase in article.phrases
    }
    return Grader(
        RememberingUnderstander(understander(), understood()),
        RememberingEars(buyer_ears(), understood()),
        heard_by(),
        rules(),
        rubric(),
        phrases,
        scenarios(),
    )


@cache
def scenarios() -> LiveScenarios:
    """The scenarios, as their files stand at the moment.

    Raises BadFile with everything that is wrong in them and in the catalogue at the start.
    """
    from bot.service.live_scenarios import LiveScenarios

    return LiveScenarios(ROOT)


def scenario(name: str) -> Scenario:
    """A scenario by its id; raises NotFound that says how to find those there are."""
    from bot.content.unknown import did_you_mean

    found = scenarios().get(name)
    if found is None:
        near = did_you_mean(name, scenarios())
        raise NotFound(f"there is no scenario {name}; `silkdesk scenario list` names them{near}")
    return found


@cache
def agent_lines() -> dict[str, AgentLines]:
    """What simulated agents say, by language and act; raises BadFile with everything that is wrong in it."""
    from bot.content.agent_lines import load_agent_lines

    return sound(*load_agent_lines(ROOT))


@cache
def library() -> Library:
    """The articles as the pages show them."""
    from bot.service.library import Library

    return Library(articles(), topics())


@cache
def database() -> Engine:
    """The database that the settings name; its tables are brought up to date."""
    from bot.store.database import connect
    from bot.store.migrate import migrate

    migrate(settings().database)
    return connect(settings().database)


@cache
def attempts() -> SqlAttempts:
    """The repository of attempts."""
    from bot.store.attempts import SqlAttempts

    return SqlAttempts(database())


@cache
def reviews() -> SqlReviews:
    """The repository of teachers' reviews."""
    from bot.store.reviews import SqlReviews

    return SqlReviews(database())


def reviewing() -> Reviewing:
    """What teachers do with stored grades."""
    from bot.service.reviewing import Reviewing

    return Reviewing(attempts(), reviews())


@cache
def desk() -> Desk:
    """What all practices need, over the database and the bot that the settings name."""
    from bot.service.clock import SystemClock
    from bot.service.desk import Desk
    from bot.service.pace import Pace
    from bot.service.rasa_bot import RasaBot

    chosen = settings()
    pace = Pace(
        chosen.gather_pause, chosen.gather_limit, chosen.silence, typing=chosen.typing, office=chosen.office
    )
    return Desk(
        bot=RasaBot.at(chosen.rasa_url, chosen.shared_secret()),
        attempts=attempts(),
        clock=SystemClock(),
        scenarios=scenarios(),
        pace=pace,
        faults=lambda: scenarios().problems,
        answers_within=rules().answers_within,
        reviewed=reviews().of_attempt,
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
