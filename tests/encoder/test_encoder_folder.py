"""The seal on a built encoder tells a whole one from a broken one."""

from pathlib import Path

import pytest

from bot.core.errors import NotReady
from bot.encoder import folder, tuned


def sealed(tmp_path: Path) -> Path:
    place = folder.expected(tmp_path)
    place.mkdir(parents=True)
    (place / folder.PUBLISHED).write_bytes(b"weights")
    (place / "tokenizer.json").write_bytes(b"{}")
    folder.write_manifest(place, "test model")
    return place


def test_a_sealed_folder_is_current(tmp_path: Path) -> None:
    place = sealed(tmp_path)
    assert folder.current(tmp_path) == place


def test_a_missing_encoder_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match=r"encoder missing.*make setup"):
        folder.current(tmp_path)


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    (sealed(tmp_path) / folder.PUBLISHED).write_bytes(b"weightz")
    with pytest.raises(NotReady, match=r"damaged.*published\.onnx.*make setup"):
        folder.current(tmp_path)


def test_a_lost_file_is_noticed(tmp_path: Path) -> None:
    (sealed(tmp_path) / "tokenizer.json").unlink()
    with pytest.raises(NotReady, match=r"tokenizer\.json"):
        folder.current(tmp_path)


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"name": 1}'])
def test_a_broken_seal_is_refused(tmp_path: Path, text: str) -> None:
    (sealed(tmp_path) / "manifest.json").write_text(text)
    with pytest.raises(NotReady):
        folder.current(tmp_path)


def test_the_digest_follows_the_model(tmp_path: Path) -> None:
    place = sealed(tmp_path)
    before = folder.read_manifest(place).digest(folder.PUBLISHED)
    (place / folder.PUBLISHED).write_bytes(b"other")
    folder.write_manifest(place, "test model")
    assert folder.read_manifest(place).digest(folder.PUBLISHED) != before


def test_a_model_keeps_its_digest_when_the_other_changes(tmp_path: Path) -> None:
    place = sealed(tmp_path)
    before = folder.read_manifest(place).digest(folder.PUBLISHED)
    (place / folder.ACTS).write_bytes(b"tuned")
    folder.write_manifest(place, "test model")
    assert folder.read_manifest(place).digest(folder.PUBLISHED) == before


def test_other_tuned_layers_want_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = folder.expected(tmp_path)
    monkeypatch.setattr(tuned, "checksum", lambda: "another")
    assert folder.expected(tmp_path) != before
