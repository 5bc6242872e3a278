"""A statement about another matter than the one asked about is no answer."""

from __future__ import annotations

import pytest

from bot.buyer.matters import matters_named, naming
from bot.core.words import Language
from tests.buyer.talks import Played
from tests.shipped import scenarios as shipped

BESIDE: list[tuple[str, Language, str, str]] = [
    ("drone-abroad", "en", "plug-and-voltage", "It measures 30 by 20 centimetres."),
    ("drone-abroad", "de", "plug-and-voltage", "Die Maße betragen 30 mal 20 Zentimeter."),
    (
        "two-coffee-makers",
        "es",
        "compare-two-models",
        "Lleva el marcado CE y una declaración de conformidad.",
    ),
    ("brake-pads", "ru", "will-it-fit", "В комплект входят сам товар, кабель и инструкция."),
]


@pytest.mark.parametrize(("scenario", "language", "need", "statement"), BESIDE)
def test_who_speaks_of_something_else_is_asked_again(
    scenario: str, language: Language, need: str, statement: str
) -> None:
    talk = Played(scenario, language)
    assert talk.status(need) == "asked"
    talk.say("inform_specification", text=statement)
    assert talk.status(need) == "asked"
    assert talk.says(need, "again")


@pytest.mark.parametrize(
    ("scenario", "language", "need", "statement"),
    [
        ("drone-abroad", "en", "plug-and-voltage", "It takes 220 volts and measures 30 by 20 centimetres."),
        ("drone-abroad", "de", "plug-and-voltage", "Das klappt bei Ihnen, 100 Prozent wie gewünscht."),
        ("brake-pads", "ru", "will-it-fit", "Да, колодки подойдут на вашу модель."),
    ],
)
def test_a_statement_that_names_the_matter_or_none_is_an_answer(
    scenario: str, language: Language, need: str, statement: str
) -> None:
    talk = Played(scenario, language)
    talk.say("inform_specification", text=statement)
    assert talk.status(need) == "met"


def test_the_contents_of_the_box_say_nothing_of_the_brand() -> None:
    talk = Played("brake-pads")
    talk.say("inform_specification", text="Yes, they fit your model.")
    assert talk.status("is-it-original") == "set"
    talk.say("inform_specification", text="The package contains four pads and a manual.")
    assert talk.status("is-it-original") == "set"
    talk.say("inform_specification", text="They are no original parts but our own brand.")
    assert talk.status("is-it-original") == "declined"


def test_short_words_open_a_word_and_long_ones_stand_anywhere_in_it() -> None:
    matters = {"size": {"de": naming(["cm", "größe"])}}
    assert matters_named("Es hat 30cm.", "de", matters) == {"size"}
    assert matters_named("in Schuhgroesse, Verzeihung: SCHUHGRÖSSE 42", "de", matters) == {"size"}
    assert not matters_named("Wir nehmen Acme.", "de", matters)
    assert naming(["größe"]).found_in("schuhgrosse")
    assert not naming(["größe"]).found_in("")
    assert naming(["cm"]).found_in("30cm")


def test_every_matter_that_needs_and_traps_name_has_words() -> None:
    for scenario in shipped().values():
        named = [use.need.about for use in scenario.needs] + [use.trap.about for use in scenario.traps]
        assert frozenset().union(*named) <= scenario.matters.keys()


@pytest.mark.parametrize(
    ("promise", "stands"),
    [
        ("I swear it will never break, not once.", "open"),
        ("There will never be any customs duties for you.", "misled"),
    ],
)
def test_who_has_not_asked_yet_is_misled_only_by_words_on_the_matter(promise: str, stands: str) -> None:
    talk = Played("drone-abroad")
    talk.say("violate_false_promise", text=promise)
    assert talk.status("customs-cost") == stands


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I have changed the size to M for you.", "asked"),
        ("As requested, the quantity has been corrected.", "asked"),
        ("I have changed it as you asked.", "met"),
        ("I have changed the address to the new street.", "met"),
    ],
)
def test_another_size_is_no_other_address(text: str, status: str) -> None:
    talk = Played("moved-house")
    assert talk.status("change-address") == "asked"
    talk.say("confirm_change", text=text)
    assert talk.status("change-address") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bank transfers outside the platform are off limits for us.", "set"),
        ("We may only talk to you here, not on WhatsApp.", "declined"),
        ("That is not allowed, I am sorry.", "declined"),
    ],
)
def test_who_refuses_a_bank_transfer_has_not_refused_to_chat_elsewhere(text: str, status: str) -> None:
    talk = Played("moved-house")
    talk.say("confirm_change", text="Your address is changed.")
    assert talk.status("other-channel") == "set"
    talk.say("decline_off_platform", text=text)
    assert talk.status("other-channel") == status


def test_who_has_no_parcel_in_hand_believes_no_delivery() -> None:
    talk = Played("late-parcel")
    talk.say("inform_tracking", text="The tracking page says delivered and left in a safe place.")
    assert talk.status("where-is-parcel") == "asked"
    talk.say("inform_tracking", text="Your parcel is at the depot in Leipzig.")
    assert talk.status("where-is-parcel") == "met"


def test_a_promise_of_a_day_tells_nothing_of_customs() -> None:
    talk = Played("us-duties")
    assert talk.status("customs-cost") == "asked"
    for text in ("You can be sure that it comes on Friday.", "The delivery cannot possibly be late."):
        talk.say("violate_false_promise", text=text)
        assert talk.status("customs-cost") == "asked"
    talk.say("violate_false_promise", text="You will never pay any duty, I promise.")
    assert talk.status("customs-cost") == "misled"


def test_a_right_to_withdraw_says_who_pays_only_where_it_names_the_costs() -> None:
    talk = Played("uk-reject")
    talk.say("inform_withdrawal_right", text="You may change your mind within two weeks.")
    assert talk.status("return-costs") != "met"


def test_a_lifetime_of_good_work_is_no_day_of_delivery() -> None:
    talk = Played("camping-trip")
    asked = next(need for need, now in talk.step.state.needs.items() if now.status == "asked")
    talk.say("violate_false_promise", text="It will be in perfect working order for the rest of your life.")
    assert talk.status(asked) == "asked"


def test_a_payment_that_failed_declines_no_payment_outside() -> None:
    talk = Played("payment-refused")
    talk.say("ask_problem_details", text="What does the page say when you pay?")
    assert talk.status("pay-outside") == "set"
    talk.say("inform_payment", text="Your bank declined the payment.")
    assert talk.status("pay-outside") == "set"


def test_who_is_asked_for_a_solution_and_has_none_leaves_it_to_the_shop() -> None:
    talk = Played("payment-refused")
    talk.say("ask_preferred_solution", text="How shall we make things right for you?")
    assert talk.reacts("leaves_it_to_you")


def test_another_article_says_nothing_of_the_plug_unless_it_names_it() -> None:
    talk = Played("drone-abroad")
    talk.say("offer_alternative", text="We have a comparable product in its place.")
    assert talk.status("plug-and-voltage") == "asked"
    talk.say("offer_alternative", text="Take the version with the EU plug instead.")
    assert talk.status("plug-and-voltage") == "met"


def test_safe_card_data_explain_no_failed_payment() -> None:
    talk = Played("payment-refused")
    talk.say("inform_payment", text="Card data are encrypted, we see none of them.")
    assert talk.status("payment-failed") == "asked"
    talk.say("inform_payment", text="Your bank declined it; please try another card.")
    assert talk.status("payment-failed") == "met"


def test_the_price_of_delivery_joins_no_orders() -> None:
    talk = Played("camping-trip")
    while talk.status("combine-orders") != "asked":
        talk.say("inform_shipping_time", text="Express takes 2 days.")
    talk.say("inform_shipping_cost", text="Shipping costs 3.50.")
    assert talk.status("combine-orders") == "asked"
    talk.say("inform_shipping_cost", text="Both orders together cost 3.50 to ship.")
    assert talk.status("combine-orders") == "met"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("You will hear from me tomorrow.", "asked"),
        ("I will write to you as soon as the shade is back in stock.", "met"),
    ],
)
def test_word_to_come_meets_a_wish_for_notice_only_where_it_names_it(words: str, status: str) -> None:
    talk = Played("too-many-messages")
    talk.say("promise_follow_up", text=words)
    assert talk.status("restock-notice") == status


@pytest.mark.parametrize(
    ("scenario", "need", "act", "words"),
    [
        ("hotel-slippers", "customisation", "offer_alternative", "You could have them in another colour."),
        ("moved-house", "delivery-wish", "confirm_change", "The new address is saved."),
    ],
)
def test_what_speaks_of_something_like_it_is_no_answer(
    scenario: str, need: str, act: str, words: str
) -> None:
    talk = Played(scenario)
    while talk.status(need) == "open":
        talk.say(
            "inform_order_status", "confirm_change", text="The address is changed, it leaves on the 3rd."
        )
    talk.say(act, text=words)
    assert talk.status(need) == "asked"


@pytest.mark.parametrize(
    ("language", "question", "of_a_day"),
    [
        ("en", "By when do you need it?", True),
        ("en", "Is there a deadline?", True),
        ("en", "Do you have a particular date in mind?", True),
        ("en", "What date did the last scan show?", False),
        ("en", "Which day did the parcel arrive?", False),
        ("de", "Bis wann brauchen Sie die Lampe?", True),
        ("de", "Gibt es einen festen Termin?", True),
        ("de", "Bis zu welchem Preis?", False),
        ("de", "Haben Sie das Terminal im Laden gesehen?", False),
        ("ru", "К какому числу вам нужен подарок?", True),
        ("ru", "Когда вам нужна посылка?", True),
        ("ru", "К какому автомобилю нужны колодки?", False),
        ("ru", "Какая дата на чеке?", False),
        ("es", "¿Para qué día lo necesita?", True),
        ("es", "¿Cuándo necesita el regalo?", True),
        ("es", "¿Qué diámetro tiene el tubo?", False),
        ("es", "¿Desde qué día falla?", False),
    ],
)
def test_a_question_for_the_day_of_need_is_told_from_others(
    language: Language, question: str, of_a_day: bool
) -> None:
    matters = next(iter(shipped().values())).matters
    assert ("wanted_by" in matters_named(question, language, matters)) == of_a_day
