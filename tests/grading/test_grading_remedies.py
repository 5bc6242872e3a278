"""Remedies: fitting, not less than the buyer's right, not more than the agent's authority."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.grading.checks import remedies as check
from tests.grading.talks import SHEET, agent, buyer, talk

VALUE = {"order_value": {"amount": 40.0, "currency": "EUR"}}
COMPLAINS = buyer("Mein Paket ist nicht da. Wo ist es?", "complaint", "question")
OFFER = agent("Wir erstatten Ihnen 10 %.", "offer_partial_refund")


def test_trouble_wants_a_remedy() -> None:
    assert check.remedy_offered(talk(COMPLAINS, OFFER)).verdict == "yes"
    assert check.remedy_offered(talk(COMPLAINS, agent("Schade.", "empathise"))).verdict == "no"
    assert check.remedy_offered(talk(buyer("Hallo", "greet"), OFFER)).verdict == "na"


SEARCH = "Ich lasse heute beim Zusteller nach Ihrer Sendung suchen und schreibe Ihnen morgen."


@pytest.mark.parametrize(
    ("complaint", "context", "text", "verdict"),
    [
        ("Mein Paket ist noch nicht angekommen.", {}, SEARCH, "yes"),
        ("My parcel hasn't arrived.", {}, SEARCH, "yes"),
        ("Моя посылка до сих пор не пришла.", {}, SEARCH, "yes"),
        ("Mi paquete todavía no ha llegado.", {}, SEARCH, "yes"),
        ("Das dauert.", {"shipped": True, "delivered": False}, SEARCH, "yes"),
        ("Mein Paket ist noch nicht angekommen.", {}, "Ich lasse danach suchen.", "no"),
        ("Der Bagger ist kaputt.", {}, SEARCH, "no"),
    ],
)
def test_to_follow_up_a_late_parcel_by_a_time_is_a_remedy(
    complaint: str, context: dict[str, bool], text: str, verdict: str
) -> None:
    said = buyer(complaint, "complaint"), agent(text, "promise_follow_up")
    assert check.remedy_offered(talk(*said, context=context)).verdict == verdict
    assert check.remedy_offered(talk(*said, context=context, sheet=SHEET)).verdict == "no"


@pytest.mark.parametrize(
    ("text", "act", "verdict"),
    [
        ("Wir erstatten Ihnen 10 %.", "offer_partial_refund", "yes"),
        ("Wir erstatten Ihnen 30 %.", "offer_partial_refund", "no"),
        ("Wir erstatten Ihnen 12 €.", "offer_partial_refund", "no"),
        ("Wir erstatten Ihnen alles.", "offer_full_refund", "no"),
        ("Wir senden es neu.", "offer_replacement", "no"),
    ],
)
def test_authority_is_not_exceeded(text: str, act: str, verdict: str) -> None:
    judged = check.remedy_within_authority(talk(COMPLAINS, agent(text, act), sheet=SHEET, context=VALUE))
    assert judged.verdict == verdict
    if verdict == "no":
        assert judged.evidence[0].quote == text


def test_what_the_supervisor_decides_is_not_exceeded() -> None:
    asked = agent("Ich frage meine Leiterin, ob wir es neu senden.", "offer_replacement", "escalate")
    assert check.remedy_within_authority(talk(COMPLAINS, asked, sheet=SHEET)).verdict == "yes"
    assert check.remedy_within_authority(talk(COMPLAINS, asked)).verdict == "na"


def test_a_haggled_price_is_left_to_its_own_check() -> None:
    gives = agent("Ich gebe Ihnen 30 % Nachlass.", "offer_discount")
    judged = check.remedy_within_authority(talk(COMPLAINS, gives, sheet=replace(SHEET, haggled=True)))
    assert judged.verdict == "na"


BROKEN = buyer("Der Bagger ist nach zwei Monaten kaputt.", "complaint")
DEFECT = replace(SHEET, right="guarantee")
VOUCHER = agent("Sie bekommen einen Gutschein über 5 €.", "offer_discount")


def test_a_right_is_granted() -> None:
    repair = agent("Wir reparieren ihn kostenlos.", "offer_repair")
    judged = check.remedy_lawful(talk(BROKEN, repair, sheet=DEFECT))
    assert judged.verdict == "yes"
    assert judged.evidence[0].quote == "Wir reparieren ihn kostenlos."


def test_compensation_is_no_substitute_for_a_right() -> None:
    judged = check.remedy_lawful(talk(BROKEN, VOUCHER, sheet=DEFECT))
    assert judged.verdict == "no"
    assert judged.rule is not None
    assert judged.rule.id == "eu-guarantee"
    assert judged.reason == check.LESS_THAN["guarantee"]


@pytest.mark.parametrize(
    ("act", "rule"), [("violate_deny_legal_right", "rights-stand"), ("violate_extra_charge", "agreed-price")]
)
def test_who_withholds_a_right_grants_less_whatever_comes_after(act: str, rule: str) -> None:
    withheld = agent("Das zahlen Sie selbst, Rechte haben Sie keine.", act)
    later = agent("Dann eben ein neuer.", "offer_replacement")
    judged = check.remedy_lawful(talk(BROKEN, withheld, later, sheet=DEFECT))
    assert judged.verdict == "no"
    assert judged.rule is not None
    assert judged.rule.id == rule


def test_less_is_lawful_where_the_buyer_asks_for_it_or_others_decide() -> None:
    bargains = buyer("Ich behalte ihn für 20 % weniger.", "bargain")
    assert check.remedy_lawful(talk(BROKEN, bargains, VOUCHER, sheet=DEFECT)).verdict == "na"
    passed = agent("Über mehr entscheidet meine Leiterin bis morgen.", "escalate")
    assert check.remedy_lawful(talk(BROKEN, VOUCHER, passed, sheet=DEFECT)).verdict == "na"


def test_a_right_that_the_law_excludes_is_not_owed() -> None:
    late = {"days_since_delivery": 20}
    withdrawal = replace(SHEET, right="withdrawal")
    assert check.remedy_lawful(talk(BROKEN, VOUCHER, sheet=withdrawal, context=late)).verdict == "na"
    assert check.remedy_lawful(talk(BROKEN, VOUCHER, sheet=withdrawal)).verdict == "no"


def test_in_real_talk_the_buyer_names_the_right() -> None:
    claims = buyer("Ich widerrufe den Kauf.", "claim_right")
    accepted = agent("Ihren Widerruf bestätige ich.", "confirm_cancellation")
    assert check.remedy_lawful(talk(claims, accepted)).verdict == "yes"
    assert check.remedy_lawful(talk(claims, VOUCHER)).verdict == "na"
    denied = agent("Nach dem Auspacken gibt es keinen Widerruf.", "violate_deny_legal_right")
    assert check.remedy_lawful(talk(claims, denied, accepted)).verdict == "na"
    assert check.remedy_lawful(talk(BROKEN, VOUCHER)).verdict == "na"
