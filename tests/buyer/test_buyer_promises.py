"""The agent who says when it will be back is held to it."""

from __future__ import annotations

from bot.buyer import engine
from tests.buyer.talks import begin, late_parcel, say

TEN_MINUTES = "Ich melde mich in 10 Minuten wieder bei Ihnen."


def test_an_answer_after_the_promised_time_is_a_broken_promise() -> None:
    promised = say(begin(), "promise_follow_up", text=TEN_MINUTES)
    late = say(promised, "inform_tracking", waited=900.0)
    assert any(reason.startswith("promise_broken") for reason in late.reasons)


def test_an_answer_in_time_pleases_though_it_took_long() -> None:
    promised = say(begin(), "promise_follow_up", text=TEN_MINUTES)
    in_time = say(promised, "inform_tracking", waited=500.0)
    assert any(reason.startswith("promise_kept") for reason in in_time.reasons)
    assert not any(reason.startswith("slow") for reason in in_time.reasons)


def test_silence_beyond_the_promised_time_is_named_as_such() -> None:
    promised = say(begin(), "promise_follow_up", text=TEN_MINUTES)
    nobody = engine.silence(late_parcel(), promised.state, 700.0)
    assert any(reason.startswith("promise_broken") for reason in nobody.reasons)


def test_a_promise_counts_once() -> None:
    promised = say(begin(), "promise_follow_up", text=TEN_MINUTES)
    late = say(promised, "inform_tracking", waited=900.0)
    assert late.state.due is None


def test_a_span_of_time_without_a_promise_binds_nobody() -> None:
    told = say(begin(), "inform_shipping_time", text="Der Versand dauert in der Regel 10 Minuten.")
    assert told.state.due is None
