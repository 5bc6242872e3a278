"""Every pair of colours that text stands on can be read, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parents[2] / "bot/web/static/silkdesk.css").read_text(encoding="utf-8")
ENOUGH = 4.5
PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunk"),
    ("ink", "mark"),
    ("ink", "accent-soft"),
    ("ink", "good-soft"),
    ("ink", "bad-soft"),
    ("ink", "bubble-buyer"),
    ("bubble-agent-ink", "bubble-agent"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink-soft", "sunk"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent-soft"),
    ("accent-ink", "accent"),
    ("good", "surface"),
    ("good", "good-soft"),
    ("warn", "surface"),
    ("warn", "warn-soft"),
    ("bad", "surface"),
    ("bad", "bad-soft"),
]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", block))


LIGHT = colours(CSS.split("@media (prefers-color-scheme: dark)")[0])
DARK = colours(CSS.split("@media (prefers-color-scheme: dark)")[1].split("\n}\n")[0])


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    palette = LIGHT if theme == "light" else DARK
    assert contrast(palette[text], palette[ground]) >= ENOUGH


def test_both_themes_have_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_no_rule_names_a_colour_of_its_own() -> None:
    rules = re.sub(r"@media \(prefers-color-scheme: dark\).*?\n}\n", "", CSS.split("\n}\n", 1)[1], flags=re.S)
    assert re.findall(r"#[0-9a-f]{3,8}\b(?!ff)", rules.replace("background: #fff", "")) == []
