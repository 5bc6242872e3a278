"""What a grade takes from the scenario, and what from the policy of its shop."""

from __future__ import annotations

from dataclasses import replace

from bot.buyer.scenario import SalesData
from bot.core.grade import Grade
from bot.core.heard import Heard, HeardAct
from bot.core.transcript import Move, Transcript, Turn
from bot.core.words import Channel
from bot.grading.rubric import Sales
from bot.rules.policy import Policy
from bot.rules.rule_book import RuleBook
from bot.service.grader import Grader, case_sheet
from tests.buyer.talks import late_parcel
from tests.grading.talks import rubric

POLICY = Policy(
    "lumo-toys", {"refund_percent": 10, "discount_percent": 5}, 24, addresses={"email": "a@lumo.example"}
)


class Ears:
    """Hears the state of a parcel in everything, and no move."""

    def hear_many(self, texts: list[str], languages: list[str | None]) -> list[Heard]:
        assert len(texts) == len(languages)
        told = [HeardAct("inform_tracking", 0.9, 0, len(text)) for text in texts]
        return [Heard(text, acts=(act,)) for text, act in zip(texts, told, strict=True)]

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        assert text
        assert language
        return ()


def test_the_policy_decides_what_the_scenario_leaves_open() -> None:
    scenario = replace(late_parcel(), authority={"refund_percent": 15, "replacement": False})
    sheet = case_sheet(scenario, POLICY)
    assert sheet.authority == {"refund_percent": 15, "replacement": False, "discount_percent": 5}
    assert case_sheet(replace(scenario, authority={}), POLICY).authority == POLICY.authority
    assert sheet.addresses == {"email": "a@lumo.example"}


def test_what_the_scenario_expects_reaches_the_grade() -> None:
    expects = {"ask": ["ask_address"], "evidence": True, "escalate": True, "remedy": ["offer_repair"]}
    scenario = replace(late_parcel(), rubric=replace(late_parcel().rubric, expects=expects))
    sheet = case_sheet(scenario, POLICY)
    assert (sheet.ask, sheet.evidence, sheet.escalate) == (("ask_address",), True, True)
    silent = case_sheet(replace(scenario, rubric=replace(scenario.rubric, expects={})), POLICY)
    assert (silent.ask, silent.evidence, silent.escalate) == ((), False, False)


def test_what_the_sheet_denies_and_its_days_reach_the_grade() -> None:
    expects = {"apology": True, "untrue": {"violate_false_promise": {"de": ["morgen da"]}}}
    sheet = case_sheet(replace(late_parcel(), rubric=replace(late_parcel().rubric, expects=expects)), POLICY)
    assert sheet.at_fault
    assert sheet.untrue == {"violate_false_promise": {"de": ("morgen da",)}}
    assert sheet.dates == late_parcel().order.dates


def test_the_order_reaches_the_grade() -> None:
    scenario = replace(late_parcel(), words={"second_number": {"de": "LT-2"}, "goods": {"de": "Bagger"}})
    sheet, order = case_sheet(scenario, POLICY), scenario.order
    assert sheet.numbers == {"order_number": [order.number, "LT-2"], "tracking_number": [order.tracking]}
    assert sheet.prices("EUR") == [order.value["EUR"]]
    assert sheet.dates == order.dates
    assert not sheet.haggled
    assert case_sheet(replace(scenario, context={"paid": False}), POLICY).haggled


def test_the_shops_sales_figures_come_with_the_list_price_of_a_piece() -> None:
    data = SalesData({"EUR": 600}, {"EUR": 480}, 0.2)
    order = replace(late_parcel().order, sums={"piece": {"EUR": 3.2}, "customs": {"EUR": 9}})
    sheet = case_sheet(replace(late_parcel(), sales=data, order=order), POLICY)
    assert sheet.sales == Sales({"EUR": 600}, {"EUR": 480}, 0.2, {"EUR": 3.2})
    assert case_sheet(late_parcel(), POLICY).sales is None


def test_other_sales_figures_are_another_rubric() -> None:
    made = [case_sheet(replace(late_parcel(), sales=SalesData({"EUR": t}, {}, 0.2)), POLICY) for t in (1, 2)]
    assert len({rubric().weighed(sheet).digest for sheet in made}) == 2


def grade_after(hours: float, channel: Channel, policies: tuple[Policy, ...]) -> Grade:
    """The grade of a talk whose only reply comes after so many hours."""
    grader = Grader(
        Ears(), Ears(), "ears", RuleBook((), "r", policies), rubric(), {}, {"late-parcel": late_parcel()}
    )
    turns = Turn("buyer", 0.0, "Wo ist es?"), Turn("agent", 3600 * hours, "Im Zoll.")
    talk = Transcript("t", "de", "aliexpress", "DE", channel, "after_sales", turns, scenario="late-parcel")
    return grader.grade(talk)


def points_after(hours: float, channel: Channel, policies: tuple[Policy, ...]) -> float:
    """The points for a reply after so many hours."""
    checks = grade_after(hours, channel, policies).checks
    return next(check.points for check in checks if check.id == "first_reply_in_time")


def test_a_grade_names_what_heard_and_what_decided() -> None:
    named = grade_after(20, "email", (POLICY,)).grader
    assert (named.understanding, named.rules) == ("ears", "r")


def test_a_letter_may_take_as_long_as_the_shop_promises() -> None:
    assert points_after(20, "email", (POLICY,)) == rubric().checks["first_reply_in_time"].of
    assert points_after(20, "email", ()) < points_after(20, "email", (POLICY,))
    assert points_after(20, "chat", (POLICY,)) == 0
