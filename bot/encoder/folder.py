"""Where the built encoder lies, and whether it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from bot.core.errors import NotReady
from bot.encoder import tuned
from bot.encoder.files import SOURCE_SHA256, sha256

NAME = "intfloat/multilingual-e5-small"
RECIPE = "7"
"""Raised when the way of building changes, so that every encoder is built anew."""
PUBLISHED, ACTS = "published.onnx", "acts.onnx"
"""The encoder as it was published, for search, and as it was tuned, for understanding."""
TOKENIZER = "tokenizer.json"

REMEDY = "run `make setup`"


@dataclass(frozen=True)
class Manifest:
    """What a built encoder consists of: its name and the checksum of each file."""

    name: str
    files: dict[str, str]

    def digest(self, model: str) -> str:
        """One checksum for a model and its tokenizer: what its vectors depend on."""
        return hashlib.sha256((self.files[model] + self.files[TOKENIZER]).encode()).hexdigest()[:16]


def key() -> str:
    """The folder's name: it changes with the public weights, with tuning and with the way of building."""
    return hashlib.sha256(f"{SOURCE_SHA256} {tuned.checksum()} {RECIPE}".encode()).hexdigest()[:16]


def expected(var: Path) -> Path:
    """Where the encoder of this version lies, built or not."""
    return var / "encoder" / key()


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
