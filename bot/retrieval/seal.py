"""The seal of a built folder: what it was made of, and the checksum of every file in it."""

from __future__ import annotations

import json
from pathlib import Path

from bot.core.errors import NotReady
from bot.encoder.files import sha256

SEAL = "manifest.json"


def seal(folder: Path, key: str) -> None:
    """Records what `folder` was made of and what it holds; the last thing that is written."""
    files = {path.name: sha256(path) for path in sorted(folder.iterdir())}
    (folder / SEAL).write_text(json.dumps({"key": key, "files": files}, indent=1), encoding="utf-8")


def require_whole(folder: Path, key: str) -> None:
    """Raises NotReady where `folder` is missing, damaged, or made of something else than `key` says."""
    try:
        data = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        broken = [name for name, digest in data["files"].items() if sha256(folder / name) != digest]
        foreign = data["key"] != key
    except FileNotFoundError as error:
        raise NotReady(f"knowledge index missing: {error.filename}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotReady(f"knowledge index unreadable: {folder}: {error}") from None
    if foreign:
        raise NotReady(f"knowledge index of other articles or another encoder: {folder}")
    if broken:
        raise NotReady(f"knowledge index damaged: {', '.join(str(folder / name) for name in broken)}")
