"""Rules, policies and rubric: every mistake at once, with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.content.rubric import load_rubric
from bot.content.rules import expired, load_rules
from bot.rules.policy import Policy
from bot.rules.rule import Condition, Cost, Term
from bot.settings import ROOT
from tests.grading.talks import articles

GOOD = """\
- id: no-contact
  title: {zh: "规则", en: "Rule"}
  concerns: [violate_off_platform_contact]
  verdict: forbidden
  platforms: [amazon]
  from: 2026-01-01
  until: 2026-06-30
  when: {paid: true, days_since_delivery: {most: 14}}
  topic: off-platform-contact
"""


def knowledge(folder: Path, rules: str, policy: str | None = None) -> Path:
    folder = folder / "knowledge"
    (folder / "rules").mkdir(parents=True)
    (folder / "policies").mkdir()
    (folder / "rules" / "a.yml").write_text(rules, encoding="utf-8")
    if policy:
        (folder / "policies" / "lumo.yml").write_text(policy, encoding="utf-8")
    return folder


def messages(folder: Path) -> list[str]:
    return [str(problem) for problem in load_rules(folder, articles())[1]]


def test_a_rule_is_read_as_written(tmp_path: Path) -> None:
    book, problems = load_rules(knowledge(tmp_path, GOOD), articles())
    assert problems == []
    rule = book.rules[0]
    assert (rule.since, rule.until) == (date(2026, 1, 1), date(2026, 6, 30))
    assert rule.when[0].equals is True
    assert rule.when[1].most == 14
    assert [p.message for p in expired(book, date(2026, 7, 1))] == ["no longer holds since 2026-06-30"]


def test_terms_and_cost_are_read_as_written(tmp_path: Path) -> None:
    more = """\
  terms: [{amount: 3, to: 9, unit: percent, what: {zh: "价款", en: "of the price"}}, {amount: 30, unit: days}]
  cost: {amount: 50000, unit: EUR, most: true, source: Art. 1}
"""
    book, problems = load_rules(knowledge(tmp_path, GOOD + more), articles())
    assert problems == []
    assert book.rules[0].terms == (
        Term(3, "percent", 9, {"zh": "价款", "en": "of the price"}),
        Term(30, "days"),
    )
    assert book.rules[0].cost == Cost(50000, "EUR", "Art. 1", most=True)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("  terms: [{amount: 3, unit: furlongs}]\n", "'furlongs' is none of minutes, hours"),
        ("  terms: [{amount: 9, to: 3, unit: days}]\n", "3 does not lie above 9"),
        ("  cost: {amount: 1, unit: EUR}\n", "'source' is a required property"),
    ],
)
def test_mistakes_in_terms_and_cost_are_told(tmp_path: Path, more: str, told: str) -> None:
    found = messages(knowledge(tmp_path, GOOD + more))
    assert len(found) == 1
    assert told in found[0]


def test_the_limits_of_an_orders_value_have_a_currency(tmp_path: Path) -> None:
    when = "when: {order_value: {most: 150, currency: EUR}}"
    old = "when: {paid: true, days_since_delivery: {most: 14}}"
    book, problems = load_rules(knowledge(tmp_path, GOOD.replace(old, when)), articles())
    assert problems == []
    assert book.rules[0].when == (Condition("order_value", most=150, currency="EUR"),)
    bare = GOOD.replace(old, when.replace(", currency: EUR", ""))
    assert "'currency' is a required property" in messages(knowledge(tmp_path / "bare", bare))[0]


def test_a_policys_rules_have_the_shape_of_all_rules(tmp_path: Path) -> None:
    policy = 'id: lumo\nname: {zh: "店", en: "Shop"}\nrules:\n  - {id: own, verdikt: x}\n'
    found = messages(knowledge(tmp_path, GOOD, policy))
    assert any("knowledge/policies/lumo.yml:4" in m and "unknown key verdikt" in m for m in found)


def test_a_policys_rules_bear_its_shop(tmp_path: Path) -> None:
    policy = 'id: lumo\nname: {zh: "店", en: "Shop"}\nrules:\n' + "\n".join(
        "  " + line for line in GOOD.replace("no-contact", "own").splitlines()
    )
    book, problems = load_rules(knowledge(tmp_path, GOOD, policy), articles())
    assert problems == []
    assert {rule.id: rule.shop for rule in book.rules} == {"no-contact": None, "own": "lumo"}


def test_a_policy_says_what_agents_may_give_name_and_say_and_how_soon_they_answer(tmp_path: Path) -> None:
    policy = (
        'id: lumo\nname: {zh: "店", en: "Shop"}\nauthority: {refund_percent: 15}\nanswers_within_hours: 24\n'
        "addresses: {email: a@b.example}\nscripts: {de: [Gern.]}\n"
    )
    book, problems = load_rules(knowledge(tmp_path, GOOD, policy), articles())
    assert problems == []
    assert book.policy("lumo") == Policy(
        "lumo", {"refund_percent": 15}, 24, {"email": "a@b.example"}, {"de": ["Gern."]}
    )
    assert book.policy(None).authority == book.policy("other").authority == {}


def test_every_mistake_is_reported_with_its_line(tmp_path: Path) -> None:
    bad = (
        GOOD.replace("violate_off_platform_contact", "violate_nothing")
        .replace("[amazon]", "[amazn]")
        .replace("2026-06-30", "2025-06-30")
        .replace("topic: off-platform-contact", "topic: no-topic")
    )
    found = messages(knowledge(tmp_path, bad + GOOD))
    assert any(m.startswith("knowledge/rules/a.yml:3:") and "no act and no check" in m for m in found)
    assert any(m.startswith("knowledge/rules/a.yml:5:") and "amazn" in m for m in found)
    assert any(m.startswith("knowledge/rules/a.yml:7:") and "lies before" in m for m in found)
    assert any(
        m.startswith("knowledge/rules/a.yml:9:") and "there is no article no-topic" in m for m in found
    )
    assert any("there is a rule no-contact already" in m for m in found)


def test_countries_and_numbers_make_sense(tmp_path: Path) -> None:
    bad = GOOD.replace("most: 14", "most: .nan")
    folder = knowledge(tmp_path, bad)
    place = "knowledge/rules/a.yml"
    assert messages(folder) == [
        f"{place}:8: [0].when.days_since_delivery.most: nan is no number to reckon with"
    ]
    bad = GOOD + "  countries: [DE, LATAM, XX, LAT]\n"
    (folder / "rules" / "a.yml").write_text(bad, encoding="utf-8")
    assert [message.split(" is no ")[0] for message in messages(folder)] == [
        f"{place}:10: [0].countries[2]: XX",
        f"{place}:10: [0].countries[3]: LAT",
    ]


def test_what_a_rule_cites_must_be_there(tmp_path: Path) -> None:
    folder = knowledge(tmp_path, GOOD + "  section: Nowhere\n")
    assert load_rules(folder, {"off-platform-contact": None})[1] == []
    missing, unknown = load_rules(folder, {})[1], load_rules(folder, articles())[1]
    assert [(p.line, p.where) for p in missing] == [(9, "[0].topic")]
    assert missing[0].message.startswith("there is no article off-platform-contact; begin it by")
    assert [(p.line, p.where) for p in unknown] == [(10, "[0].section")]
    assert "has no section Nowhere; it has What holds" in unknown[0].message


def test_an_unknown_key_is_an_error(tmp_path: Path) -> None:
    assert any("unknown key verdickt" in m for m in messages(knowledge(tmp_path, GOOD + "  verdickt: x\n")))


def test_what_the_rubric_cites_must_be_there() -> None:
    path = ROOT / "knowledge" / "rubric.yml"
    known = {topic: article for topic, article in articles().items() if topic != "chat-style"}
    told = [problem.message for problem in load_rubric(path, known)[1]]
    assert any(message.startswith("there is no article chat-style") for message in told)
    assert load_rubric(path, {**known, "chat-style": None})[1] == []


def test_a_rubric_with_mistakes_names_them_all(tmp_path: Path) -> None:
    text = (ROOT / "knowledge" / "rubric.yml").read_text(encoding="utf-8")
    bad = text.replace("response_time: 0.2,", "response_time: 0.3,", 1).replace(
        "id: greeted", "id: greetid", 1
    )
    path = tmp_path / "knowledge" / "rubric.yml"
    path.parent.mkdir()
    path.write_text(bad, encoding="utf-8")
    found, problems = load_rubric(path, articles())
    told = [problem.message for problem in problems]
    assert found is None
    assert {problem.file for problem in problems} == {"knowledge/rubric.yml"}
    assert "the weights do not sum up to 1" in told
    assert "greetid is no check of contract/checks.yml; did you mean greeted?" in told
    assert "check greeted is judged but not listed" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pass_mark: 70", "pass_mark: .nan", "pass_mark: nan is no number to reckon with"),
        ("caps: [40, 20]", "caps: [20, 40]", "caps[1]: 40 lies above 20, the cap with one check less broken"),
    ],
)
def test_numbers_of_the_rubric_make_sense(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (ROOT / "knowledge" / "rubric.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "rubric.yml").write_text(text.replace(old, new), encoding="utf-8")
    problems = load_rubric(tmp_path / "rubric.yml", articles())[1]
    assert [f"{problem.where}: {problem.message}" for problem in problems] == [told]
