"""Reads the trained heads out of the archive that `rasa train` writes."""

from __future__ import annotations

import os
import tarfile
from pathlib import Path

from bot.core.errors import NotReady
from bot.understanding.head import Head

HEAD_FILE = "silkdesk_head.npz"
"""Name of the file with the head for acts inside the archive, whatever folder Rasa puts it in."""
MOVES_FILE = "silkdesk_moves.npz"
"""The same of the head for buyer's moves."""


def newest(models: Path) -> Path:
    """The archive that Rasa would load from `models`; raises NotReady where there is none."""
    archives = list(models.glob("*.tar.gz"))
    if not archives:
        raise NotReady(f"no trained model in {models}; run `make train`")
    return max(archives, key=os.path.getctime)


def read_head(archive: Path, name: str = HEAD_FILE) -> Head:
    """The head of this file name in `archive`; raises NotReady where it holds none or cannot be read."""
    try:
        with tarfile.open(archive) as files:
            for member in files:
                if member.isfile() and Path(member.name).name == name:
                    file = files.extractfile(member)
                    return Head.from_bytes(file.read() if file else b"")
    except (OSError, EOFError, tarfile.TarError) as error:
        raise NotReady(f"the model {archive} cannot be read ({error}); run `make train`") from None
    raise NotReady(f"the model {archive} holds no {name}; run `make train`")
