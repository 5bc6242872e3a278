"""Tuned layers are shipped sealed: damaged ones, and those of other weights, are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.core.errors import NotReady
from bot.encoder import tuned

MOST_MEGABYTES = 10


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Layers of a few bytes with their recipe, in place of the real ones."""
    monkeypatch.setattr(tuned, "CHANGES", tmp_path / "acts.npz")
    monkeypatch.setattr(tuned, "RECIPE", tmp_path / "acts.json")
    tuned.CHANGES.write_bytes(b"layers")
    tuned.write_recipe({"epochs": 4})
    return tmp_path


def test_what_was_sealed_is_given() -> None:
    assert tuned.changes().stat().st_size < MOST_MEGABYTES * 1e6


def test_the_recipe_is_kept(shipped: Path) -> None:
    assert tuned.changes() == shipped / "acts.npz"
    assert json.loads((shipped / "acts.json").read_text())["epochs"] == 4


def test_damaged_layers_are_refused(shipped: Path) -> None:
    (shipped / "acts.npz").write_bytes(b"layerz")
    with pytest.raises(NotReady, match="damaged"):
        tuned.changes()


def test_layers_of_other_weights_are_refused(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped
    monkeypatch.setattr(tuned, "SOURCE_SHA256", "another")
    with pytest.raises(NotReady, match="other public weights"):
        tuned.changes()


def test_missing_layers_are_named(shipped: Path) -> None:
    (shipped / "acts.json").unlink()
    with pytest.raises(NotReady, match="unreadable"):
        tuned.changes()
