"""What `silkdesk evaluate` measures and how it shows it, without the measuring itself."""

from __future__ import annotations

from dataclasses import asdict

from bot.cli import evaluate_messages
from bot.cli.evaluate_grading import CONVERSATIONS, SETS, lines
from bot.core.words import LANGUAGES
from bot.grading.validity import Validity


def test_every_file_of_conversations_is_in_one_set() -> None:
    measured = [file.format(language) for file in SETS.values() for language in LANGUAGES]
    assert sorted([*measured, "readings.jsonl"]) == sorted(
        path.name for path in CONVERSATIONS.glob("*.jsonl")
    )


def test_each_set_of_conversations_has_figures_of_its_own() -> None:
    first, further = (
        Validity(60, 0.9, 16, 0.06, 24, 0.88, 1.4),
        Validity(61, 0.8, 24, 0.17, 0, None, 4.2),
    )
    found = {
        set_: {"en": asdict(one), "de": asdict(one)} for set_, one in zip(SETS, (first, further), strict=True)
    }
    shown = [line.split() for line in lines(found)]
    assert [row for row in shown if row[0] == "validity,"] == [
        ["validity,", "first", "set", "en", "de"],
        ["validity,", "further", "set", "en", "de"],
    ]
    assert [row[1:] for row in shown if row[0] == "found"] == [["0.900"] * 2, ["0.800"] * 2]
    assert [row[1:] for row in shown if row[0] == "ordered"] == [["0.880"] * 2, ["–"] * 2]


def test_messages_of_a_shop_are_shown_by_language() -> None:
    found = {"en": {"messages": 3, "found": 0.5, "right": None, "accused": 0.25, "accused_own_shop": 0.0}}
    assert [line.split() for line in evaluate_messages.lines(found)] == [
        ["messages", "en"],
        ["messages", "3"],
        ["found", "0.500"],
        ["right", "–"],
        ["accused", "0.250"],
        ["accused_own_shop", "0.000"],
    ]
