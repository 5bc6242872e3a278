"""Which wording is chosen: nothing named twice, and no line that begins as those around it."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.buyer import engine
from bot.buyer.lines import Fit, first_word, pick
from bot.buyer.scenario import Casting, Line
from bot.core.words import Cefr, Language
from tests.buyer.talks import DAY, Played, fixed, heard
from tests.shipped import scenarios as shipped

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


def test_a_line_of_the_wanted_level_goes_before_one_of_none_and_that_before_one_of_another() -> None:
    lines = [Line("Hard.", "B2"), Line("Any."), Line("Easy.", "A2")]
    fit = Fit("US", level="A2")
    assert fit.best(lines) == lines[2:]
    assert fit.best(lines[:2]) == lines[1:2]
    assert fit.best(lines[:1]) == lines[:1]


def test_where_no_level_is_wanted_every_line_is_as_good() -> None:
    lines = [Line("Hard.", "B2"), Line("Any."), Line("Easy.", "A2")]
    assert Fit("US").best(lines) == lines


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("cefr", get_args(Cefr))
def test_the_first_need_is_told_in_the_wanted_level_in_every_scenario(language: Language, cefr: Cefr) -> None:
    for scenario in shipped().values():
        if language in scenario.variants and scenario.persona.mood >= 0.55:
            casting = Casting(language, scenario.variant(language), 1, DAY, cefr)
            text = engine.begin(scenario, casting).text
            lines = scenario.needs[0].need.lines[language]["raise"]["calm"]
            assert any(fixed(line.text) in text for line in lines if line.level == cefr), (scenario.id, text)


def test_a_talk_that_goes_on_keeps_its_level() -> None:
    scenario = shipped()["late-parcel"]
    step = engine.begin(scenario, Casting("en", scenario.variant("en"), 1, DAY, "A2"))
    step = engine.step(scenario, step.state, heard("apologise", language="en"), 20.0)
    assert engine.casting_of(scenario, step.state).cefr == "A2"


def test_an_and_before_it_makes_no_other_first_word() -> None:
    assert first_word("Y otra cosa: ¿cuándo sale?") == first_word("Otra cosa: ¿se puede?") == "otra"
