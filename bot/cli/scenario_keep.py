"""`silkdesk scenario play --keep`: a played talk becomes a graded talk of its scenario."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from bot import bootstrap
from bot.buyer.scenario import Casting, Scenario
from bot.buyer.state import outcome
from bot.content import kept_talk
from bot.content.graded_talks import GradedTalk, Handling
from bot.core.errors import BadRequest
from bot.service.rehearsal import Rehearsal
from bot.settings import ROOT


class Keeper:
    """Will keep one talk; made before it is played, so that nobody plays in vain."""

    def __init__(self, casting: Casting, scenario: Scenario, agent: str) -> None:
        """Raises BadRequest where no talk of this casting can be kept, or one is kept already."""
        if agent not in get_args(Handling):
            raise BadRequest(f"--keep: {agent} is none of {', '.join(get_args(Handling))}")
        if casting.cefr or casting.variant != scenario.variant(casting.language):
            raise BadRequest("--keep: tests play the first buyer of a language; leave the other options out")
        self._agent = cast(Handling, agent)
        self._name = f"{scenario.id} {casting.language} {agent}"
        kept_talk.check_new(ROOT, scenario.id, self._name)

    def keep(self, played: Rehearsal) -> Path:
        """Keeps the talk with its outcome and gives the file; raises BadRequest for one without an end."""
        violations = frozenset(found.act for found in bootstrap.grader().grade(played.transcript).violations)
        talk = graded(played, self._name, self._agent, violations)
        understander = bootstrap.understander()
        heard = understander.hear_many(talk.said, [talk.language] * len(talk.said))
        return kept_talk.keep(ROOT, talk, [understander.intent(message) for message in heard])


def graded(played: Rehearsal, name: str, agent: Handling, violations: frozenset[str]) -> GradedTalk:
    """The talk as tests will play it; raises BadRequest for one that broke off or has a silence in it."""
    said = tuple(turn.text for turn in played.turns if turn.side == "agent")
    ended, casting = played.state.ended, played.casting
    if ended in (None, "turn_limit") or len(played.turns) != 2 * len(said) + 1:
        raise BadRequest("not kept: the buyer must come to an end, and every turn have an answer")
    return GradedTalk(
        scenario=played.scenario.id,
        name=name,
        language=casting.language,
        agent=agent,
        seed=casting.seed,
        said=said,
        ending=ended,
        met=frozenset(need for need, status in outcome(played.state).items() if status == "met"),
        violations=violations,
    )
