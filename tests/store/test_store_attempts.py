"""Attempts in a real SQLite file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.store.records import Attempt, Exchange, Message, Selection, StoredTurn

SCENARIOS = ["late-parcel"]


def attempt(name: str = "a-1", visitor: str = "alice", created: float = 1.0) -> Attempt:
    return Attempt(name, visitor, "late-parcel", "de", "aliexpress", "DE", 7, "practice", created=created)


def turn(index: int, side: str = "buyer", **more: object) -> StoredTurn:
    return StoredTurn(index, side, float(index), f"text {index}", **more)  # type: ignore[arg-type]


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'new folder' / 'silkdesk.db'}"
    migrate(address)
    return address


@pytest.fixture
def store(url: str) -> SqlAttempts:
    made = SqlAttempts(connect(url))
    made.add(attempt())
    return made


def test_it_gives_back_what_was_kept(store: SqlAttempts) -> None:
    assert store.get("a-1") == attempt()
    assert store.get("a-2") is None


def test_finished_attempts_are_found_the_oldest_first(store: SqlAttempts) -> None:
    for name, created in (("a-3", 3.0), ("a-2", 2.0)):
        store.add(attempt(name, created=created))
        store.set_status(name, "finished")
    assert store.finished(Selection()) == ["a-2", "a-3"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Selection(since=3.0), ["a-3", "b-1"]),
        (Selection(until=3.0), ["a-2"]),
        (Selection(since=2.0, until=4.0), ["a-2", "a-3"]),
        (Selection(visitors=("bob",)), ["b-1"]),
        (Selection(visitors=("alice", "bob"), until=4.0), ["a-2", "a-3"]),
        (Selection(scenarios=("late-parcel",)), ["a-2", "a-3", "b-1"]),
        (Selection(scenarios=("happy-cat",)), []),
    ],
)
def test_a_class_or_a_period_can_be_chosen(store: SqlAttempts, wanted: Selection, found: list[str]) -> None:
    for name, visitor, created in (("a-3", "alice", 3.0), ("b-1", "bob", 4.0), ("a-2", "alice", 2.0)):
        store.add(attempt(name, visitor, created))
        store.set_status(name, "finished")
    assert store.finished(wanted) == found


def test_it_keeps_a_repeated_message_once_and_gives_back_the_first(store: SqlAttempts) -> None:
    first = store.keep_message("a-1", Message("m-1", "Hallo", 2.0))
    again = store.keep_message("a-1", Message("m-1", "Hallo!", 3.0))
    assert again == first == Message("m-1", "Hallo", 2.0)
    assert store.messages("a-1") == [first]


def test_it_keeps_the_subject_of_a_letter(store: SqlAttempts) -> None:
    letter = store.keep_message("a-1", Message("m-1", "Guten Tag", 2.0, subject="Re: Paket"))
    assert store.messages("a-1") == [letter]


def test_the_same_message_id_may_stand_in_two_attempts(store: SqlAttempts) -> None:
    store.add(attempt("a-2"))
    store.keep_message("a-1", Message("m-1", "eins", 2.0))
    store.keep_message("a-2", Message("m-1", "zwei", 2.0))
    assert [m.text for m in store.messages("a-2")] == ["zwei"]


def test_it_keeps_an_exchange_with_its_messages_and_state(store: SqlAttempts) -> None:
    store.add_turns(
        "a-1", [turn(0, state={"n": 0}, moves=({"move": "question", "need": "where"},))], opened=5.0
    )
    store.keep_message("a-1", Message("m-1", "Hallo", 6.0))
    store.keep_message("a-1", Message("m-2", "Moment", 7.0))
    reply = turn(2, state={"n": 1}, mood=0.4, gloss="在哪里？", subject="Re: Paket")
    store.add_turns("a-1", [turn(1, "agent"), reply], ["m-1"])
    found = store.get("a-1")
    assert found is not None
    assert found.opened == 5.0
    assert store.turns("a-1")[1:] == [turn(1, "agent"), reply]
    kept = [(m.id, m.fate, m.turn) for m in store.messages("a-1")]
    assert kept == [("m-1", "turn", 1), ("m-2", "waiting", None)]


def test_a_turn_that_cannot_be_kept_leaves_nothing_behind(store: SqlAttempts) -> None:
    store.add_turns("a-1", [turn(0)])
    store.keep_message("a-1", Message("m-1", "Hallo", 6.0))
    with pytest.raises(IntegrityError):
        store.add_turns("a-1", [turn(1, "agent"), turn(0)], ["m-1"], ending="satisfied")
    assert [t.index for t in store.turns("a-1")] == [0]
    assert store.messages("a-1")[0].fate == "waiting"
    found = store.get("a-1")
    assert found is not None
    assert found.ending is None


def test_messages_that_wait_when_the_buyer_leaves_came_too_late(store: SqlAttempts) -> None:
    store.keep_message("a-1", Message("m-1", "Hallo", 6.0))
    store.keep_message("a-1", Message("m-2", "Noch etwas", 6.5))
    store.add_turns("a-1", [turn(0, "agent"), turn(1)], ["m-1"], ending="walked_away")
    assert [m.fate for m in store.messages("a-1")] == ["turn", "late"]


def test_unsettled_are_those_with_something_waiting_for_the_bot(store: SqlAttempts) -> None:
    for name in ("waits", "finishes", "done", "over", "idle"):
        store.add(attempt(name))
    store.add(Attempt("other", "alice", "gone", "de", "ebay", "DE", 1, "practice", 1.0, "finishing"))
    for name in ("waits", "over"):
        store.keep_message(name, Message("m", "Hallo", 2.0))
    store.add_turns("over", [turn(0)], ending="dispute")
    store.set_status("finishes", "finishing")
    store.add_grade("done", {"score": 1}, 9.0)
    assert set(store.unsettled(SCENARIOS)) == {"waits", "finishes"}


def test_the_attempts_of_an_inbox_share_what_puts_their_clock_ahead(store: SqlAttempts) -> None:
    for name in ("i-2", "i-1"):
        store.add(replace(attempt(name), inbox="inbox", opened=100.0))
    store.put_back("inbox", 30.0)
    assert [(a.id, a.opened) for a in store.of_inbox("inbox")] == [("i-1", 70.0), ("i-2", 70.0)]
    assert store.get("a-1") == attempt()


def test_a_later_grade_is_added_beside_the_first(store: SqlAttempts) -> None:
    store.add_grade("a-1", {"score": 50}, 8.0)
    store.add_grade("a-1", {"score": 60}, 9.0)
    assert [g.grade["score"] for g in store.grades("a-1")] == [50, 60]
    found = store.get("a-1")
    assert found is not None
    assert (found.status, found.finished) == ("finished", 9.0)


def test_a_visitor_sees_own_attempts_newest_first_with_the_latest_grade(store: SqlAttempts) -> None:
    store.add(attempt("a-2", created=2.0))
    store.add(attempt("b-1", visitor="bob", created=3.0))
    store.add_grade("a-1", {"score": 50}, 8.0)
    store.add_grade("a-1", {"score": 60}, 9.0)
    found = store.of_visitor("alice", 5)
    assert [(a.id, grade and grade["score"]) for a, grade in found] == [("a-2", None), ("a-1", 60)]
    assert len(store.of_visitor("alice", 1)) == 1


def test_exchanges_with_the_coach_are_kept_apart_from_turns(store: SqlAttempts) -> None:
    store.keep_message("a-1", Message("m-1", "/hint", 6.0))
    number = store.add_exchange("a-1", Exchange(0, "hint", 2, 6.5, "", {"step": 0}), ["m-1"])
    assert store.exchanges("a-1") == [Exchange(number, "hint", 2, 6.5, "", {"step": 0})]
    assert store.messages("a-1")[0].fate == "coach"
    assert store.turns("a-1") == []


def test_messages_can_be_set_aside(store: SqlAttempts) -> None:
    store.keep_message("a-1", Message("m-1", "Fertig", 6.0))
    store.set_aside("a-1", ["m-1"])
    assert [m.fate for m in store.messages("a-1")] == ["coach"]


def test_a_second_process_sees_what_the_first_has_kept(store: SqlAttempts, url: str) -> None:
    store.keep_message("a-1", Message("m-1", "Grüße 你好 😀", 6.0))
    assert SqlAttempts(connect(url)).messages("a-1") == store.messages("a-1")


def test_turns_need_their_attempt(store: SqlAttempts) -> None:
    with pytest.raises(IntegrityError):
        store.add_turns("nobody", [turn(0)])


def test_sqlite_writes_ahead_and_waits_for_others(url: str) -> None:
    with connect(url).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 5000
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_what_was_kept_outlives_a_process_that_never_closed_it(store: SqlAttempts, url: str) -> None:
    store.keep_message("a-1", Message("m-1", "Hallo", 6.0))
    with create_engine(url).connect() as other:
        assert other.execute(text("select text from messages")).scalars().all() == ["Hallo"]
