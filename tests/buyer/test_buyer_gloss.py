"""What the buyer says, in Chinese: place by place, and only where all of it is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.said import Voice
from bot.buyer.scenario import Casting, Line, Lines, Scenario
from bot.core.words import LANGUAGES, Language
from tests.buyer.talks import DAY, heard, late_parcel

Gloss = Callable[[Line], str | None]


def retold(lines: Lines, gloss: Gloss) -> Lines:
    return {
        language: {
            slot: {
                band: tuple(replace(line, gloss=gloss(line)) for line in wordings)
                for band, wordings in bands.items()
            }
            for slot, bands in slots.items()
        }
        for language, slots in lines.items()
    }


def glossed(gloss: Gloss, channel: str = "chat") -> Scenario:
    """The shipped scenario without its trap; every shared line has the gloss that `gloss` gives it."""
    scenario = late_parcel()
    needs = tuple(
        replace(use, need=replace(use.need, lines=retold(use.lines, gloss))) for use in scenario.needs
    )
    talk = {id: replace(one, lines=retold(one.lines, gloss)) for id, one in scenario.talk.items()}
    subject: dict[str, tuple[Line, ...]] = dict.fromkeys(LANGUAGES, (Line("Order"),))
    return replace(scenario, needs=needs, talk=talk, traps=(), opening=None, channel=channel, subject=subject)  # type: ignore[arg-type]


def begin(scenario: Scenario, language: Language = "de") -> Step:
    return engine.begin(scenario, casting(scenario, language))


def casting(scenario: Scenario, language: Language = "de") -> Casting:
    return Casting(language, scenario.variant(language), 1, DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_turn_whose_lines_all_have_a_gloss_has_all_of_them_in_one(language: Language) -> None:
    step = begin(glossed(lambda _line: "您好！"), language)
    assert step.gloss == "您好！您好！"


def test_a_turn_with_a_line_that_has_none_has_no_gloss() -> None:
    scenario = glossed(lambda _line: "您好！")
    greeting = scenario.talk["greeting"]
    bare = replace(greeting, lines=retold(greeting.lines, lambda _line: None))
    assert begin(replace(scenario, talk={**scenario.talk, "greeting": bare})).gloss is None


def test_a_turn_without_a_word_has_no_gloss() -> None:
    scenario = glossed(lambda _line: "您好！")
    step = begin(scenario)
    while not step.ended:
        step = engine.silence(scenario, step.state, 180.0)
    after = engine.step(scenario, step.state, heard("greet"), 1.0)
    assert (after.text, after.gloss) == ("", None)


def test_a_gloss_changes_nothing_of_what_is_said() -> None:
    told, untold = begin(glossed(lambda _line: "您好！")), begin(glossed(lambda _line: None))
    assert (told.text, told.state) == (untold.text, untold.state)


def test_the_gloss_of_a_letter_has_its_form() -> None:
    step = begin(glossed(lambda _line: "您好！", "email"))
    assert step.gloss is not None
    assert len(step.gloss.split("\n\n")) == len(step.text.split("\n\n")) > 3


def test_places_are_filled_in_chinese() -> None:
    scenario = late_parcel()
    line = Line("{name}, {late}", gloss="{name}的订单{order_number}晚了{late}，金额{value}")
    said = Voice(scenario, casting(scenario, "ru")).say(line)
    number, late = scenario.order.number, -scenario.order.dates["promised"]
    name = scenario.variant("ru").buyer.name
    assert said.gloss is not None
    assert said.gloss.startswith(f"{name}的订单{number}晚了{late}天，金额₽")
    assert "д" in said.text


def test_what_is_demanded_stands_in_the_gloss_as_the_chinese_write_it() -> None:
    scenario = glossed(lambda line: "{ask}，{ask_money}" if "{ask" in line.text else "好。")
    step = begin(scenario)
    for act in ("inform_tracking", "inform_shipping_time", "decline_off_platform"):
        step = engine.step(scenario, step.state, heard(act, text=f"Das ist {act}."), 20.0)
    offer = heard("offer_partial_refund", text="Ich erstatte Ihnen 12 %.")
    assert re.search(r"\d+%，€\d", str(engine.step(scenario, step.state, offer, 20.0).gloss))
