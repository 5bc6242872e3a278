"""Who gives something up says so where nothing else is asked, and lets go of what hangs on it."""

from __future__ import annotations

from tests.buyer.talks import Played


def ignored(scenario: str, need: str) -> Played:
    """A talk in which this need was passed over until the buyer gave it up."""
    talk = Played(scenario)
    while talk.status(need) == "asked":
        talk.say("acknowledge")
    return talk


def test_who_asks_the_next_thing_does_not_take_leave_of_the_last() -> None:
    talk = ignored("tea-again", "order-again")
    assert talk.says("regular-discount", "raise")
    assert not talk.says("order-again", "dropped")


def test_who_gives_up_the_part_does_not_ask_whether_it_fits() -> None:
    talk = ignored("bike-part", "spare-part")
    assert talk.status("will-it-fit") == "open"
    while not talk.step.ended:
        talk.say("acknowledge")
    assert talk.status("will-it-fit") == "open"


def test_who_gives_up_does_not_hold_the_agent_back() -> None:
    talk = Played("late-parcel")
    while talk.status("where-is-parcel") == "asked":
        talk.say("farewell")
    assert not talk.reacts("not_done")
