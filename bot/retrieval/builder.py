"""Builds the index where it is missing, broken or of other articles; vectors of known texts are kept."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.core.errors import NotReady
from bot.core.knowledge import Knowledge
from bot.encoder.runtime import Encoder
from bot.encoder.vectors import VectorStore
from bot.retrieval.finder import Finder
from bot.retrieval.seal import require_whole, seal

RECIPE = "3"
"""Raised when the way of building changes, so that every index is built anew."""


def ensure(
    var: Path,
    source: str,
    encoder: Encoder,
    knowledge: Callable[[], Knowledge],
    say: Callable[[str], None],
) -> Finder:
    """The finder over `knowledge`, whose checksum is `source`; read where it lies whole, else built.

    Raises NotReady where there are no articles.
    """
    key = hashlib.sha256(f"{RECIPE} {source} {encoder.digest}".encode()).hexdigest()[:16]
    home = var / "knowledge"
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        try:
            return _read(home / key, key)
        except NotReady as reason:
            say(f"{reason}; building it")
        _build(home / key, key, encoder, knowledge(), var)
        return _read(home / key, key)


def kept_vectors(var: Path, encoder: Encoder) -> VectorStore:
    """The vectors of known passages and taught questions, kept beside those of other encoders."""
    return VectorStore(var / "vectors" / f"knowledge-{encoder.digest}.npz", encoder)


def _read(folder: Path, key: str) -> Finder:
    require_whole(folder, key)
    return Finder.read(folder)


def _build(target: Path, key: str, encoder: Encoder, knowledge: Knowledge, var: Path) -> None:
    if not knowledge.articles:
        raise NotReady("there are no articles in knowledge/articles: add one by `silkdesk knowledge new`")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as draft:
        built = Path(draft) / "built"
        built.mkdir()
        Finder.make(knowledge, kept_vectors(var, encoder).encode).write(built)
        seal(built, key)
        for stale in target.parent.iterdir():
            if stale.is_dir() and stale != Path(draft):
                shutil.rmtree(stale)
        built.replace(target)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One process at a time: others wait, and then find the index built."""
    with (home / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
