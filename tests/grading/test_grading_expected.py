"""What a scenario expects of a good agent is judged, each fault once."""

from __future__ import annotations

from dataclasses import replace

from bot.content.contract import acts
from bot.core.transcript import Move
from bot.grading.checks import expected as check
from tests.grading.talks import SHEET, agent, buyer, talk

BROKEN = buyer("Der Bagger ist kaputt.", "complaint")
PHOTO = agent("Können Sie mir ein Foto schicken?", "ask_evidence")
WHERE = agent("An welche Adresse darf ich senden?", "ask_address")
REPLACE = agent("Wir senden Ihnen einen neuen.", "offer_replacement")
PASSED = agent("Das entscheidet meine Leiterin, ich frage sie heute.", "escalate")

CASE = replace(SHEET, ask=("ask_address", "ask_evidence"), evidence=True, escalate=True)


def test_every_needed_fact_is_asked_for_once_in_the_talk() -> None:
    sheet = replace(CASE, evidence=False)
    assert check.needed_facts_asked(talk(BROKEN, PHOTO, WHERE, sheet=sheet)).verdict == "yes"
    judged = check.needed_facts_asked(talk(BROKEN, PHOTO, REPLACE, sheet=sheet))
    assert judged.verdict == "no"
    assert judged.reason == {"zh": "没有问：收货地址", "en": "not asked for: the address"}
    assert judged.evidence[0].turn == 1
    assert judged.evidence[0].quote is None


def test_a_case_in_which_every_need_is_met_hung_on_nothing_left_unasked() -> None:
    sheet = replace(CASE, evidence=False)
    takes = [Move("accept", need=need) for need in sheet.needs]
    settled = talk(BROKEN, PHOTO, REPLACE, buyer("Gut.", *takes), sheet=sheet)
    assert check.needed_facts_asked(settled).verdict == "yes"
    half = talk(BROKEN, PHOTO, REPLACE, buyer("Gut.", takes[0]), sheet=sheet)
    assert check.needed_facts_asked(half).verdict == "no"


def test_missing_evidence_breaks_one_check_only() -> None:
    of = talk(BROKEN, WHERE, REPLACE, sheet=CASE)
    assert check.needed_facts_asked(of).verdict == "yes"
    assert check.evidence_asked_when_due(of).verdict == "no"


def test_evidence_comes_before_what_it_decides() -> None:
    assert check.evidence_asked_when_due(talk(BROKEN, PHOTO, REPLACE, sheet=CASE)).verdict == "yes"
    late = check.evidence_asked_when_due(talk(BROKEN, REPLACE, PHOTO, sheet=CASE))
    assert late.verdict == "no"
    assert late.evidence[0].quote == "Wir senden Ihnen einen neuen."
    both = agent("Foto? Dann ein neuer.", "ask_evidence", "offer_replacement")
    assert check.evidence_asked_when_due(talk(BROKEN, both, sheet=CASE)).verdict == "yes"


def test_what_must_be_passed_on_is_passed_on() -> None:
    assert check.escalated_when_due(talk(BROKEN, WHERE, PASSED, sheet=CASE)).verdict == "yes"
    kept_back = check.escalated_when_due(talk(BROKEN, WHERE, REPLACE, sheet=CASE))
    assert kept_back.verdict == "no"
    assert kept_back.evidence[0].turn == 2


def test_a_fact_that_another_check_asks_for_is_left_to_it() -> None:
    sheet = replace(CASE, ask=("ask_address", "ask_needs"), confirm=("ask_address",), explore=True)
    assert check.needed_facts_asked(talk(BROKEN, REPLACE, sheet=sheet)).verdict == "na"


OPEN = replace(SHEET, confirm=("ask_address", "ask_variant"))
SENDS = agent("Gut, wir versenden morgen.", "promise_dispatch")


def test_open_details_are_asked_for_or_the_order_is_repeated() -> None:
    colour = agent("In welcher Farbe?", "ask_variant")
    summary = agent("Eine Jacke in Rot an den Birkenweg 31. Stimmt das so?", "ask_confirmation")
    assert check.order_details_confirmed(talk(BROKEN, WHERE, colour, SENDS, sheet=OPEN)).verdict == "yes"
    assert check.order_details_confirmed(talk(BROKEN, summary, SENDS, sheet=OPEN)).verdict == "yes"
    judged = check.order_details_confirmed(talk(BROKEN, WHERE, SENDS, sheet=OPEN))
    assert judged.verdict == "no"
    assert judged.reason == {"zh": "没有确认：型号、尺寸或颜色", "en": "not confirmed: model, size or colour"}
    assert judged.evidence[0].quote == "Gut, wir versenden morgen."
    assert check.order_details_confirmed(talk(BROKEN, summary, stage="in_sales")).verdict == "yes"
    assert check.order_details_confirmed(talk(BROKEN, SENDS, stage="in_sales")).verdict == "na"


def test_what_no_scenario_expects_is_not_judged() -> None:
    for judge in check.JUDGES.values():
        assert judge(talk(BROKEN, REPLACE)).verdict == "na"
        assert judge(talk(BROKEN, REPLACE, sheet=SHEET)).verdict == "na"
        assert judge(talk(BROKEN, sheet=CASE)).verdict == "na"


def test_acts_that_ask_are_named_in_words() -> None:
    assert {act for act, group in acts().items() if group == "ask"} == set(check.ASKED_FOR)
