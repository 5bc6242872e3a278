"""Start page, language, articles: what anybody sees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from bot.buyer.scenario import Person
from bot.core.errors import Problem
from bot.service.clock import SystemClock
from bot.service.desk import Desk
from bot.service.pace import Pace
from bot.store.attempts import SqlAttempts
from bot.web.app import build
from bot.web.visitor import COOKIE, Visitors
from tests.service.fakes import FakeBot, library, scenario


def test_it_shows_the_scenarios_with_all_their_variants(client: TestClient) -> None:
    page = client.get("/").text
    assert "生日前没到的包裹" in page
    assert 'value="de/aliexpress/DE"' in page
    assert 'value="en/amazon/GB"' in page
    assert "还没有练习记录" in page


def test_buyers_of_one_platform_and_country_are_one_choice(store: SqlAttempts, bot: FakeBot) -> None:
    weber = scenario().variants["de"][0]
    one = replace(scenario(), variants={"de": (weber, replace(weber, buyer=Person("Pohl", "Herr", "m")))})
    hand = Desk(bot, store, SystemClock(), {one.id: one}, Pace())
    with TestClient(build(hand, library(), Visitors("signing-secret", "en"))) as client:
        assert client.get("/").text.count('value="de/aliexpress/DE"') == 1


def test_it_lists_what_the_visitor_has_practised(client: TestClient, attempt: str) -> None:
    assert f'href="/attempts/{attempt}"' in client.get("/").text


def test_it_does_not_list_what_others_have_practised(charlie: TestClient, attempt: str) -> None:
    assert attempt not in charlie.get("/").text


def test_a_new_visitor_gets_a_signed_cookie_that_scripts_cannot_read(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_known_visitor_keeps_the_cookie(client: TestClient) -> None:
    client.get("/")
    assert "set-cookie" not in client.get("/").headers


def test_a_forged_cookie_is_a_new_visitor(client: TestClient, attempt: str) -> None:
    forged = client.cookies[COOKIE][:-4] + "xxxx"
    client.cookies.clear()
    client.cookies.set(COOKIE, forged)
    assert client.get(f"/attempts/{attempt}").status_code == 404


def test_the_pages_can_be_read_in_english_and_chinese(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "en", "back": "/rules"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/rules")
    assert "Rules and know-how" in client.get("/rules").text
    client.post("/language", data={"language": "zh", "back": "/rules"})
    assert "规则与知识" in client.get("/rules").text


def test_the_language_does_not_change_who_asks(client: TestClient, attempt: str) -> None:
    client.post("/language", data={"language": "en"})
    assert client.get(f"/attempts/{attempt}").status_code == 200


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", ""]
)
def test_the_language_switch_leads_nowhere_else(client: TestClient, back: str) -> None:
    assert client.post("/language", data={"language": "en", "back": back}).headers["location"] == "/"


def test_an_unknown_language_is_refused(client: TestClient) -> None:
    assert client.post("/language", data={"language": "fr"}).status_code == 404


def test_an_article_has_sections_sources_and_phrases(client: TestClient) -> None:
    page = client.get("/rules/off-platform-contact").text
    assert '<section id="what-to-answer">' in page
    assert '<span class="flag">（待核实）</span>' in page
    assert "<table>" in page
    assert "AliExpress seller rules" in page
    assert "Gern helfe ich Ihnen hier im Chat weiter." in page
    assert "西班牙语句子用 usted" in page


def test_a_topic_without_an_article_is_missing(client: TestClient) -> None:
    answer = client.get("/rules/no-such-topic")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text


@pytest.mark.parametrize("scenario", ["late-parcel", "nothing"])
@pytest.mark.parametrize("variant", ["", "de", "de/aliexpress", "de/aliexpress/XX", "🙂/🙂/🙂", "x" * 5000])
def test_a_choice_that_is_none_starts_nothing(client: TestClient, scenario: str, variant: str) -> None:
    answer = client.post("/attempts", data={"scenario": scenario, "variant": variant})
    assert answer.status_code in (400, 404)


def test_errors_are_json_for_those_who_do_not_read_html(client: TestClient) -> None:
    answer = client.get("/rules/no-such-topic", headers={"accept": "application/json"})
    assert answer.json() == {
        "error": {"code": "not_found", "message": "there is no article on 'no-such-topic'"}
    }
    answer = client.post("/attempts", headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_request"


def test_health_says_ok(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_mistakes_in_scenario_files_stand_on_the_page(store: SqlAttempts, bot: FakeBot) -> None:
    one, fault = scenario(), Problem("scenarios/x/scenario.yml", 3, "level", "<9> is none of 1, 2, 3")
    hand = Desk(bot, store, SystemClock(), {one.id: one}, Pace(), faults=lambda: (fault,))
    app = build(hand, library(), Visitors("signing-secret", "en"))
    with TestClient(app) as client:
        shown = client.get("/").text
    assert "scenarios/x/scenario.yml:3: level: &lt;9&gt; is none of 1, 2, 3" in shown
    assert 'data-scenario="late-parcel"' in shown


def test_without_mistakes_nothing_is_said_of_them(client: TestClient) -> None:
    assert 'data-test="faults"' not in client.get("/").text
