"""Long waits, and the deadlines of platforms."""

from __future__ import annotations

import pytest

from bot.grading.checks.response_time import long_wait_announced, platform_deadline_kept
from tests.grading.talks import agent, buyer, span, talk

ASKS = buyer("Wo ist mein Paket?", "question", at=0.0)
HOLDS = agent("Einen Moment bitte, ich sehe nach.", "ask_patience", at=20.0)
LATE = 900.0
HOUR = 3600.0


def test_a_quick_answer_was_no_long_wait() -> None:
    assert long_wait_announced(talk(ASKS, agent("Im Zoll.", "inform_tracking", at=30.0))).verdict == "na"
    assert long_wait_announced(talk(ASKS, HOLDS)).verdict == "na"


def test_a_long_wait_is_announced() -> None:
    answer = agent("Es liegt im Zoll.", "inform_tracking", at=LATE)
    assert long_wait_announced(talk(ASKS, answer)).verdict == "no"
    assert long_wait_announced(talk(ASKS, answer)).evidence[0].turn == 1
    assert long_wait_announced(talk(ASKS, HOLDS, answer)).verdict == "yes"


def test_a_greeting_announces_nothing() -> None:
    answer = agent("Es liegt im Zoll.", "inform_tracking", at=LATE)
    assert long_wait_announced(talk(ASKS, agent("Guten Tag!", "greet", at=5.0), answer)).verdict == "no"


def test_what_was_announced_before_the_buyer_spoke_again_counts() -> None:
    answer = agent("Es liegt im Zoll.", "inform_tracking", at=LATE)
    assert long_wait_announced(talk(ASKS, HOLDS, buyer("Gut.", "other", at=30.0), answer)).verdict == "yes"


@pytest.mark.parametrize(
    ("parting", "last", "act", "verdict"),
    [
        ("Einen Moment bitte, ich sehe nach. Danke!", "Danke!", "thank", "yes"),
        ("Ich melde mich morgen. Nochmals Entschuldigung!", "Nochmals Entschuldigung!", "apologise", "yes"),
        ("Ich melde mich morgen. Einen schönen Tag!", "Einen schönen Tag!", "farewell", "yes"),
        ("Ich melde mich morgen. Es liegt im Zoll.", "Es liegt im Zoll.", "inform_tracking", "no"),
    ],
)
def test_courtesies_behind_an_announced_wait_take_nothing_from_it(
    parting: str, last: str, act: str, verdict: str
) -> None:
    held = agent(
        parting,
        span(parting, parting.removesuffix(last), "promise_follow_up"),
        span(parting, last, act),
        at=20.0,
    )
    answer = agent("Es liegt im Zoll.", "inform_tracking", at=LATE)
    assert long_wait_announced(talk(ASKS, held, buyer("Gut.", "other", at=30.0), answer)).verdict == verdict


def test_thanks_want_no_answer() -> None:
    late = agent("Ihr Paket ist da.", "inform_tracking", at=LATE)
    quick = agent("Im Zoll.", "inform_tracking", at=20.0)
    assert long_wait_announced(talk(ASKS, quick, buyer("Danke!", "thanks", at=30.0), late)).verdict == "na"


@pytest.mark.parametrize(
    ("platform", "hours", "verdict"),
    [
        ("amazon", 23, "yes"),
        ("amazon", 25, "no"),
        ("alibaba", 25, "no"),
        ("ebay", 25, "na"),
        ("kaufland", 25, "na"),
    ],
)
def test_platforms_have_deadlines_of_their_own(platform: str, hours: float, verdict: str) -> None:
    answered = agent("Es liegt im Zoll.", "inform_tracking", at=hours * HOUR)
    judged = platform_deadline_kept(talk(ASKS, answered, platform=platform, channel="email"))
    assert judged.verdict == verdict
    assert (judged.rule is not None) is (verdict == "no")


@pytest.mark.parametrize(("platform", "verdict"), [("amazon", "no"), ("alibaba", "yes")])
def test_alibaba_counts_the_first_message_of_a_day(platform: str, verdict: str) -> None:
    turns = (
        ASKS,
        agent("Im Zoll.", "inform_tracking", at=HOUR),
        buyer("Und wann kommt es?", "question", at=2 * HOUR),
        agent("Nächste Woche.", "inform_shipping_time", at=30 * HOUR),
    )
    assert platform_deadline_kept(talk(*turns, platform=platform, channel="email")).verdict == verdict


def test_no_deadline_runs_after_thanks_or_without_a_reply() -> None:
    thanked = (buyer("Danke!", "thanks", at=2 * HOUR), agent("Gern.", "thank", at=90 * HOUR))
    quick = agent("Im Zoll.", "inform_tracking", at=HOUR)
    assert platform_deadline_kept(talk(ASKS, quick, *thanked, platform="amazon")).verdict == "yes"
    assert platform_deadline_kept(talk(ASKS, platform="amazon")).verdict == "na"
