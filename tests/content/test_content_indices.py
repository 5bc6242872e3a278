"""What the fourteen indices mean, as data."""

from __future__ import annotations

from pathlib import Path

from bot.content.indices import load_indices
from bot.grading.indices import MEASURES
from bot.settings import ROOT

FILE = ROOT / "knowledge" / "indices.yml"


def test_each_index_has_a_definition_a_basis_and_limits_in_both_languages() -> None:
    specs, problems = load_indices(FILE)
    assert problems == []
    assert list(specs) == list(MEASURES)
    for spec in specs.values():
        assert all(set(text) == {"zh", "en"} for text in vars(spec).values())


def test_an_index_without_limits_is_an_error(tmp_path: Path) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if line.startswith("  limits:"))
    (tmp_path / "indices.yml").write_text("".join(lines[:first] + lines[first + 1 :]), encoding="utf-8")
    specs, problems = load_indices(tmp_path / "indices.yml")
    assert specs == {}
    assert [problem.where for problem in problems] == ["sales_target"]
