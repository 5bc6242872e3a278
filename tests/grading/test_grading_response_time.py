"""Checks of response time."""

from __future__ import annotations

import pytest

from bot.grading.checks.response_time import (
    first_reply_in_time,
    holding_followed_up,
    nothing_left_unanswered,
    replies_in_time,
)
from tests.grading.talks import agent, buyer, rubric, talk

ASKS = buyer("Wo ist mein Paket?", "question", at=0.0)


@pytest.mark.parametrize(
    ("seconds", "verdict", "full"), [(20, "yes", True), (120, "yes", False), (400, "no", False)]
)
def test_first_reply_is_banded(seconds: float, verdict: str, full: bool) -> None:
    judged = first_reply_in_time(talk(ASKS, agent("Guten Tag, ich sehe nach.", "greet", at=seconds)))
    assert judged.verdict == verdict
    assert (judged.share == 1) is full
    assert bool(judged.evidence) is not full


def test_long_answers_may_take_longer() -> None:
    long = agent("Guten Tag. " + "Ihr Paket ist unterwegs. " * 20, "greet", at=150.0)
    short = agent("Guten Tag.", "greet", at=150.0)
    assert first_reply_in_time(talk(ASKS, long)).share > first_reply_in_time(talk(ASKS, short)).share


def test_waiting_counts_from_the_first_unanswered_turn() -> None:
    twice = talk(ASKS, buyer("Hallo?", "question", at=300.0), agent("Guten Tag.", "greet", at=310.0))
    assert first_reply_in_time(twice).verdict == "no"


def test_letters_have_hours() -> None:
    letter = talk(ASKS, agent("Guten Tag.", "greet", at=7200.0), channel="email")
    assert first_reply_in_time(letter).share == 1


def test_a_shops_own_promise_is_the_limit_for_letters() -> None:
    promised = rubric().pace.within(24)
    assert promised.target("email", "de", 900, 900) == 24 * 3600
    assert promised.channels["chat"] == rubric().pace.channels["chat"]


def test_no_reply_at_all_is_the_slowest() -> None:
    assert first_reply_in_time(talk(ASKS)).verdict == "no"
    assert nothing_left_unanswered(talk(ASKS, buyer("Dann eben nicht.", "farewell"))).verdict == "no"
    assert first_reply_in_time(talk(ASKS, agent("   "))).verdict == "no"
    assert first_reply_in_time(talk(agent("Guten Tag."))).verdict == "na"
    assert replies_in_time(talk(ASKS, agent("Guten Tag."))).verdict == "na"


def test_later_replies_are_averaged() -> None:
    slow = talk(ASKS, agent("Ja.", at=5.0), buyer("Und?", "question", at=10.0), agent("Nein.", at=900.0))
    assert replies_in_time(slow).verdict == "no"


def test_an_open_question_at_the_end_is_left_unanswered() -> None:
    left = talk(ASKS, agent("Ja."), buyer("Und wann?", "question"))
    assert nothing_left_unanswered(left).verdict == "no"
    assert nothing_left_unanswered(left).evidence[0].turn == 2


def test_a_last_word_of_the_buyer_needs_no_reply() -> None:
    assert (
        nothing_left_unanswered(talk(ASKS, agent("Ja."), buyer("Danke, tschüss!", "farewell"))).verdict
        == "yes"
    )


def test_a_holding_line_wants_an_answer() -> None:
    held = agent("Einen Moment bitte.", "ask_patience")
    assert holding_followed_up(talk(ASKS, held)).verdict == "no"
    assert (
        holding_followed_up(talk(ASKS, held, agent("Es liegt im Zoll.", "inform_tracking"))).verdict == "yes"
    )
    assert holding_followed_up(talk(ASKS, agent("Es liegt im Zoll.", "inform_tracking"))).verdict == "na"


def test_a_yes_with_a_new_wish_still_wants_a_reply() -> None:
    more = buyer("Gut. Können wir auf WhatsApp schreiben?", "accept", "wish_contact")
    assert nothing_left_unanswered(talk(ASKS, agent("Im Zoll."), more)).verdict == "no"
