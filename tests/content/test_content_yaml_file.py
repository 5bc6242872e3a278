"""YAML that is legal but of no use is refused in one line, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.yaml_file import read_yaml


def read(folder: Path, text: str) -> tuple[object, list[str]]:
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8")
    file, problems = read_yaml(path, "x.yml")
    return file and file.data, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: x\ntitle: &a {self: *a}\n", 2),
        ("id: x\nlist: &a\n  - y\n  - deep: *a\n", 4),
        ("- &a\n  - *a\n", 1),
        ("&a {id: x,\n  <<: *a}\n", 2),
    ],
)
def test_what_refers_to_itself_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    data, problems = read(tmp_path, text)
    assert data is None
    assert len(problems) == 1
    assert problems[0].startswith(f"x.yml:{line}: not valid YAML: an alias stands for what it is itself")


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "&a [*a]"])
def test_a_key_that_is_no_text_is_told_with_its_line(tmp_path: Path, key: str) -> None:
    data, problems = read(tmp_path, f"id: x\n? {key}\n: c\n")
    assert data is None
    assert problems == ["x.yml:2: not valid YAML: a key must be text, neither a list nor a mapping"]


def test_an_alias_of_something_else_stays_allowed(tmp_path: Path) -> None:
    assert read(tmp_path, "a: &a [1]\nb: *a\n") == ({"a": [1], "b": [1]}, [])
