"""Promises: with a time, consistent, and kept within the talk."""

from __future__ import annotations

from typing import Any

import pytest

from bot.grading.checks import promises as check
from tests.grading.talks import agent, buyer, talk

TODAY = "2026-11-20"
COMPLAINS = buyer("Mein Paket ist nicht da. Wo ist es?", "complaint", "question")
WAITS = buyer("Gut, ich warte.", "accept")


@pytest.mark.parametrize(
    ("text", "acts", "verdict"),
    [
        ("Ich melde mich morgen bis 18 Uhr.", ["promise_follow_up"], "yes"),
        ("Ich melde mich innerhalb von 24 Stunden.", ["promise_follow_up"], "yes"),
        ("Ich melde mich bald.", ["promise_follow_up"], "no"),
        ("Das tut mir leid.", ["apologise"], "no"),
        ("Ich erstatte heute 3 Euro.", ["offer_partial_refund"], "yes"),
        ("Gut, ich nehme es heute an.", ["agree"], "yes"),
        ("Das Geld kommt dann.", ["inform_refund_timing"], "no"),
    ],
)
def test_the_next_step_has_a_time(text: str, acts: list[str], verdict: str) -> None:
    assert check.next_step_named(talk(COMPLAINS, agent(text, *acts))).verdict == verdict


def test_one_day_of_dispatch_holds() -> None:
    first = agent("Wir versenden am 21. November.", "promise_dispatch")
    same = agent("Ihr Paket geht morgen los.", "promise_dispatch")
    assert check.promises_consistent(talk(COMPLAINS, first, WAITS, same, date=TODAY)).verdict == "yes"
    later = agent("Wir versenden am 25. November.", "promise_dispatch")
    judged = check.promises_consistent(talk(COMPLAINS, first, WAITS, later, date=TODAY))
    assert judged.verdict == "no"
    assert [evidence.turn for evidence in judged.evidence] == [1, 3]


@pytest.mark.parametrize("acts", [["apologise"], ["confirm_change"], ["offer_replacement"]])
def test_who_corrects_a_day_or_speaks_of_another_parcel_does_not_contradict(acts: list[str]) -> None:
    first = agent("Wir versenden am 21. November.", "promise_dispatch")
    later = agent("Es wird leider erst der 25. November.", "promise_dispatch", *acts)
    assert check.promises_consistent(talk(COMPLAINS, first, WAITS, later, date=TODAY)).verdict == "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Es kommt zwischen dem 3. Dezember und dem 6. Dezember an.", "yes"),
        ("Es kommt zwischen dem 12. Dezember und dem 16. Dezember an.", "no"),
        ("Es kommt am 20. Dezember an.", "yes"),
    ],
)
def test_spans_of_arrival_meet(text: str, verdict: str) -> None:
    first = agent("Es kommt zwischen dem 1. Dezember und dem 8. Dezember an.", "inform_shipping_time")
    again = agent(text, "inform_shipping_time")
    assert check.promises_consistent(talk(COMPLAINS, first, WAITS, again, date=TODAY)).verdict == verdict


@pytest.mark.parametrize(("shares", "verdict"), [((5, 10), "yes"), ((10, 10), "yes"), ((10, 5), "no")])
def test_an_offer_may_rise_and_not_fall(shares: tuple[int, int], verdict: str) -> None:
    first, second = (agent(f"Wir erstatten {share} %.", "offer_partial_refund") for share in shares)
    assert check.promises_consistent(talk(COMPLAINS, first, WAITS, second)).verdict == verdict


def test_what_was_promised_once_contradicts_nothing() -> None:
    once = agent("Wir versenden am 21. November.", "promise_dispatch")
    assert check.promises_consistent(talk(COMPLAINS, once, date=TODAY)).verdict == "yes"
    assert check.promises_consistent(talk(COMPLAINS, agent("Bitte warten.", "ask_patience"))).verdict == "na"


BACK = agent("In zehn Minuten melde ich mich, also in 10 Minuten.", "promise_follow_up", at=30)


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        ([agent("Es liegt im Zoll.", "inform_tracking", at=500)], "yes"),
        ([agent("Es liegt im Zoll.", "inform_tracking", at=900)], "no"),
        (
            [agent("Vielen Dank!", "thank", at=60), agent("Es liegt im Zoll.", "inform_tracking", at=900)],
            "no",
        ),
        ([buyer("Und?", "question", at=900)], "no"),
        ([buyer("Danke, tschüss.", "farewell", at=60)], "na"),
    ],
)
def test_who_said_to_be_back_in_minutes_is(turns: list[Any], verdict: str) -> None:
    judged = check.promises_kept(talk(COMPLAINS, BACK, *turns))
    assert judged.verdict == verdict
    if verdict == "no":
        assert judged.evidence[0].turn == 1


def test_a_promise_without_a_span_or_for_after_the_talk_is_not_judged() -> None:
    soon = agent("Ich melde mich bald.", "promise_follow_up")
    day = agent("Ich melde mich innerhalb von 24 Stunden.", "promise_follow_up")
    for promise in (soon, day):
        assert check.promises_kept(talk(COMPLAINS, promise, WAITS)).verdict == "na"


def test_in_letters_the_time_runs_from_the_buyers() -> None:
    asked, promise = (
        buyer("Wo ist es?", "question", at=0),
        agent("In 2 Stunden mehr.", "promise_follow_up", at=60),
    )
    answer, reply = buyer("Gut.", "accept", at=20000), agent("Im Zoll.", "inform_tracking", at=24000)
    assert check.promises_kept(talk(asked, promise, answer, reply, channel="email")).verdict == "yes"
    assert check.promises_kept(talk(asked, promise, answer, reply)).verdict == "no"
