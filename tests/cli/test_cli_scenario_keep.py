"""Only a talk that tests can play again is kept."""

from __future__ import annotations

import pytest

from bot import bootstrap
from bot.buyer.scenario import Casting
from bot.cli.scenario_keep import Keeper
from bot.core.errors import BadRequest
from bot.core.words import Cefr
from tests.buyer.talks import DAY


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
