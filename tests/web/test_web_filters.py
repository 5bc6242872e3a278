"""The filters of the start page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, expect

from bot.buyer.scenario import Scenario, Variant
from bot.core.words import Language
from bot.web.filters import FILTERS, WISHES, Wish
from bot.web.texts import texts
from tests.service.fakes import scenario
from tests.service.letters import by_mail
from tests.web.serving import pages, served
from tests.web.staging import Stage

PARCEL, LETTERS, ORDER = "late-parcel", "late-parcel-by-mail", "german-order"


def shelf() -> list[Scenario]:
    """One in German and English, one by e-mail, one of another level and duty in German alone."""
    german: dict[Language, tuple[Variant, ...]] = {"de": scenario().variants["de"]}
    order = replace(scenario(), id=ORDER, level=3, responsibility="order", variants=german)
    return [scenario(), by_mail(), order]


@pytest.fixture
def scenarios() -> list[Scenario]:
    return shelf()


def shown(page: str) -> set[str]:
    return set(re.findall(r'data-scenario="([^"]+)"', page))


def selected(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)" selected>', page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {PARCEL, LETTERS, ORDER}),
        ("language=de", {PARCEL, LETTERS, ORDER}),
        ("language=en", {PARCEL, LETTERS}),
        ("level=3", {ORDER}),
        ("responsibility=after_sales", {PARCEL, LETTERS}),
        ("channel=email", {LETTERS}),
        ("language=en&channel=chat", {PARCEL}),
        ("language=&level=&responsibility=order&channel=", {ORDER}),
        ("language=xx&level=9&channel=<b>", {PARCEL, LETTERS, ORDER}),
    ],
)
def test_only_scenarios_that_fit_all_filters_are_shown(
    client: TestClient, query: str, expected: set[str]
) -> None:
    assert shown(client.get(f"/?{query}").text) == expected


def test_the_page_says_what_is_chosen_and_how_many_fit(client: TestClient) -> None:
    page = client.get("/?language=en&channel=chat").text
    assert selected(page) == ["en", "chat"]
    assert "3 个场景中有 1 个符合" in page
    assert 'href="/#scenarios">清除筛选' in page


def test_without_filters_there_is_nothing_to_clear(client: TestClient) -> None:
    page = client.get("/").text
    assert selected(page) == []
    assert "清除筛选" not in page


def test_it_says_that_nothing_fits(client: TestClient) -> None:
    page = client.get("/?language=en&level=3").text
    assert shown(page) == set()
    assert "没有符合条件的场景" in page


def test_cards_offer_the_chosen_language_alone(client: TestClient) -> None:
    offered = re.compile(r'name="variant" value="([^"]+)" (checked)?')
    assert offered.findall(client.get("/?channel=email").text) == [
        ("de/aliexpress/DE", "checked"),
        ("en/amazon/GB", ""),
    ]
    assert offered.findall(client.get("/?channel=email&language=en").text) == [("en/amazon/GB", "checked")]


def test_the_buyers_wording_goes_into_the_practice_and_leaves_out_no_scenario(client: TestClient) -> None:
    page = client.get("/?cefr=A2").text
    assert shown(page) == {PARCEL, LETTERS, ORDER}
    assert page.count('<input type="hidden" name="cefr" value="A2">') == len(shown(page))
    assert "共 3 个场景" in page
    assert "清除筛选" not in page


@pytest.mark.parametrize(("interface", "legend"), [("zh", "练习设置"), ("en", "For the practice")])
def test_the_buyers_wording_stands_apart_from_the_filters(
    client: TestClient, interface: str, legend: str
) -> None:
    client.post("/language", data={"language": interface})
    filtered, wished = re.findall(r"<fieldset data-test=.*?</fieldset>", client.get("/").text, re.DOTALL)
    assert f"<legend>{legend}</legend>" in wished
    assert re.findall(r'name="(\w+)"', filtered) == [each.name for each in FILTERS]
    assert re.findall(r'name="(\w+)"', wished) == ["cefr"]


def test_clearing_the_filters_leaves_the_buyers_wording(client: TestClient) -> None:
    page = client.get("/?level=3&cefr=B2").text
    assert "3 个场景中有 1 个符合" in page
    assert 'href="/?cefr=B2#scenarios">清除筛选' in page


def test_a_practice_begins_in_the_wording_that_the_form_names(client: TestClient) -> None:
    form = {"scenario": PARCEL, "variant": "de/aliexpress/DE"}
    plain = client.post("/attempts", data=form)
    easy = client.post("/attempts", data={**form, "cefr": "A2"})
    assert "用语较简单（A2）" in client.get(easy.headers["location"]).text
    assert "用语较" not in client.get(plain.headers["location"]).text
    assert client.post("/attempts", data={**form, "cefr": "C1"}).status_code == 400


def test_the_address_and_the_way_back_keep_what_is_chosen_and_nothing_else(client: TestClient) -> None:
    answer = client.get("/?language=&level=3&channel=chat&other=x")
    assert answer.headers["HX-Replace-Url"] == "/?level=3&channel=chat"
    assert 'name="back" value="/?level=3&amp;channel=chat"' in answer.text
    switched = client.post("/language", data={"language": "en", "back": "/?level=3&channel=chat"})
    assert switched.headers["location"] == "/?level=3&channel=chat"


@pytest.mark.parametrize("known", [*FILTERS, *WISHES], ids=lambda known: known.name)
def test_every_option_has_its_words(known: Wish) -> None:
    for catalogue in (texts("zh"), texts("en")):
        assert set(known.options) <= set(catalogue.group(known.words))
        assert known.name in catalogue.group("filter" if known in FILTERS else "wish")


@contextmanager
def opened(page: Page, stage: Stage, path: str = "/") -> Iterator[None]:
    """The start page with three scenarios."""
    with served(pages(stage.folder, stage.bot_url, plays=shelf()), stage.port):
        page.goto(stage.url + path)
        yield


@pytest.mark.slow
def test_a_choice_filters_at_once_without_loading_the_page_anew(page: Page, stage: Stage) -> None:
    with opened(page, stage):
        page.evaluate("window.kept = true")
        page.get_by_label("沟通方式").select_option("email")
        expect(page.locator("[data-test=scenario]")).to_have_count(1)
        expect(page.get_by_role("status")).to_contain_text("3 个场景中有 1 个符合")
        assert page.url == f"{stage.url}/?channel=email"
        assert page.evaluate("window.kept") is True
        page.reload()
        expect(page.locator("[data-test=scenario]")).to_have_count(1)
        page.locator("[data-test=language-en]").click()
        expect(page.get_by_label("Channel")).to_have_value("email")
        page.get_by_role("link", name="Clear filters").click()
        expect(page.locator("[data-test=scenario]")).to_have_count(3)


@pytest.mark.slow
def test_the_filters_are_set_from_the_keyboard_and_keep_the_focus(page: Page, stage: Stage) -> None:
    with opened(page, stage):
        page.get_by_label("语言", exact=True).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(page.locator("[data-test=scenario]")).to_have_count(1)
        expect(page.get_by_label("难度", exact=True)).to_be_focused()
        expect(page.get_by_label("难度", exact=True)).to_have_value("3")


@pytest.mark.slow
def test_a_practice_and_back_leaves_the_filters_as_they_were(page: Page, stage: Stage) -> None:
    with opened(page, stage):
        page.get_by_label("语言", exact=True).select_option("en")
        expect(page.locator("[data-test=scenario]")).to_have_count(2)
        page.locator("[data-test=begin]").first.click()
        page.wait_for_url("**/attempts/*")
        page.go_back()
        expect(page.locator("[data-test=scenario]")).to_have_count(2)
        expect(page.get_by_label("语言", exact=True)).to_have_value("en")


@pytest.mark.slow
def test_without_scripts_a_button_filters(browser: Browser, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url, plays=shelf()), stage.port):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(stage.url)
        page.get_by_label("难度", exact=True).select_option("3")
        page.get_by_role("button", name="筛选").click()
        expect(page.locator("[data-test=scenario]")).to_have_count(1)
        context.close()
