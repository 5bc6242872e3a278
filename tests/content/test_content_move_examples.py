"""Sentences of moves: what is read, and what is told of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.move_examples import load_move_examples

GREET = """id: greet
examples:
  en:
  - Hello!
  - {text: "Hello, thanks.", further: [thanks]}
  de: [Hallo!]
  ru: [Привет!]
  es: [Hola.]
"""


def write(root: Path, name: str, text: str) -> None:
    folder = root / "catalogue" / "moves"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yml").write_text(text, encoding="utf-8")


def test_sentences_are_read_with_all_their_moves_and_their_line(tmp_path: Path) -> None:
    write(tmp_path, "greet", GREET)
    examples, problems = load_move_examples(tmp_path)
    assert problems == []
    assert [(e.text, e.moves, e.language, e.line) for e in examples[:3]] == [
        ("Hello!", ("greet",), "en", 4),
        ("Hello, thanks.", ("greet", "thanks"), "en", 5),
        ("Hallo!", ("greet",), "de", 6),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("[thanks]", "[thank]", 5, "unknown move thank"),
        ("[thanks]", "[]", 5, "[] should be non-empty"),
        (", further: [thanks]", "", 5, "'further' is a required property"),
        ("further", "farther", 5, "unknown key farther"),
        ("  es: [Hola.]\n", "", 2, "'es' is a required property"),
        ("[Hallo!]", "[Hallo!, hallo!]", 6, "stands in catalogue/moves/greet.yml:6 already"),
        ("id: greet", "id: hello", 1, "unknown move hello"),
        ("- Hello!", "- yes", 4, "True is not of type 'string'"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    write(tmp_path, "greet", GREET.replace(old, new))
    problems = [p for p in load_move_examples(tmp_path)[1] if message in p.message]
    assert [(p.file, p.line) for p in problems] == [("catalogue/moves/greet.yml", line)]


def test_a_sentence_stands_in_one_file_alone(tmp_path: Path) -> None:
    write(tmp_path, "farewell", GREET.replace("id: greet", "id: farewell").replace("Hello", "Bye"))
    write(tmp_path, "greet", GREET)
    messages = [problem.message for problem in load_move_examples(tmp_path)[1]]
    assert messages == [f"stands in catalogue/moves/farewell.yml:{line} already" for line in (6, 7, 8)]
