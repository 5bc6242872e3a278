"""Only a talk that tests can play again is kept."""

from __future__ import annotations

import pytest

from bot import bootstrap
from bot.buyer.scenario import Casting
from bot.cli.scenario_keep import Keeper, graded
from bot.core.errors import BadRequest
from bot.core.heard import Heard
from bot.core.words import Cefr
from bot.service import rehearsal
from tests.buyer.talks import DAY, heard, late_parcel


class HearsInsults:
    """Hears an insult in everything."""

    def hear(self, text: str, language: str | None = None) -> Heard:
        return heard("violate_rude", text=text, language=language or "de")


def played(said: list[str | None]) -> rehearsal.Rehearsal:
    left = iter(said)
    casting = Casting("de", late_parcel().variant("de"), 4, DAY)
    return rehearsal.play(late_parcel(), casting, lambda _step: next(left), HearsInsults())


@pytest.mark.parametrize(
    ("language", "country", "cefr", "agent", "message"),
    [
        ("de", None, None, "good", "there is a talk “late-parcel de good” already"),
        ("de", "AT", None, "good", "the first buyer"),
        ("de", None, "A2", "good", "the first buyer"),
        ("de", None, None, "fair", "fair is none of good, poor"),
    ],
)
def test_it_says_before_the_talk_what_cannot_be_kept(
    language: str, country: str | None, cefr: Cefr | None, agent: str, message: str
) -> None:
    scenario = bootstrap.scenario("late-parcel")
    casting = Casting("de", scenario.variant(language, country=country), 0, DAY, cefr)
    with pytest.raises(BadRequest, match=message):
        Keeper(casting, scenario, agent)


def test_a_talk_is_kept_with_what_was_said_and_how_it_came_out() -> None:
    of = played([f"Sie {n} Esel!" for n in range(9)])
    talk = graded(of, "late-parcel de poor", "poor", frozenset({"violate_rude"}))
    assert (talk.language, talk.seed, talk.agent, talk.ending) == ("de", 4, "poor", of.state.ended)
    assert talk.said == tuple(turn.text for turn in of.turns if turn.side == "agent")
    assert talk.met == frozenset()
    assert talk.violations == {"violate_rude"}


@pytest.mark.parametrize("said", [["Sie Esel!"], [None, *(f"Sie {n} Esel!" for n in range(9))]])
def test_a_talk_without_an_end_or_with_a_silence_is_not_kept(said: list[str | None]) -> None:
    with pytest.raises(BadRequest, match="not kept"):
        graded(played(said), "late-parcel de poor", "poor", frozenset())
