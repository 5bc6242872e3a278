"""The index is built once, read afterwards, and built anew where it cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import NotReady
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder
from bot.retrieval.builder import ensure
from bot.retrieval.finder import Finder

Build = Callable[..., Finder]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def build(tmp_path: Path, encoder: Encoder, knowledge: Knowledge, said: list[str]) -> Build:
    def make(source: str = "one", using: Encoder = encoder) -> Finder:
        return ensure(tmp_path, source, using, lambda: knowledge, said.append)

    return make


def the_folder(var: Path) -> Path:
    (folder,) = [path for path in (var / "knowledge").iterdir() if path.is_dir()]
    return folder


def test_a_second_time_it_is_only_read(build: Build, said: list[str]) -> None:
    first, second = build(), build()
    assert len(said) == 1
    assert second.index.articles == first.index.articles
    assert second.ranker.enough == first.ranker.enough
    assert second.abbreviations.long_forms == first.abbreviations.long_forms


def test_vectors_of_known_texts_are_kept(build: Build, encoder: Any) -> None:
    build("one")
    known = encoder.encoded
    build("two")
    assert encoder.encoded == known


def test_other_articles_replace_the_index(build: Build, tmp_path: Path) -> None:
    build("one")
    before = the_folder(tmp_path)
    build("two")
    assert the_folder(tmp_path) != before


@pytest.mark.parametrize(
    "name", ["sections.faiss", "ranker.npz", "articles.json", "vocab.index.json", "manifest.json"]
)
@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_broken_index_is_refused_and_built_anew(
    build: Build, tmp_path: Path, said: list[str], name: str, damage: str
) -> None:
    build()
    broken = the_folder(tmp_path) / name
    if damage == "missing":
        broken.unlink()
    else:
        broken.write_bytes(broken.read_bytes()[:-1] + b"!")
    assert build().index.articles
    assert len(said) == 2
    build()
    assert len(said) == 2


def test_a_foreign_index_is_refused(build: Build, tmp_path: Path, said: list[str]) -> None:
    build("one")
    foreign = the_folder(tmp_path)
    build("two")
    own = the_folder(tmp_path)
    own.rename(foreign)
    build("one")
    assert any("of other articles" in line for line in said)


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path, encoder: Encoder, said: list[str]) -> None:
    with pytest.raises(NotReady, match="silkdesk knowledge new"):
        ensure(tmp_path, "none", encoder, lambda: Knowledge(()), said.append)
    assert not [path for path in (tmp_path / "knowledge").iterdir() if path.is_dir()]
