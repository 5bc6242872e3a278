"""The page in a real browser, with a bot over real HTTP that tests command."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.service.fakes import OPENING
from tests.web.serving import pages, served
from tests.web.staging import WITHIN_MS, Stage

pytestmark = pytest.mark.slow


def begin(page: Page, stage: Stage) -> None:
    page.goto(stage.url)
    page.locator("[data-test=begin]").click()
    expect(page.get_by_text(OPENING).first).to_be_visible(timeout=WITHIN_MS)


def say(page: Page, text: str) -> None:
    page.locator("#text-input").fill(text)
    page.locator("#text-input").press("Enter")


def bubbles(page: Page) -> list[str]:
    return page.locator("deep-chat .message-bubble").all_inner_texts()


def sees(page: Page, text: str) -> None:
    expect(page.locator("deep-chat .message-bubble", has_text=text)).to_be_visible(timeout=WITHIN_MS)


def status(page: Page, text: str) -> None:
    expect(page.locator("[data-test=chat-status]")).to_contain_text(text, timeout=WITHIN_MS)


def test_a_whole_practice(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        expect(page.locator("[data-test=clock] b")).to_have_text("0:00")
        say(page, "Guten Tag Frau Weber!")
        sees(page, "Antwort 1")
        expect(page.locator("[data-test=mood]")).to_contain_text("不满")
        page.locator("[data-test=question]").fill("可以用 WhatsApp 吗")
        page.locator("[data-test=ask]").click()
        expect(page.locator("[data-test=hit]")).to_contain_text("站外联系")
        page.locator("[data-test=hint]").click()
        expect(page.locator("[data-test=hint-answer]")).to_contain_text("提示 0")
        page.locator("[data-test=finish]").click()
        page.locator("[data-test=finish-yes]").click()
        expect(page.locator("[data-test=score]")).to_have_text("40")
        page.locator("[data-check=no_off_platform_contact] [data-test=rule-link]").click()
        expect(page.locator("[data-test=article] h1")).to_have_text("站外联系")


def test_what_is_typed_is_shown_as_typed(page: Page, stage: Stage) -> None:
    odd = "<img src=x onerror=alert(1)> **fett** [a](javascript:1) 😀"
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        say(page, odd)
        sees(page, "Antwort 1")
        assert bubbles(page) == [OPENING, odd, "Antwort 1"]
        assert page.locator("deep-chat .message-bubble :is(img, strong, a)").count() == 0


def test_a_reload_loses_and_doubles_nothing(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        say(page, "Guten Tag!")
        sees(page, "Antwort 1")
        before = bubbles(page)
        page.reload()
        sees(page, "Antwort 1")
        assert bubbles(page) == before


def test_while_the_bot_is_down_the_message_is_kept(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        stage.bot.down = True
        say(page, "Guten Tag!")
        status(page, "消息已保存")
        page.reload()
        sees(page, "Guten Tag!")
        status(page, "消息已保存")
        stage.bot.down = False
        sees(page, "Antwort 1")
        assert bubbles(page) == [OPENING, "Guten Tag!", "Antwort 1"]


def test_while_web_is_down_messages_wait_in_the_browser(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
    status(page, "正在重连")
    say(page, "Ich bin noch da.")
    sees(page, "Ich bin noch da.")
    with served(pages(stage.folder, stage.bot_url), stage.port):
        sees(page, "Antwort 1")
        assert bubbles(page) == [OPENING, "Ich bin noch da.", "Antwort 1"]
        assert page.evaluate("localStorage.length") == 0


def test_over_long_and_empty_messages_get_a_line(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        page.locator("#text-input").press("Enter")
        status(page, "消息是空的")
        for invisible in ("\u200b\u200b", "\u202e\ufe0f", "\u2800", "\u3164"):
            say(page, "x" * 2001)
            status(page, "2,000")
            say(page, invisible)
            status(page, "消息是空的")
        say(page, "x" * 2001)
        status(page, "2,000")
        assert bubbles(page) == [OPENING]
        page.locator("#text-input").fill("x" * 2000)
        page.locator("#text-input").press("Enter")
        sees(page, "Antwort 1")


def test_new_messages_are_read_out_and_old_ones_are_not(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        say(page, "Guten Tag!")
        sees(page, "Antwort 1")
        live = page.locator("[data-test=chat-live]")
        expect(live.locator("p").last).to_have_text("Frau Weber：Antwort 1")
        assert live.get_attribute("aria-live") == "polite"
        page.reload()
        sees(page, "Antwort 1")
        expect(live).to_have_text("")


def test_a_gloss_unfolds_under_each_message_and_stays_so_in_the_session(page: Page, stage: Stage) -> None:
    stage.bot.gloss = "您好，我的包裹在哪里？"
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        buttons, glosses = page.locator("deep-chat .gloss-button"), page.locator("deep-chat .gloss")
        expect(buttons).to_have_text(["中文"])
        expect(buttons).to_have_attribute("title", "显示或收起买家消息的中文大意")
        expect(buttons).to_have_attribute("aria-expanded", "false")
        expect(glosses).to_be_hidden()
        buttons.click()
        expect(glosses).to_be_visible()
        expect(glosses).to_have_text("您好，我的包裹在哪里？")
        say(page, "Guten Tag!")
        sees(page, "Antwort 1")
        page.reload()
        sees(page, "Antwort 1")
        expect(buttons).to_have_count(2)
        for number in range(2):
            expect(buttons.nth(number)).to_have_attribute("aria-expanded", "true")
            expect(glosses.nth(number)).to_be_visible()
        assert bubbles(page) == [OPENING, "Guten Tag!", "Antwort 1"]


def test_a_gloss_unfolds_by_keyboard(page: Page, stage: Stage) -> None:
    stage.bot.gloss = "您好，我的包裹在哪里？"
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        gloss = page.locator("deep-chat .gloss")
        page.locator("#text-input").focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(gloss).to_be_visible()
        page.keyboard.press("Space")
        expect(gloss).to_be_hidden()
        status(page, "已连接")


def test_a_message_without_a_gloss_has_no_button(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        assert page.locator("deep-chat .gloss-button").count() == 0


def test_a_question_to_the_coach_is_answered_beside_the_chat(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        say(page, "[rule]")
        expect(page.locator("[data-test=hit]")).to_contain_text("站外联系")
        status(page, "没有发给买家")
        say(page, "[finish]")
        expect(page.locator("#finish")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#finish")).to_be_hidden()


def test_after_the_buyer_has_left_nothing_can_be_sent(page: Page, stage: Stage) -> None:
    stage.bot.ends_after = 1
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        say(page, "Auf Wiedersehen!")
        expect(page.locator("[data-test=ended]")).to_contain_text("买家满意地结束了对话")
        say(page, "Halt!")
        assert "Halt!" not in bubbles(page)


def test_a_coach_that_cannot_be_reached_says_so(page: Page, stage: Stage) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        begin(page, stage)
        stage.bot.down = True
        page.locator("[data-test=hint]").click()
        expect(page.locator("[data-test=coach-answer]")).to_contain_text("暂时联系不上")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 390, 1280, 1920])
def test_no_page_is_wider_than_its_screen(browser: Browser, stage: Stage, width: int, scheme: str) -> None:
    with served(pages(stage.folder, stage.bot_url), stage.port):
        dark = scheme == "dark"
        stage.bot.gloss = "请问" * 60
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        page.set_default_timeout(WITHIN_MS)
        begin(page, stage)
        practice = page.url
        say(page, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3)
        sees(page, "Antwort 1")
        page.locator("deep-chat .gloss-button").last.click()
        page.locator("[data-test=hint]").click()
        expect(page.locator("[data-test=hint-answer]")).to_be_visible()
        fits(page, width)
        page.locator("[data-test=finish]").click()
        page.locator("[data-test=finish-yes]").click()
        expect(page.locator("[data-test=report]")).to_be_visible()
        fits(page, width)
        for path in ("/", "/rules", "/rules/off-platform-contact", "/nowhere"):
            page.goto(stage.url + path)
            fits(page, width)
        assert practice.startswith(stage.url)
        context.close()


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
