"""Abbreviations and unanswerable questions are read, and everything wrong in them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.search_aids import fingerprint, load_search_aids
from bot.settings import ROOT

LONG = "long: {en: a, zh: b, de: c, ru: d, es: e}"
ASKED = "{en: [a?], zh: [b?], de: [c?], ru: [d?], es: [e?, f?]}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "abbreviations.yml").write_text(f"- short: [IOSS, НДС]\n  {LONG}\n", encoding="utf-8")
    (tmp_path / "unanswerable.yml").write_text(f"far: {ASKED}\nnear: {ASKED}\n", encoding="utf-8")
    return tmp_path


def test_both_are_read(root: Path) -> None:
    abbreviations, unanswerable, problems = load_search_aids(root)
    assert problems == []
    assert set(abbreviations) == {"ioss", "ндс"}
    assert abbreviations["ioss"]["de"] == "c"
    assert len(unanswerable) == 12


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("abbreviations.yml", f"- short: [IOSS, ioss]\n  {LONG}\n", "[0].short[1]: ioss stands here twice"),
        ("abbreviations.yml", f"- short: ['two words']\n  {LONG}\n", "abbreviations.yml:1: [0].short[0]"),
        ("abbreviations.yml", f"- short: [A1]\n  kind: x\n  {LONG}\n", "unknown key kind"),
        ("abbreviations.yml", "- short: [A1]\n  long: {en: a}\n", "'zh' is a required property"),
        ("unanswerable.yml", f"far: {ASKED}\n", "'near' is a required property"),
    ],
)
def test_what_is_wrong_is_named(root: Path, name: str, text: str, expected: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
    assert any(expected in str(problem) for problem in load_search_aids(root)[2])


def test_a_missing_file_is_named(root: Path) -> None:
    (root / "unanswerable.yml").unlink()
    assert "knowledge/unanswerable.yml: cannot be read" in str(load_search_aids(root)[2][0])


def test_any_change_shows_in_the_fingerprint(root: Path) -> None:
    before = fingerprint(root)
    (root / "unanswerable.yml").write_text("far: {}\n", encoding="utf-8")
    assert fingerprint(root) != before


def test_the_shipped_ones_are_sound() -> None:
    abbreviations, unanswerable, problems = load_search_aids(ROOT / "knowledge")
    assert problems == []
    assert {"ioss", "odr", "fbs", "ндс"} <= set(abbreviations)
    assert len(set(unanswerable)) == len(unanswerable)
