"""Where the built encoder lies, and whether it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.core.errors import NotReady

NAME = "intfloat/multilingual-e5-small"
SOURCE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Checksum of the file with the public weights that the encoder is built from."""
RECIPE = "4"
"""Raised when the way of building changes, so that every encoder is built anew."""

REMEDY = "run `make setup`"


@dataclass(frozen=True)
class Manifest:
    """What a built encoder consists of: its name and the checksum of each file."""

    name: str
    files: dict[str, str]

    @property
    def digest(self) -> str:
        """One checksum for the whole encoder: what its vectors depend on."""
        return hashlib.sha256("".join(sorted(self.files.values())).encode()).hexdigest()[:16]


def key() -> str:
    """The folder's name: it changes with the public weights and with the way of building."""
    return hashlib.sha256(f"{SOURCE_SHA256} {RECIPE}".encode()).hexdigest()[:16]


def expected(var: Path) -> Path:
    """Where the encoder of this version lies, built or not."""
    return var / "encoder" / key()


def sha256(path: Path) -> str:
    """Checksum of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def write_manifest(folder: Path, name: str) -> None:
    """Seals `folder`: records the checksum of every file in it."""
    files = {p.name: sha256(p) for p in sorted(folder.iterdir()) if p.name != "manifest.json"}
    (folder / "manifest.json").write_text(
        json.dumps({"name": name, "files": files}, indent=1), encoding="utf-8"
    )


def read_manifest(folder: Path) -> Manifest:
    """The seal of `folder`; raises NotReady where it is missing, unreadable or broken."""
    try:
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        manifest = Manifest(data["name"], data["files"])
        broken = [name for name, digest in manifest.files.items() if sha256(folder / name) != digest]
    except FileNotFoundError as error:
        raise NotReady(f"encoder missing: {error.filename}; {REMEDY}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotReady(f"encoder unreadable: {folder}: {error}; {REMEDY}") from None
    if broken:
        raise NotReady(f"encoder damaged: {', '.join(str(folder / name) for name in broken)}; {REMEDY}")
    return manifest


def current(var: Path) -> Path:
    """The folder of the whole, checked encoder under `var`; raises NotReady where there is none."""
    folder = expected(var)
    read_manifest(folder)
    return folder
