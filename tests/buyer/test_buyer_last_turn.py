"""In the turn that ends the talk nothing is raised, pressed or held back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.buyer.state import NeedState
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
        assert not talk.says(use.id, "raise")
        assert not talk.says(use.id, "again")


def test_an_insult_wins_no_order() -> None:
    """Everything is known, and the invitation to order comes with an insult."""
    polite, rude = Played("brake-pads"), Played("brake-pads")
    for talk in (polite, rude):
        while not talk.step.state.closing:
            talk.say(
                "recommend_product", "inform_specification", "inform_price", "inform_stock", text="4 left."
            )
        talk.step = replace(talk.step, state=replace(talk.step.state, closing=False))
    polite.say("close_sale")
    rude.say("close_sale", "violate_rude")
    assert polite.reacts("takes_it")
    assert not rude.reacts("takes_it")


def test_who_is_insulted_to_the_end_leaves_angry() -> None:
    talk = Played("summer-outfit")
    state = talk.step.state
    met = {id: replace(need, status="met") for id, need in state.needs.items()}
    talk.step = replace(talk.step, state=replace(state, needs=met, mood=0.2, closing=True))
    talk.say("violate_rude", "farewell")
    assert talk.step.ended == talk.scenario.endings.furious


def test_nobody_puts_up_with_it_after_a_last_insult() -> None:
    talk = Played("summer-outfit")
    needs = dict.fromkeys(talk.step.state.needs, NeedState("dropped")) | {"which-size": NeedState("met")}
    talk.step = replace(talk.step, state=replace(talk.step.state, needs=needs, mood=0.6, closing=True))
    talk.say("violate_rude")
    assert talk.step.ended == talk.scenario.endings.furious


def test_the_last_word_alone_threatens() -> None:
    talk = Played("blender-stopped")
    talk.say("inform_warranty", "violate_deny_legal_right", "violate_rude")
    assert talk.step.ended
    assert not talk.says("defect-guarantee", "refused")


@pytest.mark.parametrize(("acts", "leaving"), [(("farewell",), True), (("greet", "farewell"), False)])
def test_a_letter_with_salutation_and_close_leaves_nobody(acts: tuple[str, ...], leaving: bool) -> None:
    talk = Played("late-parcel")
    talk.say(*acts)
    assert talk.reacts("not_done") == leaving
