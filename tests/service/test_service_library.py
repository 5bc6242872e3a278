"""Articles as readers find them."""

from __future__ import annotations

from bot.service.library import Library
from tests.service.fakes import library


def test_it_finds_articles_by_topic_and_group() -> None:
    shelves = library()
    article = shelves.article("off-platform-contact")
    assert article is not None
    assert shelves.shelves() == [("conduct", [article])]
    assert shelves.article("no-such-topic") is None


def test_a_section_named_in_english_has_its_heading_in_both_languages() -> None:
    shelves = library()
    assert shelves.heading("off-platform-contact", "What to answer", "zh") == "怎么回答"
    assert shelves.heading("off-platform-contact", "What to answer", "en") == "What to answer"
    assert shelves.heading("off-platform-contact", "Renamed since", "zh") == "Renamed since"


def test_an_empty_knowledge_base_has_no_shelves() -> None:
    assert Library([], {"eu-withdrawal": "law"}).shelves() == []
