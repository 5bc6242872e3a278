"""Sales: explored, advised, defended, closed, invited back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.transcript import Move
from bot.grading.checks import sales as check
from bot.grading.checks.haggling import price_held
from bot.grading.talk import Talk
from tests.grading.talks import SHEET, agent, buyer, talk

WANTS = buyer("Welche Jacke soll ich nehmen?", "question")
HAGGLES = buyer("Das ist zu teuer, ich dachte an 20 % weniger.", "bargain")
PRICE = {"order_value": {"amount": 40.0, "currency": "EUR"}, "paid": False}
ASKS = agent("Wofür brauchen Sie sie?", "ask_needs")
ADVISES = agent("Ich empfehle Ihnen Größe L.", "inform_size_advice")
CASE = replace(
    SHEET,
    needs=("which-size",),
    explore=True,
    close_sale=True,
    invite_back=True,
    advice={"fits": {"de": ["L"]}, "unfit": {"de": ["M", "Hängematte"]}},
    haggled=True,
    sums={"value": {"EUR": 40.0}},
    authority={"discount_percent": 10},
)


def selling(*turns: tuple[object, ...], stage: str = "pre_sales", sheet: object = CASE) -> Talk:
    return talk(*turns, sheet=sheet, context=PRICE, stage=stage)  # type: ignore[arg-type]


def test_the_need_is_explored_before_advice() -> None:
    assert check.need_explored(selling(WANTS, ASKS, ADVISES)).verdict == "yes"
    early = check.need_explored(selling(WANTS, ADVISES, ASKS))
    assert early.verdict == "no"
    assert early.evidence[0].quote == "Ich empfehle Ihnen Größe L."
    both = agent("Wofür? Sonst rate ich zu L.", "ask_needs", "recommend_product")
    assert check.need_explored(selling(WANTS, both)).verdict == "yes"


def test_who_asks_and_advises_nothing_has_not_explored() -> None:
    judged = check.need_explored(selling(WANTS, agent("Steht alles auf der Seite.", "inform_specification")))
    assert judged.verdict == "no"
    assert judged.evidence[0].quote is None


def test_without_a_scenario_only_an_explored_need_is_judged() -> None:
    assert check.need_explored(selling(WANTS, ASKS, ADVISES, sheet=None)).verdict == "yes"
    assert check.need_explored(selling(WANTS, ADVISES, sheet=None)).verdict == "na"
    assert check.need_explored(selling(WANTS, ADVISES, sheet=SHEET)).verdict == "na"
    assert check.need_explored(selling(WANTS, ADVISES, stage="after_sales")).verdict == "na"


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (["Nehmen Sie L."], "yes"),
        (["Nehmen Sie M."], "no"),
        (["M wäre zu eng, nehmen Sie L."], "yes"),
        (["M wäre zu eng.", "L passt."], "yes"),
        (["Die HÄNGEMATTE ist schön."], "no"),
        (["Nehmen Sie die kleine, die mag man."], "na"),
    ],
)
def test_advice_fits_by_the_names_of_the_scenario(texts: list[str], verdict: str) -> None:
    advised = [agent(text, "recommend_product") for text in texts]
    assert check.advice_fits(selling(WANTS, *advised)).verdict == verdict


def test_naming_a_misfit_elsewhere_is_no_advice() -> None:
    told = agent("In M ist sie ausverkauft.", "inform_stock")
    assert check.advice_fits(selling(WANTS, told)).verdict == "na"
    assert check.advice_fits(selling(WANTS, ADVISES, sheet=SHEET)).verdict == "na"


@pytest.mark.parametrize(
    ("texts", "verdict", "share"),
    [
        (["Ich gebe 5 %.", "Wenn Sie heute bestellen, 10 %."], "yes", 1.0),
        (["Ich gebe 10 %, wenn Sie zwei nehmen."], "yes", 0.75),
        (["Ich gebe 5 %."], "yes", 0.75),
        (["Ich gebe 10 %."], "yes", 0.5),
        (["Statt der 20 % gebe ich 5 %, wenn Sie zwei nehmen."], "yes", 1.0),
        (["Ich gebe 5 %.", "Wenn Sie heute bestellen, 15 %."], "no", 0.0),
        (["Ich lasse sie Ihnen für 38 €, wenn Sie zwei nehmen."], "yes", 1.0),
        (["Ich lasse sie Ihnen für 30 €, wenn Sie zwei nehmen."], "no", 0.0),
    ],
)
def test_a_price_is_held_in_steps_and_against_something(texts: list[str], verdict: str, share: float) -> None:
    judged = price_held(selling(HAGGLES, *(agent(text, "offer_discount") for text in texts)))
    assert (judged.verdict, judged.share) == (verdict, share)
    assert bool(judged.evidence) == (share < 1)


def test_a_flat_refusal_holds_the_price_and_offers_nothing() -> None:
    refused = price_held(selling(HAGGLES, agent("Das geht nicht.", "decline_discount")))
    assert (refused.verdict, refused.share) == ("yes", 0.75)


def test_a_price_nobody_haggles_over_is_not_judged() -> None:
    assert price_held(selling(WANTS, ASKS)).verdict == "na"
    assert price_held(selling(HAGGLES, ASKS, sheet=replace(CASE, haggled=False))).verdict == "na"
    assert price_held(selling(HAGGLES, ASKS, sheet=None)).verdict == "na"


READY = buyer("Gut, dann nehme ich L.", Move("accept", need="which-size"))
PARTS = agent("Auf Wiedersehen!", "farewell")


def test_a_ready_buyer_is_invited_to_order() -> None:
    closing = agent("Legen Sie sie gleich in den Warenkorb.", "close_sale")
    assert check.order_asked_for(selling(WANTS, ADVISES, READY, closing)).verdict == "yes"
    left = check.order_asked_for(selling(WANTS, ADVISES, READY, PARTS))
    assert left.verdict == "no"
    assert left.evidence[0].turn == 3


def test_nobody_is_pressed_who_is_not_ready_or_has_ordered() -> None:
    assert check.order_asked_for(selling(WANTS, ADVISES, PARTS)).verdict == "na"
    assert check.order_asked_for(selling(WANTS, ADVISES, READY)).verdict == "na"
    assert check.order_asked_for(selling(WANTS, READY, PARTS, sheet=SHEET)).verdict == "na"
    assert check.order_asked_for(selling(WANTS, READY, PARTS, sheet=None)).verdict == "na"
    paid = talk(WANTS, READY, PARTS, sheet=CASE, context={"paid": True})
    assert check.order_asked_for(paid).verdict == "na"


@pytest.mark.parametrize(
    ("text", "act", "verdict"),
    [
        ("Wie schmeckt der Tee?", "invite_back", "yes"),
        ("Ich schreibe Ihnen, wenn er da ist.", "promise_follow_up", "yes"),
        ("Danke und bis bald!", "farewell", "yes"),
        ("Auf Wiedersehen!", "farewell", "no"),
        ("Kaufen Sie gleich noch die neue Kanne!", "violate_unsolicited_marketing", "no"),
    ],
)
def test_an_old_customer_is_invited_back(text: str, act: str, verdict: str) -> None:
    of = selling(WANTS, agent(text, act), stage="relationship")
    assert check.return_visit_invited(of).verdict == verdict


def test_advertising_is_no_invitation() -> None:
    pushed = agent("Kommen Sie wieder, heute 20 % auf alles!", "invite_back", "violate_unsolicited_marketing")
    assert check.return_visit_invited(selling(WANTS, pushed, stage="relationship")).verdict == "no"


def test_only_an_old_customer_is_invited_back_and_only_where_it_is_due() -> None:
    assert check.return_visit_invited(selling(WANTS, PARTS)).verdict == "na"
    for sheet in (SHEET, None):
        assert (
            check.return_visit_invited(selling(WANTS, PARTS, stage="relationship", sheet=sheet)).verdict
            == "na"
        )
