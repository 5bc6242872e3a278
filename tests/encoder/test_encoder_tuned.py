"""Tuned layers are shipped sealed: damaged ones, and those of another encoder, are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.core.errors import NotReady
from bot.encoder import folder, tuned

MOST_MEGABYTES = 10


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Layers of a few bytes with their recipe, in place of the real ones."""
    monkeypatch.setattr(tuned, "ACTS", tmp_path / "acts.onnx")
    monkeypatch.setattr(tuned, "RECIPE", tmp_path / "acts.json")
    tuned.ACTS.write_bytes(b"layers")
    tuned.write_recipe({"epochs": 4})
    return tmp_path


def test_what_was_sealed_is_given() -> None:
    assert tuned.acts().stat().st_size < MOST_MEGABYTES * 1e6


def test_the_recipe_is_kept(shipped: Path) -> None:
    assert tuned.acts() == shipped / "acts.onnx"
    assert json.loads((shipped / "acts.json").read_text())["epochs"] == 4


def test_damaged_layers_are_refused(shipped: Path) -> None:
    (shipped / "acts.onnx").write_bytes(b"layerz")
    with pytest.raises(NotReady, match="damaged"):
        tuned.acts()


def test_layers_of_another_encoder_are_refused(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped
    monkeypatch.setattr(folder, "RECIPE", "another")
    with pytest.raises(NotReady, match="another encoder"):
        tuned.acts()


def test_missing_layers_are_named(shipped: Path) -> None:
    (shipped / "acts.json").unlink()
    with pytest.raises(NotReady, match="unreadable"):
        tuned.acts()
