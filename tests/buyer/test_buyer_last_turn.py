"""In the turn that ends the talk nothing is raised, pressed or held back."""

from __future__ import annotations

import pytest

from tests.buyer.talks import Played


@pytest.mark.parametrize("scenario", ["bike-part", "two-hundred-mugs", "us-duties", "order-check"])
@pytest.mark.parametrize(
    "acts", [("greet",), ("farewell",), ("acknowledge", "ask_address"), ("promise_follow_up",)]
)
def test_who_leaves_asks_nothing_any_more(scenario: str, acts: tuple[str, ...]) -> None:
    talk = Played(scenario)
    while not talk.step.ended:
        talk.say(*acts)
    assert not any(talk.reacts(occasion) for occasion in ("not_done", "waiting", "asks_date", "filler"))
    assert {move.move for move in talk.step.moves} <= {
        "farewell",
        "threaten",
        "upset",
        "refuse",
        "claim_right",
        "complaint",
        "thanks",
        "accept",
        "other",
    }
    for use in talk.scenario.needs:
        assert not talk.says(use.need.id, "raise")
        assert not talk.says(use.need.id, "again")
