"""How verdicts become a grade."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.content.contract import acts, checks
from bot.content.yaml_file import schema
from bot.core.grade import Grade
from bot.core.transcript import Move
from bot.core.words import DIMENSIONS, LANGUAGES
from bot.grading.checks import JUDGES
from bot.grading.grader import grade
from bot.grading.judgement import NO_BUYER, excused
from bot.grading.talk import COURTESY, Talk
from bot.grading.wording import FITTER
from tests.grading.talks import SHEET, agent, articles, buyer, rubric, talk

COMPLAINS = buyer(
    "Mein Paket ist nicht da. Wo ist es?", "complaint", Move("question", need="where-is-parcel")
)
KIND = agent("Guten Tag Frau Weber, das tut mir leid.", "greet", "apologise")
CONTACT = agent("Schreiben Sie mir auf WhatsApp.", "violate_off_platform_contact")
OFFER = agent("Ich erstatte Ihnen 10 %.", "offer_partial_refund")
RUDE = agent("Sind Sie zu dumm zum Lesen?", "violate_rude")
VALUE = {"order_value": {"amount": 40.0, "currency": "EUR"}}


def graded(of: Talk) -> Grade:
    phrases = {(a.topic, p.id): p.texts for a in articles().values() for p in a.phrases}
    return grade(of, rubric(), phrases, "heard", "rules")


def test_at_least_sixteen_checks_three_in_each_dimension_and_all_critical_ones() -> None:
    assert len(JUDGES) >= 16
    for dimension in DIMENSIONS:
        assert sum(checks()[id].dimension == dimension for id in JUDGES) >= 3
    assert {id for id, known in checks().items() if "critical" in known.flags} <= set(JUDGES)


def test_a_grade_follows_the_contract() -> None:
    for of in (talk(COMPLAINS, KIND, CONTACT), talk(COMPLAINS), talk(KIND), talk(COMPLAINS, sheet=SHEET)):
        schema("grade").validate(json.loads(json.dumps(graded(of).to_json())))


def test_what_the_checks_lose_and_the_score_make_a_hundred() -> None:
    for of in (talk(COMPLAINS, KIND, OFFER), talk(KIND, COMPLAINS), talk(COMPLAINS, sheet=SHEET)):
        found = graded(of)
        assert found.score is not None
        assert found.cap is None
        assert sum(check.lost for check in found.checks) == pytest.approx(100 - found.score, abs=0.006)
        for check in found.checks:
            assert (check.lost > 0) == (check.verdict != "na" and check.points < check.of)


def test_points_add_up_to_the_score() -> None:
    found = graded(talk(COMPLAINS, KIND, OFFER))
    parts = []
    for dimension, part in found.dimensions.items():
        judged = [c for c in found.checks if c.dimension == dimension and c.verdict != "na"]
        assert part.score == pytest.approx(
            100 * sum(c.points for c in judged) / sum(c.of for c in judged), abs=0.01
        )
        parts.append((part.score, part.weight))
    assert found.score == pytest.approx(
        sum(score * weight for score, weight in parts if score is not None), abs=0.02
    )


def test_the_weight_of_an_unjudged_dimension_is_shared_out() -> None:
    found = graded(talk(COMPLAINS, KIND))
    assert found.dimensions["compliance"].score is None
    assert found.score is not None
    assert sum(check.lost for check in found.checks) == pytest.approx(100 - found.score, abs=0.006)


def test_without_a_word_of_a_buyer_there_is_nothing_to_grade() -> None:
    for of in (talk(KIND), talk(KIND, OFFER), talk(buyer(" "), KIND, CONTACT, platform="amazon"), talk()):
        found = graded(of)
        assert (found.score, found.passed, found.cap) == (None, None, None)
        assert {check.verdict for check in found.checks} == {"na"}
        assert {str(check.reason) for check in found.checks} == {str(excused(*NO_BUYER).reason)}
    assert [v.act for v in graded(talk(KIND, CONTACT)).violations] == ["violate_off_platform_contact"]


def test_an_empty_talk_has_no_dimension_of_communication() -> None:
    found = graded(talk(buyer("Hallo", "greet")))
    assert found.dimensions["communication"].score is None


@pytest.mark.parametrize(
    "said",
    [
        agent("Hallo", "greet"),
        agent("Guten Tag! Auf Wiedersehen!", "greet", "farewell"),
        agent("b", "offer_alternative"),
        agent("👍👍👍", "agree"),
        agent("Hallo zusammen", "out_of_scope"),
    ],
)
@pytest.mark.parametrize("asked", [COMPLAINS, buyer("Hallo", "greet"), buyer("Ich bin's.", "other")])
def test_who_says_nothing_of_substance_earns_nothing(
    asked: tuple[object, ...], said: tuple[object, ...]
) -> None:
    for sheet in (None, SHEET):
        found = graded(talk(asked, said, said, sheet=sheet))
        verdicts = {check.id: check for check in found.checks}
        assert found.score == 0
        assert found.passed is False
        assert verdicts["nothing_left_unanswered"].verdict == "no"
        assert verdicts["no_blame"].verdict == verdicts["no_off_platform_contact"].verdict == "na"
        assert "substance" in (verdicts["no_blame"].reason or {})["en"]


def test_contact_data_are_substance_where_they_are_lawful() -> None:
    told = agent("Hallo, gern: service@lampshop.de", "greet")
    asked = buyer("Wie erreiche ich Sie per E-Mail?", "question")
    assert graded(talk(asked, told, platform="own_shop")).passed is True
    assert graded(talk(asked, told, platform="amazon")).score == 0


def test_one_word_of_substance_is_judged_whole() -> None:
    found = graded(talk(COMPLAINS, KIND, OFFER))
    assert {c.verdict for c in found.checks if c.id in ("no_blame", "greeted", "no_denied_right")} == {"yes"}


def test_a_courtesy_is_enough_for_a_buyer_who_only_thanks() -> None:
    found = graded(talk(buyer("Danke, tschüss!", "thanks", "farewell"), agent("Gern geschehen!", "farewell")))
    assert found.passed is True


def test_faults_remain_where_nothing_of_substance_was_said() -> None:
    found = graded(talk(COMPLAINS, agent("HALLO!!!", "greet"), agent("Hello there", "greet", language="en")))
    broken = {check.id for check in found.checks if check.verdict == "no"}
    assert {"calm_typography", "buyers_language"} <= broken


def test_courtesies_are_those_of_the_contract() -> None:
    assert {act for act, group in acts().items() if group in ("courtesy", "meta")} == COURTESY


def test_a_broken_critical_check_caps_and_more_cap_deeper() -> None:
    once, twice = graded(talk(COMPLAINS, KIND, CONTACT)), graded(talk(COMPLAINS, KIND, CONTACT, RUDE))
    assert once.cap
    assert twice.cap
    assert once.cap.because == ("no_off_platform_contact",)
    assert twice.cap.score < once.cap.score
    assert once.score is not None
    assert once.score <= once.cap.score
    assert once.passed is False


def test_a_no_quotes_cites_and_advises() -> None:
    found = graded(talk(COMPLAINS, KIND, CONTACT))
    broken = next(c for c in found.checks if c.id == "no_off_platform_contact")
    assert broken.evidence[0].quote == "Schreiben Sie mir auf WhatsApp."
    assert (broken.topic, broken.section) == ("off-platform-contact", "What holds")
    assert broken.rule == "contact-aliexpress"
    assert broken.advice
    assert broken.phrase
    assert [(v.act, v.critical) for v in found.violations] == [("violate_off_platform_contact", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lost_point_is_explained_in_both_languages_and_with_a_sentence(language: str) -> None:
    forbidden = [agent(f"Gut {act}", act, language="xx") for act in acts() if act.startswith("violate_")]
    found = graded(talk(COMPLAINS, *forbidden, agent("JA!!!", "agree"), language=language, sheet=SHEET))
    short = [check for check in found.checks if check.lost]
    assert len(short) > 20
    for check in short:
        assert check.topic
        assert check.section
        assert check.advice
        assert set(check.advice) == {"zh", "en"}
        assert check.phrase
        assert check.evidence


def test_a_scenario_weighs_checks_and_may_switch_them_off() -> None:
    sheet = replace(SHEET, weights={"greeted": 2.0, "closed": 0.0}, pass_mark=80.0)
    weighed = rubric().weighed(sheet)
    assert weighed.checks["greeted"].of == 2 * rubric().checks["greeted"].of
    assert "closed" not in weighed.checks
    assert weighed.pass_mark == 80
    assert weighed.digest != rubric().digest


def test_an_exam_with_a_broken_critical_check_is_failed() -> None:
    assert graded(talk(COMPLAINS, KIND, CONTACT, mode="exam")).passed is False


def test_the_fourteen_indices() -> None:
    taken = buyer("Gut, danke.", "accept", "thanks")
    found = {i.id: i for i in graded(talk(COMPLAINS, KIND, OFFER, taken, context=VALUE)).indices}
    assert len(found) == 14
    assert found["first_response_time"].value == 20
    assert found["withdrawal_amount_ratio"].value == 0.1
    assert found["praises"].value == 1
    assert found["rule_violations"].value == 0
    assert found["sales_target"].value is None
    for index in found.values():
        assert (index.value is None) == (index.reason is not None)


def test_the_same_talk_gets_the_same_bytes() -> None:
    once, again = (json.dumps(graded(talk(COMPLAINS, KIND, CONTACT)).to_json()) for _ in range(2))
    assert once == again


def test_an_empty_talk_of_a_scenario_has_a_grade_that_judges_nothing() -> None:
    found = grade(talk(sheet=SHEET), rubric(), {}, "heard", "rules")
    assert found.score is None
    assert {check.verdict for check in found.checks} == {"na"}


def phrase(of: Talk, check: str) -> str | None:
    return next(found.phrase for found in graded(of).checks if found.id == check)


def told(topic: str, id: str) -> str:
    return next(p.texts["de"] for p in articles()[topic].phrases if p.id == id)


def test_the_sentence_offered_fits_the_case() -> None:
    seen = agent("Ich verstehe.", "acknowledge", "inform_tracking")
    broken = buyer("Die Lampe ist kaputt.", "complaint")
    trace = told("parcel-delayed", "search-started")
    assert phrase(talk(COMPLAINS, seen), "remedy_offered") == trace
    assert phrase(talk(broken, seen), "remedy_offered") == told(
        "compensation-authority", "above-my-limit-today"
    )


def test_who_asks_for_a_photo_again_is_not_told_of_order_numbers() -> None:
    shown = buyer("Die Lampe ist kaputt, Foto anbei.", "complaint")
    photo = agent("Bitte schicken Sie ein Foto.", "ask_evidence")
    assert phrase(talk(shown, photo), "known_facts_not_asked") == told("complaint-steps", "understood")
    number = agent("Wie lautet die Bestellnummer?", "ask_order_number")
    ordered = buyer("Bestellung LT-48213076 fehlt.", "complaint")
    assert phrase(talk(ordered, number), "known_facts_not_asked") == told(
        "buyer-data-use", "order-number-enough"
    )


def test_a_wrong_address_is_told_the_right_one() -> None:
    familiar = talk(COMPLAINS, agent("Wie ist deine Nummer?", "ask_order_number"))
    assert phrase(familiar, "address_form") == told("forms-of-address-de", "greet-without-name")


def test_every_fitting_sentence_is_there() -> None:
    assert all(told(*name) for _, name in FITTER.values())
    assert set(FITTER) <= set(JUDGES)
