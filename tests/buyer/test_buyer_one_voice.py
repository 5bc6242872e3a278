"""A turn reads as one person speaking: nothing in it contradicts what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.buyer import engine
from bot.buyer.circumstances import lasting
from bot.buyer.said import Voice
from bot.buyer.scenario import Casting, Line
from bot.buyer.state import NeedState
from bot.core.heard import HeardAct
from bot.core.words import LANGUAGES
from tests.buyer.talks import Played, fixed, heard
from tests.shipped import scenarios as shipped

DEMANDS = [
    ("cracked-lamp", "damaged", "refund-keep-goods", "offer_replacement"),
    ("never-arrived", "delivered-not-received", "chargeback-threat", "offer_replacement"),
    ("wrong-bag", "wrong-item", "review-threat", "offer_return_label"),
    ("es-three-years", "defect-guarantee", "review-threat", "offer_repair"),
]


def played(scenario: str) -> Played:
    return Played(scenario, "es" if scenario == "es-three-years" else "en")


def haggling() -> Played:
    """A talk in which the buyer has just asked for a discount."""
    talk = Played("haggling-watch")
    while talk.status("small-discount") != "asked":
        talk.say("inform_specification", "inform_shipping_time", text="It is 5 days.")
    return talk


@pytest.mark.parametrize(("scenario", "need", "trap"), [case[:3] for case in DEMANDS])
def test_a_demand_stands_beside_the_open_need(scenario: str, need: str, trap: str) -> None:
    talk = played(scenario)
    talk.say("ask_evidence", "ask_problem_details")
    assert talk.says(trap, "raise")
    assert talk.status(need) == "asked"


@pytest.mark.parametrize(("scenario", "trap", "remedy"), [(each[0], *each[2:]) for each in DEMANDS])
def test_a_good_offer_is_thanked_for_and_not_threatened(scenario: str, trap: str, remedy: str) -> None:
    talk = played(scenario)
    talk.say(remedy)
    assert talk.thanks
    while not talk.step.ended:
        assert talk.status(trap) == "open"
        talk.say("farewell")


def test_a_threat_is_let_go_once_its_need_is_met() -> None:
    talk = Played("wrong-bag")
    talk.say("ask_evidence")
    talk.say("offer_return_label")
    assert talk.thanks
    assert talk.status("review-threat") == "dropped"


def test_money_is_not_traded_for_stars_once_it_was_granted() -> None:
    talk = Played("answered-in-public")
    talk.say("promise_follow_up")
    talk.say("offer_full_refund")
    assert talk.status("compensation") == "met"
    assert talk.status("review-for-refund") == "open"


def test_an_insult_answers_who_passes_over_the_question_and_nobody_else() -> None:
    helped, ignored = Played("blender-stopped"), Played("blender-stopped")
    helped.say("ask_evidence")
    assert helped.status("insult") == "open"
    ignored.say("acknowledge")
    assert ignored.status("insult") == "set"


def test_a_yes_beside_the_remedy_means_the_remedy() -> None:
    talk = Played("wrong-bag")
    talk.say("ask_evidence")
    talk.say("agree", "offer_replacement")
    assert talk.status("wrong-item") == "met"
    assert talk.status("review-threat") != "caught"


def test_a_wish_for_a_promise_stands_in_place_of_thanks() -> None:
    talk = Played("necklace-in-time")
    talk.say("inform_shipping_time")
    assert talk.says("wants-guarantee", "raise")
    assert not talk.thanks


def test_what_was_settled_with_another_need_is_not_asked() -> None:
    talk = Played("blender-stopped")
    assert talk.status("usage-trouble") == "open"
    talk.say("offer_replacement")
    assert talk.status("usage-trouble") == "met"
    fitting = Played("bike-part")
    fitting.say("recommend_product")
    assert fitting.status("will-it-fit") == "met"
    assert not fitting.says("will-it-fit", "raise")


def test_a_need_that_another_one_left_open_is_asked() -> None:
    talk = Played("late-parcel")
    talk.say("inform_tracking")
    assert talk.says("arrives-by-date", "raise")


def test_a_false_promise_tells_what_was_not_asked_yet_and_nobody_speaks_of_it_before_an_order() -> None:
    talk = Played("ski-jacket")
    talk.say("violate_false_promise", text="It arrives tomorrow, guaranteed.")
    assert talk.status("delivery-time") == "misled"
    assert not talk.says("delivery-time", "misled")
    assert talk.status("which-size") == "asked"


def test_an_order_number_is_said_once_a_turn() -> None:
    number = shipped()["never-arrived"].order.number
    for seed in range(40):
        assert Played("never-arrived", "de", seed).step.text.count(number) <= 1


def test_the_own_shop_is_not_called_in_against_itself() -> None:
    store = shipped()["de-withdrawal-button"].store
    for seed in range(40):
        talk = Played("de-withdrawal-button", "de", seed)
        while not talk.step.ended:
            talk.say("violate_deny_legal_right")
        assert store not in talk.step.text


def test_who_never_ordered_does_not_stop_ordering() -> None:
    for language in LANGUAGES:
        ended = set()
        for seed in range(40):
            talk = Played("brake-pads", language, seed)
            while not talk.step.ended:
                talk.say("violate_rude")
            ended.add(talk.step.text)
        lines = _lines("ending_walked_away", language)
        assert any(line.text in text for line in lines if not line.when for text in ended)
        assert not any(line.text in text for line in lines if "ordered" in line.when for text in ended)


def test_a_review_that_stands_is_not_announced() -> None:
    for seed in range(20):
        talk = Played("answered-in-public", "en", seed)
        while not talk.step.ended:
            talk.say("violate_rude")
        assert not any(
            line.text in talk.step.text
            for line in _lines("ending_bad_review", "en")
            if "not_reviewed" in line.when
        )


def test_a_third_time_is_said_at_the_third_time_and_not_before() -> None:
    for seed in range(60):
        talk = Played("two-coffee-makers", "de", seed)
        talk.say("recommend_product", text="Die Mokina S, 15 cm schmal.")
        talk.say("greet")
        assert "das dritte Mal" not in talk.step.text


def test_a_promise_of_something_else_is_no_yes() -> None:
    talk = Played("order-check")
    talk.say("confirm_order")
    talk.say("agree", "violate_false_promise")
    assert talk.status("change-variant") == "asked"


def test_advice_without_a_reason_is_doubted_once() -> None:
    talk = Played("ski-jacket")
    talk.say("inform_size_advice", text="Take M, everybody takes M.")
    assert talk.reacts("on_what_basis")
    assert talk.status("which-size") == "asked"
    talk.say("inform_size_advice", text="Take M, really.")
    assert talk.status("which-size") == "met"


def test_an_offer_that_a_breach_spoils_is_not_called_passed_over() -> None:
    talk = haggling()
    talk.say("offer_discount", "violate_off_platform_payment", text="10 % off if you pay me by PayPal.")
    assert talk.status("small-discount") == "asked"
    assert talk.step.state.needs["small-discount"].pressed == 0
    assert talk.reacts("suspicious")


def test_a_letter_thanks_once_for_several_points() -> None:
    talk = Played("blender-stopped")
    talk.say("offer_repair", "inform_usage_help", "offer_return_label")
    assert talk.reacts("all_answered")
    assert not talk.thanks


def test_advice_after_a_question_needs_no_number() -> None:
    talk = Played("ski-jacket")
    talk.say("ask_variant")
    talk.say("inform_size_advice", text="Then take M.")
    assert talk.status("which-size") == "met"


def test_a_doubted_claim_does_not_undo_the_advice_and_is_not_thanked_for() -> None:
    talk = Played("happy-cat")
    talk.say("recommend_product", "violate_misleading_claim")
    assert talk.reacts("doubts_claim")
    assert talk.status("what-goes-with-it") == "met"
    assert not talk.thanks


def test_thanks_are_given_before_what_was_asked_is_told() -> None:
    talk = Played("order-check")
    step = talk.say("confirm_order", "ask_address")
    said = [fixed(line.text) for use in talk.scenario.facts for line in use.lines["en"]]
    told = min(step.text.find(words) for words in said if words in step.text)
    slots = talk.scenario.talk["thanks_for_help"].lines["en"]
    met = [fixed(line.text) for bands in slots.values() for band in bands.values() for line in band]
    assert min(step.text.find(words) for words in met if words in step.text) < told


def test_who_argues_over_an_offer_gives_no_thanks_beside_it() -> None:
    talk = Played("cracked-lamp")
    talk.say("offer_replacement", "offer_partial_refund", text="You get a new one and 5 % back.")
    assert talk.status("damaged") == "met"
    assert talk.status("compensation") == "asked"
    assert not talk.thanks


def test_who_is_asked_for_a_wish_says_it() -> None:
    talk = Played("answered-in-public", "de")
    talk.say("offer_replacement")
    assert talk.status("compensation") == "asked"
    talk.say("escalate", "ask_preferred_solution")
    assert talk.says("compensation", "raise")


def test_a_choice_of_remedies_is_answered() -> None:
    talk = Played("blender-stopped")
    talk.say("offer_replacement", "offer_repair")
    assert "wish" in talk.step.state.told
    one = Played("blender-stopped")
    one.say("offer_replacement")
    assert "wish" not in one.step.state.told


def test_an_invitation_to_order_is_taken_up_at_the_end() -> None:
    talk = Played("two-coffee-makers")
    talk.say("recommend_product")
    talk.say("inform_usage_help")
    talk.say("inform_shipping_cost")
    assert talk.step.state.closing
    talk.say("close_sale")
    assert talk.reacts("takes_it")
    assert talk.step.ended == "satisfied"


def test_two_buyers_of_one_place_take_turns_by_seed() -> None:
    scenario = shipped()["mx-marketplace"]
    names = [scenario.variant("es", seed=seed).buyer.name for seed in range(4)]
    assert len(set(names)) == 2
    assert names[:2] == names[2:]


def test_a_talk_goes_on_with_the_buyer_who_began_it() -> None:
    scenario = shipped()["mx-marketplace"]
    casting = Casting("es", scenario.variant("es"), 1, date(2026, 11, 26))
    step = engine.begin(scenario, casting)
    assert engine.casting_of(scenario, step.state).variant == casting.variant


def test_a_need_speaks_in_the_words_of_its_scenario() -> None:
    texts = {Played("uk-reject", "en", seed).step.text for seed in range(3)}
    assert texts
    need = next(use.need for use in shipped()["uk-reject"].needs if use.id == "where-is-refund")
    raised = [line for band in need.lines["en"]["raise"].values() for line in band]
    assert all("first" in line.text for line in raised)
    assert need.lines["en"]["dropped"] == shipped()["second-thoughts"].needs[1].need.lines["en"]["dropped"]


def test_a_trap_speaks_in_the_words_of_its_scenario() -> None:
    trap = shipped()["dap-bulk"].traps[0].trap
    raised = [line.text for band in trap.lines["de"]["raise"].values() for line in band]
    assert not any("Paket" in text for text in raised)
    assert trap.lines["ru"] == shipped()["us-duties"].traps[0].trap.lines["ru"]


def _lines(occasion: str, language: str) -> list[Line]:
    bands = shipped()["late-parcel"].talk[occasion].lines[language][occasion]
    return list({line.text: line for band in bands.values() for line in band}.values())


def test_what_is_still_asked_for_ends_the_turn() -> None:
    talk = haggling()
    fact = talk.scenario.facts[0]
    talk.say("offer_discount", *sorted(fact.asked_by), text="I can give 1%.")
    told = [line.text for line in fact.lines["en"] if line.text in talk.step.text]
    assert told
    assert talk.step.text.startswith(told[0])
    assert talk.says("small-discount", "too_little")


def test_who_is_asked_something_does_not_press() -> None:
    talk = Played("never-arrived")
    talk.say("inform_tracking", "ask_address")
    assert not talk.says("delivered-not-received", "again")


def test_a_refused_wish_passed_over_is_not_called_unanswered() -> None:
    talk = Played("hotel-slippers")
    need = "bulk-price"
    talk.say("decline_discount")
    assert talk.says(need, "refused")
    talk.say("greet")
    assert talk.says(need, "refused")
    assert not talk.says(need, "again")


def test_the_lines_of_a_turn_are_of_one_mood() -> None:
    """The insult leaves the buyer annoyed, and passing over the question besides angry."""
    talk = Played("late-parcel")
    talk.step = replace(talk.step, state=replace(talk.step.state, mood=0.6))
    talk.say("violate_rude")
    assert talk.step.state.band == "angry"
    lines = talk.scenario.needs[0].need.lines["en"]["again"]
    assert any(line.text in talk.step.text for line in lines["annoyed"])


def test_who_doubted_a_claim_is_not_glad_of_the_next_promise() -> None:
    talk = Played("ski-jacket")
    talk.say("violate_misleading_claim", text="It keeps out every drop for ever.")
    assert talk.reacts("doubts_claim")
    talk.say("violate_false_promise", text="It arrives tomorrow, guaranteed.")
    assert talk.status("delivery-time") != "misled"


def test_a_false_promise_tells_only_what_it_is_about() -> None:
    customs, days = Played("two-hundred-mugs"), Played("two-hundred-mugs")
    customs.say("violate_false_promise", text="You never pay customs, I promise.")
    assert customs.status("lead-time") == "open"
    days.say("violate_false_promise", text="They arrive in 3 days, I promise.")
    assert days.status("lead-time") == "misled"


def test_an_offer_that_was_taken_is_not_blamed_for_its_words() -> None:
    talk = Played("haggling-watch")
    text = "We could give you 3% off today, my dear friend."
    talk.say("offer_discount", text=text)
    assert talk.status("small-discount") == "asked"
    talk.step = replace(
        talk.step,
        state=replace(
            talk.step.state, needs={**talk.step.state.needs, "small-discount": NeedState("asked", demand=3.0)}
        ),
    )
    talk.say("offer_discount", text=text)
    assert talk.says("small-discount", "met")
    assert not talk.reacts("copy_paste")


def test_nobody_is_glad_of_a_promise_in_anger() -> None:
    talk = Played("summer-outfit")
    talk.step = replace(talk.step, state=replace(talk.step.state, mood=0.2))
    talk.say("violate_false_promise", text="It arrives tomorrow, guaranteed.")
    assert talk.status("delivery-time") == "open"


def test_a_place_in_front_of_a_line_has_a_capital() -> None:
    talk = Played("late-parcel", "es")
    voice = Voice(talk.scenario, Casting("es", talk.scenario.variant("es"), 1, date(2026, 11, 26)))
    assert voice.say(Line("{goods} no funciona.")).text[0].isupper()


@pytest.mark.parametrize(("scenario", "channel"), [("late-parcel", "chat"), ("blender-stopped", "letter")])
def test_lines_know_whether_they_are_chatted_or_written(scenario: str, channel: str) -> None:
    played_by = shipped()[scenario]
    holds = lasting(played_by, Casting("de", played_by.variant("de"), 1, date(2026, 11, 26)))
    assert holds & {"chat", "letter"} == {channel}


@pytest.mark.parametrize(("scenario", "need", "trap", "remedy"), DEMANDS)
def test_who_agrees_to_wait_does_not_threaten_in_one_breath(
    scenario: str, need: str, trap: str, remedy: str
) -> None:
    talk = played(scenario)
    talk.say("promise_follow_up", text="I will write to you within 2 days.")
    assert talk.status(need) != "met"
    assert talk.status(trap) == "open"
    assert remedy


def test_no_day_can_be_named_is_no_answer_to_when() -> None:
    talk = Played("ski-jacket")
    talk.say("ask_variant")
    talk.say("inform_size_advice", text="With 96 cm take M.")
    talk.say("inform_specification", text="No nickel and no latex in it.")
    talk.say("inform_shipping_time", text="An exact date cannot be promised, it depends on the carrier.")
    assert talk.status("delivery-time") == "asked"
    talk.say("inform_shipping_time", text="It takes 6 to 9 days.")
    assert talk.status("delivery-time") == "met"


def test_who_is_not_content_gives_no_warm_thanks_at_the_close() -> None:
    for seed in range(20):
        talk = Played("cracked-lamp", "en", seed)
        talk.say("offer_replacement")
        while not (talk.step.state.closing or talk.step.ended):
            talk.say("decline_request")
        warm = talk.scenario.talk["closing"].lines["en"]["closing"]["calm"]
        assert talk.step.ended or not any(line.text in talk.step.text for line in warm)


def test_a_review_deal_that_was_refused_is_not_taken_up_from_the_shop() -> None:
    talk = Played("answered-in-public")
    talk.say("offer_replacement")
    talk.say("offer_partial_refund", text="I can pay back 5% of the price to you today.")
    assert talk.status("review-for-refund") == "set"
    talk.say("decline_review_deal")
    assert talk.status("review-for-refund") == "declined"
    talk.say("violate_incentivised_review")
    assert talk.status("review-for-refund") == "declined"
    assert talk.reacts("no_review_deal")


def test_offers_for_many_move_nobody_who_wants_one() -> None:
    talk = haggling()
    talk.say("offer_bulk_price", text="From 200 units each one is 20 % cheaper.")
    assert talk.step.state.needs["small-discount"].offers == 0


def test_a_demand_is_pressed_by_its_figure_once_an_offer_was_made() -> None:
    talk = haggling()
    talk.say("offer_discount", text="I can give you 3 % off.")
    talk.say("thank")
    assert talk.says("small-discount", "counter")
    assert not talk.says("small-discount", "again")


def test_who_says_which_remedy_it_is_to_be_gives_no_thanks_beside_it() -> None:
    talk = Played("wrong-bag")
    talk.say("offer_full_refund", "ask_preferred_solution")
    assert "wish" in talk.step.state.told
    assert talk.status("wrong-item") == "met"
    assert not talk.thanks
    assert not talk.step.state.closing
    talk.say("promise_dispatch")
    assert talk.thanks


@pytest.mark.parametrize(("refused", "status"), [(0.8, "asked"), (0.4, "met")])
def test_what_a_clause_more_surely_refuses_it_does_not_state(refused: float, status: str) -> None:
    talk = Played("half-a-bookshelf")
    talk.say("offer_replacement")
    while talk.status("invoice") == "open":
        talk.say("offer_further_help")
    text = "We don't issue invoices."
    acts = (HeardAct("inform_invoice", 0.5, 0, len(text)), HeardAct("decline_request", refused, 0, len(text)))
    talk.hear(replace(heard(text=text, language="en"), acts=acts))
    assert talk.status("invoice") == status


def test_an_offer_of_money_that_met_one_need_opens_the_bargain_over_another() -> None:
    talk = Played("answered-in-public")
    talk.say_clauses(("offer_partial_refund", "We give you 5% back for the trouble in your review."))
    assert talk.status("answered-in-public") == "met"
    assert talk.step.state.needs["compensation"].offers == 1


def test_nobody_asks_for_an_invoice_after_all_the_money_came_back() -> None:
    talk = Played("half-a-bookshelf")
    talk.say("offer_full_refund")
    assert talk.status("invoice") == "met"
    assert not talk.says("invoice", "raise")


def test_another_remedy_than_the_one_wished_for_is_taken_for_want_of_a_better() -> None:
    wished = Played("boots-too-tight")
    wished.say("ask_preferred_solution")
    wished.say("offer_full_refund")
    assert wished.reacts("concedes")
    assert not wished.thanks
    chosen = Played("boots-too-tight")
    chosen.say("offer_full_refund", "ask_preferred_solution")
    chosen.say("offer_full_refund")
    assert chosen.reacts("concedes")


def test_the_remedy_wished_for_is_thanked_for_and_so_is_any_where_none_was_named() -> None:
    wished = Played("boots-too-tight")
    wished.say("ask_preferred_solution")
    wished.say("offer_replacement")
    assert wished.thanks
    unasked = Played("boots-too-tight")
    unasked.say("offer_full_refund")
    assert unasked.thanks


@pytest.mark.parametrize(
    ("passed_over_by", "humble"), [("acknowledge", True), ("violate_blame_buyer", False)]
)
def test_a_kind_answer_to_an_insult_shames_nobody_who_was_blamed_before(
    passed_over_by: str, humble: bool
) -> None:
    talk = Played("blender-stopped")
    talk.say(passed_over_by)
    assert talk.status("insult") == "set"
    talk.say("apologise", "offer_repair")
    assert talk.status("insult") == "declined"
    assert talk.says("insult", "declined") is humble
