"""What was heard in texts, kept on disk by checksum, so that no text is understood twice.

No word of a text is kept. A file serves one version of understanding; several processes may share it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

T = TypeVar("T")

MOST = 200_000
"""Texts that a file keeps, some 100 MB; the oldest go first."""
VERSIONS = 2
"""Versions of understanding whose files are kept, the ones written last."""
WAIT = 5.0
"""Seconds to wait for another process that writes."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS heard (id INTEGER PRIMARY KEY, key TEXT UNIQUE, value BLOB, checksum INTEGER)"
)
_ADD = "INSERT OR REPLACE INTO heard (key, value, checksum) VALUES (?, ?, ?)"
_TRIM = "DELETE FROM heard WHERE id <= (SELECT max(id) FROM heard) - ?"
_GET = "SELECT value, checksum FROM heard WHERE key = ?"


class Understood:
    """JSON values by key in one file. It may always be deleted: what cannot be read counts as never heard.

    It is opened for each use, so that threads and copies of the process need not care.
    """

    def __init__(self, file: Path, most: int = MOST) -> None:
        self._file = file
        self._most = most

    def get(self, keys: Iterable[str]) -> dict[str, Any]:
        """The values of those keys that are known."""
        if not self._file.exists():
            return {}
        return self._use(lambda disk: _known(disk, keys)) or {}

    def put(self, values: Mapping[str, Any]) -> None:
        """Keeps values, unless the disk is full or read-only, or another process writes for long."""
        if not values:
            return
        if not self._file.exists():
            self._begin()
        self._use(lambda disk: _add(disk, values, self._most))

    def _use(self, do: Callable[[sqlite3.Connection], T]) -> T | None:
        try:
            with closing(sqlite3.connect(self._file, WAIT, isolation_level=None)) as disk, disk:
                return do(disk)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            _drop(self._file)
            return None

    def _begin(self) -> None:
        """Makes the folder, and room in it."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            others = sorted(self._file.parent.glob("*.db"), key=lambda file: file.stat().st_mtime)
            for old in others[: len(others) + 1 - VERSIONS]:
                _drop(old)
        except OSError:
            return


def place(var: Path, heard_by: str) -> Path:
    """The file under `var` for what was heard by what has this checksum."""
    return var / "understood" / f"{heard_by}.db"


def _known(disk: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Any]:
    rows = ((key, disk.execute(_GET, (key,)).fetchone()) for key in keys)
    return {key: _value(key, *row) for key, row in rows if row}


def _value(key: str, written: bytes, checksum: int) -> Any:
    if crc32(key.encode() + written) != checksum:
        raise sqlite3.DatabaseError("a value is not as it was written")
    return json.loads(written)


def _add(disk: sqlite3.Connection, values: Mapping[str, Any], most: int) -> None:
    written = ((key, json.dumps(value, separators=(",", ":")).encode()) for key, value in values.items())
    disk.execute("PRAGMA synchronous = OFF")  # what a power cut breaks is found by its checksum
    disk.execute("BEGIN IMMEDIATE")  # who only reads first is refused at once where another writes
    disk.execute(_TABLE)
    disk.executemany(_ADD, ((key, value, crc32(key.encode() + value)) for key, value in written))
    disk.execute(_TRIM, (most,))


def _drop(file: Path) -> None:
    with suppress(OSError):
        for part in (file, file.with_name(f"{file.name}-journal")):
            part.unlink(missing_ok=True)
