"""What `silkdesk run` looks at before it starts anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import httpx
import pytest

from bot.cli import run
from bot.core.errors import BadFile, NotReady
from bot.encoder import folder
from bot.settings import ROOT, Settings

BREAKS = {
    "knowledge/rubric.yml": ("pass_mark: 70", "pass_mark: seventy"),
    "knowledge/rules/law.yml": ("verdict: ", "verdikt: "),
    "knowledge/policies/lumo-toys.yml": ("id: lumo-toys", "id: lumo"),
    "knowledge/articles/eu-withdrawal/article.yml": ("stages:", "stage:"),
    "catalogue/moves/greet.yml": ("id: greet", "id: hello"),
    "scenarios/late-parcel/scenario.yml": ("level: ", "grade: "),
}
"""One mistake in each kind of file that people write."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all that people write, in place of the project."""
    for name in ("catalogue", "knowledge", "scenarios"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "silkdesk.tar.gz").touch()
    encoder = folder.expected(tmp_path / "var")
    encoder.mkdir(parents=True)
    folder.write_manifest(encoder, "none")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return tmp_path


def spoil(root: Path, name: str) -> None:
    old, new = BREAKS[name]
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def require(root: Path) -> None:
    run.require_ready(Settings(models=root / "models", var=root / "var"))


def test_sound_files_and_a_trained_bot_may_start(root: Path) -> None:
    require(root)


def test_a_bot_that_is_not_trained_is_told(root: Path) -> None:
    (root / "models" / "silkdesk.tar.gz").unlink()
    with pytest.raises(NotReady, match="make train"):
        require(root)


def test_a_missing_encoder_is_told(root: Path) -> None:
    shutil.rmtree(root / "var")
    with pytest.raises(NotReady, match="make setup"):
        require(root)


@pytest.mark.parametrize("name", BREAKS)
def test_every_kind_of_broken_file_stops_the_start(root: Path, name: str) -> None:
    spoil(root, name)
    with pytest.raises(BadFile) as caught:
        require(root)
    assert {problem.file for problem in caught.value.problems} == {name}


def test_all_broken_files_are_named_at_once(root: Path) -> None:
    for name in BREAKS:
        spoil(root, name)
    with pytest.raises(BadFile) as caught:
        require(root)
    assert {problem.file for problem in caught.value.problems} >= set(BREAKS)


@pytest.mark.parametrize(
    ("host", "page"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("practice.example", "http://practice.example:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_the_address_is_one_that_a_browser_takes(host: str, page: str) -> None:
    assert run.address(host, 8000) == page
    assert httpx.URL(page).host == host
