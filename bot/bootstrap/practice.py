"""What a practice needs: scenarios, who speaks and grades, the database, and the desk that holds it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import bootstrap
from bot.bootstrap.once import once
from bot.core.errors import NotFound, sound
from bot.settings import ROOT, settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.buyer.scenario import Scenario
    from bot.content.agent_lines import AgentLines
    from bot.service.desk import Desk
    from bot.service.grader import Grader
    from bot.service.live_scenarios import LiveScenarios
    from bot.service.reviewing import Reviewing
    from bot.store.attempts import SqlAttempts
    from bot.store.reviews import SqlReviews


@once
def scenarios() -> LiveScenarios:
    """The scenarios, as their files stand at the moment.

    Raises BadFile with everything that is wrong in them and in the catalogue at the start.
    """
    from bot.service.live_scenarios import LiveScenarios

    return LiveScenarios(ROOT)


def scenario(name: str) -> Scenario:
    """A scenario by its id; raises NotFound that says how to find those there are."""
    from bot.content.unknown import did_you_mean

    found = bootstrap.scenarios().get(name)
    if found is None:
        near = did_you_mean(name, bootstrap.scenarios())
        raise NotFound(f"there is no scenario {name}; `silkdesk scenario list` names them{near}")
    return found


@once
def agent_lines() -> dict[str, AgentLines]:
    """What simulated agents say, by language and act; raises BadFile with everything that is wrong in it."""
    from bot.content.agent_lines import load_agent_lines

    return sound(*load_agent_lines(ROOT))


@once
def grader() -> Grader:
    """Grades transcripts as practices and the command line do."""
    from bot.service.grader import Grader
    from bot.service.remembering import RememberingEars, RememberingUnderstander

    phrases = {
        (article.topic, phrase.id): phrase.texts
        for article in bootstrap.articles()
        for phrase in article.phrases
    }
    return Grader(
        RememberingUnderstander(bootstrap.understander(), bootstrap.understood()),
        RememberingEars(bootstrap.buyer_ears(), bootstrap.understood()),
        bootstrap.heard_by(),
        bootstrap.rules(),
        bootstrap.rubric(),
        phrases,
        bootstrap.scenarios(),
    )


@once
def database() -> Engine:
    """The database that the settings name; its tables are brought up to date."""
    from bot.store.database import connect
    from bot.store.migrate import migrate

    migrate(settings().database)
    return connect(settings().database)


@once
def attempts() -> SqlAttempts:
    """The repository of attempts."""
    from bot.store.attempts import SqlAttempts

    return SqlAttempts(bootstrap.database())


@once
def reviews() -> SqlReviews:
    """The repository of teachers' reviews."""
    from bot.store.reviews import SqlReviews

    return SqlReviews(bootstrap.database())


def reviewing() -> Reviewing:
    """What teachers do with stored grades."""
    from bot.service.reviewing import Reviewing

    return Reviewing(bootstrap.attempts(), bootstrap.reviews())


@once
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
        attempts=bootstrap.attempts(),
        clock=SystemClock(),
        scenarios=bootstrap.scenarios(),
        pace=pace,
        faults=lambda: bootstrap.scenarios().problems,
        answers_within=bootstrap.rules().answers_within,
        reviewed=bootstrap.reviews().of_attempt,
    )
