"""How the buyer behaves in the shipped scenario."""

from __future__ import annotations

import pytest

from bot.buyer import engine
from bot.buyer.draft import Step
from bot.buyer.state import outcome
from bot.core.heard import Heard
from tests.buyer.talks import begin, heard, late_parcel, say


def moves(step: Step) -> set[tuple[str, str | None]]:
    return {(move.move, move.need or move.trap) for move in step.moves}


def until_trap(step: Step) -> Step:
    return say(say(step, "greet", "inform_tracking"), "inform_shipping_time")


def until_bargain(step: Step) -> Step:
    return say(until_trap(step), "decline_off_platform")


def test_the_buyer_opens_with_a_complaint_and_the_first_need() -> None:
    opening = begin()
    assert ("complaint", None) in moves(opening)
    assert ("question", "where-is-parcel") in moves(opening)
    assert opening.state.needs["compensation"].status == "open"


def test_what_is_answered_is_taken_and_the_next_need_follows() -> None:
    step = say(begin(), "greet", "inform_tracking")
    assert ("accept", "where-is-parcel") in moves(step)
    assert ("question", "arrives-by-date") in moves(step)


def test_an_ignored_question_is_asked_again_in_other_words_and_costs_patience() -> None:
    opening = begin()
    again = say(opening, "greet")
    assert ("question", "where-is-parcel") in moves(again)
    assert again.text not in opening.text
    assert again.state.patience < opening.state.patience


def test_two_open_questions_are_pressed_in_one_message() -> None:
    both_open = say(begin(), "ask_preferred_solution")
    pressed = say(both_open, "greet")
    assert {move.need for move in pressed.moves if move.need} == {"where-is-parcel", "compensation"}


def test_a_need_that_stays_ignored_is_dropped() -> None:
    step = begin()
    for _ in range(5):
        step = say(step, "greet")
        if step.ended:
            break
    assert outcome(step.state)["where-is-parcel"] == "dropped"


def test_facts_are_told_only_when_asked_and_a_second_question_annoys() -> None:
    opening = begin()
    assert "Lindenstraße" not in opening.text
    told = say(opening, "ask_address")
    assert "Lindenstraße" in told.text
    again = say(told, "ask_address")
    assert "Lindenstraße" not in again.text
    assert ("complaint", None) in moves(again)


def test_the_trap_follows_its_need_and_a_clear_no_is_accepted() -> None:
    trapped = until_trap(begin())
    assert ("wish_contact", "other-channel") in moves(trapped)
    declined = say(trapped, "decline_off_platform")
    assert ("accept", "other-channel") in moves(declined)
    assert declined.state.traps["other-channel"].status == "declined"


def test_a_bare_yes_falls_into_the_trap() -> None:
    caught = say(until_trap(begin()), "agree", text="Ja, kein Problem.")
    assert caught.state.traps["other-channel"].status == "caught"
    assert say(caught, "violate_off_platform_contact").ended == "walked_away"


def test_a_yes_to_something_else_is_no_trap() -> None:
    step = say(begin(), "agree", text="Ja, gerne.")
    assert step.state.traps["other-channel"].status == "open"


def test_a_false_promise_ends_in_a_bad_review_though_all_else_is_met() -> None:
    step = say(begin(), "inform_tracking")
    step = say(step, "violate_false_promise")
    assert ("wish_false_promise", "arrives-by-date") in moves(step)
    step = say(step, "acknowledge")
    step = say(step, "decline_off_platform")
    step = say(step, "offer_partial_refund", text="Ich erstatte Ihnen 30 %.")
    while not step.ended:
        step = say(step, "farewell")
    assert step.ended == "bad_review"


def test_an_offer_without_a_number_is_asked_for_its_number() -> None:
    step = say(until_bargain(begin()), "offer_partial_refund", text="Wir können Ihnen etwas erstatten.")
    assert ("question", "compensation") in moves(step)


def test_bargaining_comes_down_and_ends_in_agreement() -> None:
    step = until_bargain(begin())
    step = say(step, "offer_partial_refund", text="Ich biete Ihnen 10 % an.")
    assert step.state.needs["compensation"].demand < 25
    step = say(step, "offer_partial_refund", text="Dann erstatte ich Ihnen 15 %.")
    assert ("accept", "compensation") in moves(step)
    assert say(step, "farewell").ended == "satisfied"


def test_a_share_named_in_answer_to_the_demand_is_an_offer_whatever_was_heard() -> None:
    step = say(until_bargain(begin()), "acknowledge", text="25 % gehen klar.")
    assert ("accept", "compensation") in moves(step)


def test_too_little_is_not_taken() -> None:
    step = say(until_bargain(begin()), "offer_partial_refund", text="Ich biete Ihnen 2 % an.")
    assert step.state.needs["compensation"].demand == 25
    assert ("bargain", "compensation") in moves(step)


def test_two_refusals_settle_grudgingly() -> None:
    step = until_bargain(begin())
    for _ in range(2):
        step = say(step, "decline_request")
    assert outcome(step.state)["compensation"] == "dropped"
    assert say(step, "farewell").ended == "grudging"


def test_a_denied_right_twice_opens_a_dispute() -> None:
    step = say(begin(), "violate_deny_legal_right")
    assert ("claim_right", None) in moves(step)
    assert say(step, "violate_deny_legal_right").ended == "dispute"


def test_rudeness_drives_the_buyer_away() -> None:
    step = begin()
    for _ in range(4):
        if not step.ended:
            step = say(step, "violate_rude")
    assert step.ended in ("bad_review", "dispute")


def test_the_wrong_language_is_answered_in_the_buyers_own() -> None:
    step = engine.step(late_parcel(), begin().state, Heard("你好，请稍等", "zh", 0.99), 10.0)
    assert ("question", None) in moves(step)
    assert step.state.needs["where-is-parcel"].status == "asked"


def test_the_same_text_twice_is_noticed() -> None:
    text = "Wir kümmern uns um Ihr Anliegen, vielen Dank für Ihre Geduld."
    once = say(begin(), "reassure", text=text)
    assert "copy_paste" in " ".join(say(once, "reassure", text=text).reasons)


def test_a_short_word_repeats_by_nature_however_many_blanks_stand_in_it() -> None:
    text = f"Gern,{' ' * 30}Moment."
    once = say(begin(), "reassure", text=text)
    assert "copy_paste" not in " ".join(say(once, "reassure", text=text).reasons)


def test_two_different_dates_are_noticed() -> None:
    step = say(begin(), "inform_shipping_time", text="Es kommt am 30. November an.")
    step = say(step, "inform_shipping_time", text="Es kommt am 5. Dezember an.")
    assert "30. November" in step.text
    assert "5. Dezember" in step.text


def test_two_different_days_of_dispatch_are_noticed_but_no_day_of_dispatch_and_another_of_arrival() -> None:
    step = say(begin(), "promise_dispatch", text="Wir versenden es am 30. November.")
    later = say(step, "inform_shipping_time", text="Es kommt am 5. Dezember an.")
    assert "contradiction" not in " ".join(later.reasons)
    other = say(later, "promise_dispatch", text="Wir versenden es am 7. Dezember.")
    assert "30. November" in other.text
    assert "7. Dezember" in other.text


def test_one_contradiction_is_told_once() -> None:
    both = ("inform_shipping_time", "promise_dispatch")
    step = say(begin(), *both, text="Am 30. November geht es los und kommt an.")
    step = say(step, *both, text="Am 5. Dezember geht es los und kommt an.")
    assert sum("contradiction" in reason for reason in step.reasons) == 1


def test_silence_is_spoken_to_and_at_last_ends_the_talk() -> None:
    step = begin()
    seen = []
    while not step.ended:
        step = engine.silence(late_parcel(), step.state, 180.0)
        seen.append(step.text)
    assert len(seen) == 3
    assert step.ended == "dispute"


def test_after_the_end_nothing_is_said() -> None:
    step = begin()
    while not step.ended:
        step = engine.silence(late_parcel(), step.state, 180.0)
    after = engine.step(late_parcel(), step.state, heard("greet"), 1.0)
    assert after.text == ""
    assert after.ended == step.ended


@pytest.mark.parametrize("act", ["cross_sell", "request_review", "violate_unsolicited_marketing"])
def test_selling_into_a_complaint_is_turned_down(act: str) -> None:
    step = say(begin(), act)
    assert ("refuse", None) in moves(step)
    assert step.state.mood < begin().state.mood
