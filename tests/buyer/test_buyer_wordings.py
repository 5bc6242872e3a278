"""Which wording is chosen: nothing named twice, and no line that begins as those around it."""

from __future__ import annotations

from bot.buyer.lines import Fit, first_word, pick
from bot.buyer.scenario import Line
from tests.buyer.talks import Played

LINES = (Line("Great, thanks!"), Line("«Great», so it stands on {platform}."), Line("On {platform}? Fine."))


def picked(fit: Fit) -> set[Line | None]:
    return {pick(LINES, str(key), (), fit) for key in range(40)}


def test_a_worn_first_word_is_used_only_where_no_other_is_left() -> None:
    assert picked(Fit("US")) == set(LINES)
    assert picked(Fit("US", worn=frozenset({"great"}))) == {LINES[2]}
    assert picked(Fit("US", worn=frozenset({"great", "on"}))) == set(LINES)


def test_what_is_better_not_named_weighs_more_than_a_worn_word() -> None:
    assert picked(Fit("US", shunned=frozenset({"platform"}), worn=frozenset({"great"}))) == {LINES[0]}


def test_a_talk_remembers_how_the_last_two_turns_began() -> None:
    talk = Played("late-parcel")
    begun = [first_word(talk.step.text)]
    for _ in range(3):
        talk.say("acknowledge")
        begun.append(first_word(talk.step.text))
    assert talk.step.state.opened == tuple(begun[-2:])
    assert begun[-1] not in begun[-3:-1]
