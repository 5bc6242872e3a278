"""The catalogue of texts: both languages say the same, nothing is missing, nothing is left over."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
import yaml

from bot.core.words import DIMENSIONS, PLATFORMS, UiLanguage
from bot.web.texts import FOLDER, UI_LANGUAGES, texts

WEB = Path(__file__).resolve().parents[2] / "bot" / "web"
SOURCES = [*WEB.glob("*.py"), *WEB.glob("templates/**/*.html")]
CHAT_SOURCES = list(WEB.glob("element/*.js"))
FULL_KEY = re.compile(r"[\"']([a-z_]+\.[a-z_0-9]+)[\"']")
PREFIX = re.compile(r"[\"']([a-z_]+\.[a-z_]*)[\"'] [+~]")
OPEN_LIST = re.compile(r"t\.word\([\"']([a-z_]+)[\"']")
ELEMENTS = ("chat.", "letter.", "office.")
"""Groups of texts that elements of the page show."""
INDICES = 14


def keys(language: UiLanguage) -> set[str]:
    """The keys of all texts of a language."""
    groups = yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    return {f"{group}.{key}" for group, texts in groups.items() for key in texts}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    zh, en = texts("zh"), texts("en")
    assert keys("zh") == keys("en")
    for key in keys("zh"):
        assert placeholders(zh(key)) == placeholders(en(key)), key


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_every_text_says_something(language: UiLanguage) -> None:
    catalogue = texts(language)
    assert [key for key in keys(language) if not catalogue(key)] == []


def test_every_text_that_is_used_exists() -> None:
    known = keys("zh")
    groups = {key.split(".")[0] for key in known}
    for source in SOURCES:
        for key in FULL_KEY.findall(source.read_text(encoding="utf-8")):
            if key.split(".")[0] in groups and not key.endswith((".html", ".py")):
                assert key in known or any(k.startswith(key) for k in known), f"{source.name}: {key}"


def test_no_text_is_left_over() -> None:
    code = "\n".join(s.read_text(encoding="utf-8") for s in SOURCES)
    chat = "\n".join(s.read_text(encoding="utf-8") for s in CHAT_SOURCES)
    named = set(FULL_KEY.findall(code))
    prefixes = {p for p in PREFIX.findall(code) if p} | {f"{name}." for name in OPEN_LIST.findall(code)}
    unused = [
        key
        for key in sorted(keys("zh"))
        if key not in named
        and not key.startswith(tuple(prefixes - {"chat."}))
        and not (key.startswith(ELEMENTS) and _in_chat(key.partition(".")[2], chat))
    ]
    assert unused == []


def _in_chat(name: str, code: str) -> bool:
    from_server = {"satisfied", "grudging", "walked_away", "dispute", "bad_review", "turn_limit"}
    refusals = {"empty", "too_long", "closed", "too_many"}
    mood = name.startswith("mood_") and "`mood_${" in code
    return name in from_server | refusals or mood or re.search(rf"\b{name}\b", code) is not None


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_words_of_the_field_are_named(language: UiLanguage) -> None:
    catalogue = texts(language)
    assert set(catalogue.group("dimension")) == set(DIMENSIONS)
    assert set(catalogue.group("platform")) == set(PLATFORMS)
    assert len(catalogue.group("index")) == INDICES


def test_an_unknown_word_of_an_open_list_is_shown_readably() -> None:
    assert texts("zh").word("platform", "new_market") == "new market"
