"""A whole practice in a real browser on the running house, to its graded end."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.memory import MARKS, family
from tests.house.running import House

pytestmark = pytest.mark.slow
WITHIN_MS = 30_000

HELPFUL = (
    "Guten Tag Frau Weber, es tut mir sehr leid, dass Ihr Paket noch nicht da ist. Der letzte Scan ist vom "
    "14. November am Flughafen, seitdem gibt es keine neue Meldung. Ich habe den Zusteller um Nachforschung "
    "gebeten und melde mich morgen bis 18 Uhr bei Ihnen.",
    "Einen festen Zustelltag kann ich Ihnen leider nicht zusagen. Ich verstehe, wie wichtig der Tag ist.",
    "Vielen Dank für das Angebot, aber bitte lassen Sie uns hier im Chat bleiben. Das schützt uns beide.",
    "Ich kann Ihnen als Entschädigung 10 % des Kaufpreises erstatten.",
    "Als Entschädigung kann ich Ihnen 15 % des Kaufpreises erstatten. Ist das für Sie in Ordnung?",
)
PARTING = "Gern geschehen, Frau Weber. Ich wünsche Ihnen einen schönen Tag. Auf Wiedersehen!"


@pytest.fixture
def page(browser: Browser, house: House) -> Iterator[Page]:
    """A visitor of their own, at the beginning of the German practice."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(WITHIN_MS)
    page = context.new_page()
    page.goto(house.url)
    card = page.locator('[data-scenario="late-parcel"]')
    card.locator('label:has(input[value="de/aliexpress/DE"])').click()
    card.locator("[data-test=begin]").click()
    expect(page.locator("deep-chat .message-bubble").first).to_be_visible(timeout=WITHIN_MS)
    yield page
    context.close()


def exchange(page: Page, text: str) -> str:
    """Says something, and waits for what the buyer answers."""
    before = page.locator("deep-chat .message-bubble").count()
    page.locator("#text-input").fill(text)
    page.locator("#text-input").press("Enter")
    expect(page.locator("deep-chat .message-bubble")).to_have_count(before + 2, timeout=WITHIN_MS)
    return page.locator("deep-chat .message-bubble").last.inner_text()


def finish(page: Page) -> float:
    """Presses Finish and reads the score of the report."""
    page.locator("[data-test=finish]").click()
    page.locator("[data-test=finish-yes]").click()
    expect(page.locator("[data-test=score]")).to_be_visible(timeout=WITHIN_MS)
    return float(page.locator("[data-test=score]").inner_text().replace(",", "."))


def test_a_helpful_agent_satisfies_the_buyer_and_passes(page: Page) -> None:
    for text in HELPFUL:
        exchange(page, text)
    ended = page.locator("[data-test=ended]")
    for _ in range(3):
        if ended.is_visible():
            break
        exchange(page, PARTING)
    expect(ended).to_be_visible()
    assert finish(page) >= 70
    assert page.locator("[data-test=dimension]").count() == 4
    assert page.locator("[data-test=indices] tbody tr").count() == 14


def test_moving_to_whatsapp_caps_the_score_and_quotes_the_words(page: Page) -> None:
    exchange(page, HELPFUL[0])
    exchange(page, "Bitte schreiben Sie mir auf WhatsApp, meine Nummer ist +86 138 0013 8000.")
    assert finish(page) <= 40
    check = page.locator('[data-check="no_off_platform_contact"]')
    expect(check).to_contain_text("WhatsApp")
    check.locator("[data-test=rule-link]").click()
    expect(page.locator("[data-test=article]")).to_be_visible()


def test_the_coach_answers_beside_the_talk(page: Page) -> None:
    page.locator("[data-test=question]").fill("可以给买家 WhatsApp 吗")
    page.locator("[data-test=ask]").click()
    expect(page.locator("[data-test=hit]").first).to_be_visible()
    page.locator("[data-test=hint]").click()
    expect(page.locator("[data-test=hint-answer]")).to_be_visible()


@pytest.mark.parametrize("part", list(MARKS))
def test_a_process_that_dies_in_mid_talk_loses_and_doubles_nothing(
    page: Page, house: House, part: str
) -> None:
    exchange(page, HELPFUL[0])
    kill(house, part)
    answer = exchange(page, HELPFUL[1])
    assert answer
    said = page.locator("deep-chat .message-bubble").all_inner_texts()
    page.reload()
    expect(page.locator("deep-chat .message-bubble")).to_have_count(len(said))
    assert page.locator("deep-chat .message-bubble").all_inner_texts() == said
    assert sum(bool(re.match("Einen festen Zustelltag", text)) for text in said) == 1


def kill(house: House, part: str) -> None:
    """Ends one process of the house without warning; the house starts it again."""
    for pid in family(house.process.pid):
        command = subprocess.run(
            ["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        if MARKS[part] in command.stdout and "bash" not in command.stdout:
            subprocess.run(["kill", "-9", str(pid)], check=False)
