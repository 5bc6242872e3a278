"""Imports go one way, so that every part can be read, and tested, without those above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ALLOWED: dict[str, set[str]] = {
    "core": set(),
    "encoder": {"core"},
    "spelling": {"core"},
    "understanding": {"core", "encoder", "spelling"},
    "rules": {"core"},
    "buyer": {"core", "rules", "understanding"},
    "grading": {"core", "rules", "understanding"},
    "rasa": {"core", "encoder", "spelling", "understanding", "content"},
    "content": {"core", "understanding", "rules", "buyer", "grading"},
    "retrieval": {"core", "encoder"},
    "store": {"core"},
    "log": set(),
    "service": {
        "core",
        "encoder",
        "spelling",
        "understanding",
        "rules",
        "buyer",
        "grading",
        "content",
        "retrieval",
        "store",
        "log",
    },
    "settings": {"core"},
    "built": {"core", "encoder", "spelling"},
}
ALLOWED["bootstrap"] = ALLOWED["service"] | {"service", "settings"}
ALLOWED["actions"] = ALLOWED["web"] = ALLOWED["cli"] = ALLOWED["bootstrap"] | {"bootstrap"}

STANDARD_ONLY = ("core", "rules", "buyer")
"""Parts that run on the standard library alone, and neither read nor write anything."""

IO_CALLS = {"open", "print", "input"}
IO_MODULES = {"os", "io", "pathlib", "socket", "subprocess", "sqlite3", "urllib", "requests", "httpx", "time"}


def modules(part: str) -> Iterator[Path]:
    """The source files of one part."""
    single = ROOT / "bot" / f"{part}.py"
    folder = ROOT / "actions" if part == "actions" else ROOT / "bot" / part
    yield from [single] if single.exists() else sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Full names of everything a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(name: str) -> str | None:
    """The part of the project that an imported name belongs to."""
    if name.split(".")[0] == "actions":
        return "actions"
    return name.split(".")[1] if name.startswith("bot.") else None


def test_every_part_is_on_the_map() -> None:
    found = {p.stem for p in (ROOT / "bot").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert found - {"__init__"} == set(ALLOWED) - {"actions"}


@pytest.mark.parametrize("part", ALLOWED)
def test_imports_go_one_way(part: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(part)
        for name in imports(path)
        if (other := part_of(name)) and other != part and other not in ALLOWED[part]
    ]
    assert wrong == []


@pytest.mark.parametrize("part", STANDARD_ONLY)
def test_pure_parts_use_the_standard_library_and_do_no_input_or_output(part: str) -> None:
    import sys

    wrong = []
    for path in modules(part):
        for name in imports(path):
            top = name.split(".")[0]
            if top in IO_MODULES or (top != "bot" and top not in sys.stdlib_module_names):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IO_CALLS:
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} calls {node.func.id}")
    assert wrong == []


def test_only_settings_reads_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for part in ALLOWED
        for path in modules(part)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"environ", "getenv"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    }
    # The supervisor hands its environment on to what it starts; Rasa's environment has no settings.
    assert readers <= {"bot/settings.py", "bot/cli/supervisor.py", "bot/rasa/understanding.py"}
