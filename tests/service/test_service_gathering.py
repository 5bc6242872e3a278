"""When several messages become one turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.service.gathering import LONGEST, Gathering, one_turn
from bot.service.pace import Pace, retry_delay
from bot.store.records import Message

PACE = Pace(pause=2.5, limit=8.0)
TIMES = st.lists(st.floats(0, 100), min_size=1, max_size=20).map(sorted)


def test_nothing_is_due_while_nothing_waits() -> None:
    gathering = Gathering(PACE)
    gathering.typing(5.0)
    gathering.close()
    assert gathering.due() is None


def test_it_closes_after_a_pause() -> None:
    gathering = Gathering(PACE)
    gathering.add(10.0)
    assert gathering.due() == 12.5
    gathering.add(11.0)
    assert gathering.due() == 13.5


def test_typing_prolongs_it_up_to_the_limit() -> None:
    gathering = Gathering(PACE)
    gathering.add(10.0)
    gathering.typing(14.0)
    assert gathering.due() == 16.5
    gathering.typing(17.5)
    assert gathering.due() == 18.0


def test_send_all_closes_it_at_once_and_a_new_message_opens_it_again() -> None:
    gathering = Gathering(PACE)
    gathering.add(10.0)
    gathering.close()
    assert gathering.due() == 10.0
    gathering.add(11.0)
    assert gathering.due() == 13.5


def test_after_all_was_handed_over_nothing_is_due() -> None:
    gathering = Gathering(PACE)
    gathering.add(10.0)
    gathering.clear()
    assert gathering.due() is None


@given(TIMES, TIMES)
def test_a_turn_never_waits_longer_than_the_limit(messages: list[float], typing: list[float]) -> None:
    gathering = Gathering(PACE)
    for moment in messages:
        gathering.add(moment)
    for moment in typing:
        gathering.typing(moment)
    due = gathering.due()
    assert due is not None
    assert due <= messages[0] + PACE.limit


@given(st.lists(st.integers(1, LONGEST), min_size=1, max_size=60))
def test_a_turn_takes_messages_in_order_and_is_never_too_long(lengths: list[int]) -> None:
    waiting = [Message(str(i), "x" * length, 0.0) for i, length in enumerate(lengths)]
    batch = one_turn(waiting)
    assert batch == waiting[: len(batch)]
    assert 0 < len("\n".join(m.text for m in batch)) <= LONGEST
    if len(batch) < len(waiting):
        assert len("\n".join(m.text for m in waiting[: len(batch) + 1])) > LONGEST


@given(st.integers(1, 10_000))
def test_retries_become_rarer_but_never_stop(failures: int) -> None:
    assert 1.0 <= retry_delay(failures) <= retry_delay(failures + 1) <= 30.0


def test_the_buyer_types_longer_lines_longer_but_not_for_ever() -> None:
    assert Pace().time_to_type("Ja.") < Pace().time_to_type("Ja, das ist richtig." * 3)
    assert Pace().time_to_type("x" * 5000) == Pace().longest
    assert Pace(typing=0.0).time_to_type("x" * 5000) == 0.0
