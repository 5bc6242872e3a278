"""What texts are heard by, as one checksum: two that hear by the same one hear the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

PARTS = ("core", "encoder", "spelling", "understanding")
"""Parts whose files, code and words alike, have a say in what is heard in a text."""


def checksum(bot: Path, weights: Iterable[str]) -> str:
    """Of all PARTS in the folder `bot`, and of `weights`: the checksums of what was built and trained."""
    whole = sha256("\n".join(weights).encode())
    for file in sorted(_files(bot)):
        content = file.read_bytes()
        whole.update(f"\n{file.relative_to(bot).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:16]


def _files(bot: Path) -> Iterator[Path]:
    """All but what Python and editors leave beside them."""
    for part in PARTS:
        for file in (bot / part).rglob("*"):
            if file.is_file() and file.parent.name != "__pycache__" and not file.name.startswith("."):
                yield file
