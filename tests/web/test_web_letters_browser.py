"""Letters in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.service.pace import Pace
from tests.service.fakes import OPENING
from tests.service.letters import SUBJECT, by_mail
from tests.web.serving import pages, served
from tests.web.staging import WITHIN_MS, Stage

pytestmark = pytest.mark.slow
ANSWER = "Sehr geehrte Frau Weber,\n\nIhr Paket ist unterwegs.\n\nMit freundlichen Grüßen"


@contextmanager
def by_post(page: Page, stage: Stage) -> Iterator[None]:
    """A practice by e-mail that has begun, the first letter in sight."""
    stage.bot.subject = SUBJECT
    with served(pages(stage.folder, stage.bot_url, plays=[by_mail()]), stage.port):
        page.goto(stage.url)
        page.locator("[data-test=begin]").click()
        expect(page.locator(".letter.buyer")).to_contain_text(OPENING, timeout=WITHIN_MS)
        yield


def write(page: Page, text: str) -> None:
    page.locator("[data-test=letter]").fill(text)
    page.locator("[data-test=send-letter]").click()


def test_a_letter_is_read_answered_and_graded(page: Page, stage: Stage) -> None:
    with by_post(page, stage):
        expect(page.locator(".letter.buyer h3")).to_have_text(SUBJECT)
        expect(page.locator(".letter.buyer time")).to_contain_text("09:00")
        expect(page.locator("[data-test=office]")).to_contain_text("离回复期限还有")
        expect(page.locator("[data-test=subject]")).to_have_value(f"Re: {SUBJECT}")
        write(page, ANSWER)
        mine = page.locator(".letter.agent")
        expect(mine.locator("h3")).to_have_text(f"Re: {SUBJECT}")
        expect(mine.locator("p")).to_have_text(ANSWER.split("\n\n"))
        expect(mine.locator("time")).not_to_be_empty()
        expect(page.locator("[data-test=letter]")).to_have_value("")
        expect(page.locator(".letter.buyer").last).to_contain_text("Antwort 1", timeout=WITHIN_MS)
        expect(page.locator("[data-test=office] b")).to_contain_text("11:")
        page.locator("[data-test=finish]").click()
        page.locator("[data-test=finish-yes]").click()
        expect(page.locator("[data-test=score]")).to_have_text("40")
        expect(page.locator("[data-test=transcript] .subject")).to_have_count(3)


def test_a_new_letter_comes_into_sight_whole(page: Page, stage: Stage) -> None:
    with by_post(page, stage):
        write(page, ANSWER)
        expect(page.locator(".letter.buyer")).to_have_count(2, timeout=WITHIN_MS)
        expect(page.locator(".letter.buyer").last).to_be_in_viewport(ratio=0.99)


def test_a_reload_keeps_the_thread_and_the_letter_that_is_being_written(page: Page, stage: Stage) -> None:
    with by_post(page, stage):
        page.locator("[data-test=subject]").fill("Ihr Paket")
        page.locator("[data-test=letter]").fill("Sehr geehrte")
        page.reload()
        expect(page.locator(".letter.buyer")).to_have_count(1)
        expect(page.locator("[data-test=letter]")).to_have_value("Sehr geehrte")
        expect(page.locator("[data-test=subject]")).to_have_value("Ihr Paket")


def test_a_letter_is_sent_by_keyboard_and_an_empty_one_is_not(page: Page, stage: Stage) -> None:
    with by_post(page, stage):
        page.locator("[data-test=letter]").press("Control+Enter")
        expect(page.locator("[data-test=chat-status]")).to_contain_text("邮件是空的")
        page.keyboard.type("Guten Tag!")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".letter.agent p")).to_have_text("Guten Tag!")


def test_letters_do_not_cross(page: Page, stage: Stage) -> None:
    stage.bot.subject = SUBJECT
    slow = Pace(thinking=3.0, per_character=0.0)
    with served(pages(stage.folder, stage.bot_url, slow, plays=[by_mail()]), stage.port):
        page.goto(stage.url)
        page.locator("[data-test=begin]").click()
        expect(page.locator(".letter.buyer")).to_be_visible(timeout=WITHIN_MS)
        write(page, "Guten Tag!")
        expect(page.locator("[data-test=send-letter]")).to_be_disabled()
        expect(page.locator("[data-test=chat-status]")).to_contain_text("回信在路上")
        page.locator("[data-test=letter]").fill("Noch etwas.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".letter.buyer")).to_have_count(2)
        expect(page.locator(".letter.agent")).to_have_count(1)
        expect(page.locator("[data-test=send-letter]")).to_be_enabled()
        expect(page.locator("[data-test=letter]")).to_have_value("Noch etwas.")


def test_a_gloss_unfolds_under_a_letter(page: Page, stage: Stage) -> None:
    stage.bot.gloss = "您好，我的包裹在哪里？"
    with by_post(page, stage):
        expect(page.locator(".letter .gloss")).to_be_hidden()
        page.locator(".letter .gloss-button").click()
        expect(page.locator(".letter .gloss")).to_have_text("您好，我的包裹在哪里？")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (390, "light"), (1280, "dark")])
def test_letters_fit_their_screen(browser: Browser, stage: Stage, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    with by_post(page, stage):
        write(page, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3)
        expect(page.locator(".letter.agent")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("[data-test=send-letter]").bounding_box() is not None
    context.close()


def test_an_inbox_is_answered_in_any_order_and_finished(page: Page, stage: Stage) -> None:
    stage.bot.subject = SUBJECT
    shelf = [by_mail("one"), by_mail("two")]
    with served(pages(stage.folder, stage.bot_url, plays=shelf), stage.port):
        page.goto(stage.url)
        page.locator("[data-test=inbox-de]").click()
        threads = page.locator("[data-test=thread]")
        expect(threads).to_contain_text(["未回复", "未回复"], timeout=WITHIN_MS)
        threads.last.click()
        expect(page.locator(".letter.buyer time")).to_contain_text("10:12", timeout=WITHIN_MS)
        write(page, ANSWER)
        expect(page.locator(".letter.agent time")).not_to_be_empty()
        page.locator("[data-test=back]").click()
        expect(threads).to_contain_text(["未回复", "已回复"])
        expect(page.locator("[data-test=skip]")).to_have_count(0)
        threads.first.click()
        write(page, ANSWER)
        expect(page.locator(".letter.agent time")).not_to_be_empty()
        page.locator("[data-test=back]").click()
        page.locator("[data-test=skip]").click()
        expect(threads.first).to_contain_text("等你再回复", timeout=WITHIN_MS)
        page.locator("[data-test=finish]").click()
        page.locator("[data-test=finish-yes]").click()
        expect(page.locator(".threads .mark")).to_have_text(["40", "40"], timeout=WITHIN_MS)
