"""One scenario in one zip: its folder and graded talks, the needs, traps and policy. Nothing is trusted.

All that it uses travels, not only what is no part of the shipped set: two installations need not have the
same version of a need, and files that are the same on both sides change nothing.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.buyer.scenario import Scenario
from bot.content.graded_talks import FOLDER, PREFIX, check_graded_talks, file_of
from bot.content.scenarios import TEXTS, load_scenarios
from bot.core.errors import BadFile, BadRequest, NotFound

MOST_FILES = 100
MOST_BYTES = 8_000_000
"""Of all files together, unpacked."""
MOST_RATIO = 60
"""Unpacked to packed; texts stay below a tenth of it."""
DEEPEST = 20
"""Levels of lists and mappings in one file; ours have seven."""

BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What reading a zip raises that is damaged, locked, or packed in a way of its own."""

_ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_FILES = "|".join(map(re.escape, ("scenario.yml", "lines.yml", *TEXTS)))
EXPECTED = re.compile(
    rf"scenarios/(?P<id>{_ID})/(?:{_FILES})|catalogue/(?:needs|traps)/{_ID}\.yml|knowledge/policies/{_ID}\.yml"
    rf"|{FOLDER}/{PREFIX}(?P<talks>{_ID})\.yml"
)
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file, so that the same scenario gives the same bytes."""


def pack(root: Path, id: str) -> bytes:
    """The zip of a scenario of `root`; raises NotFound, and BadFile with all errors where it is not sound."""
    folder = root / "scenarios" / id
    if not re.fullmatch(_ID, id) or not folder.is_dir():
        raise NotFound(f"there is no scenario {id}; `silkdesk scenario list` names them")
    shelf = load_scenarios(root, [folder])
    if problems := [*shelf.problems, *check_graded_talks(root, shelf.scenarios)[0]]:
        raise BadFile(problems)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(_used(root, shelf.scenarios[id])):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, (root / name).read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def unpack(data: bytes) -> tuple[str, dict[str, bytes]]:
    """The scenario's id and its files, by path from the project's root; writes nothing.

    Raises BadRequest for what is no zip of one scenario: other files, paths that lead elsewhere, links, too
    many or too big files, and YAML that unfolds into more than it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_entries(entries, len(data))
            files = {entry.filename: _read(archive, entry) for entry in entries}
    except BROKEN as error:
        raise BadRequest(f"the zip cannot be read: {error}") from None
    for name, content in files.items():
        if name.endswith(".yml"):
            _check_yaml(name, content)
    matches = [match for match in map(EXPECTED.fullmatch, files) if match]
    ids = {id for match in matches for id in (match["id"], match["talks"]) if id}
    if len(ids) != 1:
        raise BadRequest(f"the zip holds {len(ids)} scenarios, not one")
    id = ids.pop()
    if f"scenarios/{id}/scenario.yml" not in files:
        raise BadRequest(f"the zip holds no scenarios/{id}/scenario.yml")
    return id, files


def _used(root: Path, scenario: Scenario) -> set[str]:
    """The files of a scenario and those that it uses, from `root`."""
    used = {f"scenarios/{scenario.id}/{name}" for name in ("scenario.yml", "lines.yml", *TEXTS)}
    used |= {f"catalogue/needs/{use.need.id}.yml" for use in scenario.needs}
    used |= {f"catalogue/traps/{use.trap.id}.yml" for use in scenario.traps}
    used |= {file_of(Path(), scenario.id).as_posix()}
    used |= {f"knowledge/policies/{scenario.shop}.yml"} if scenario.shop else set()
    return {name for name in used if (root / name).exists()}


def _check_entries(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MOST_FILES:
        raise BadRequest(f"the zip holds {len(entries)} files; a scenario has {MOST_FILES} at most")
    seen = set()
    for entry in entries:
        name = entry.filename
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            raise BadRequest(f"{name!r} in the zip is no plain file")
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise BadRequest(f"{name!r} in the zip leads out of its folder")
        if not EXPECTED.fullmatch(name):
            raise BadRequest(f"{name!r} in the zip belongs to no scenario")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadRequest(f"{name!r} in the zip is packed in an unusual way")
        if name in seen:
            raise BadRequest(f"{name!r} stands twice in the zip")
        seen.add(name)
    size = sum(entry.file_size for entry in entries)
    if size > MOST_BYTES:
        raise BadRequest(f"the zip unpacks to {size} bytes; a scenario has {MOST_BYTES} at most")
    if size > MOST_RATIO * packed:
        raise BadRequest(f"the zip unpacks to more than {MOST_RATIO} times its size")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of a file, which must be as long as the zip says and no longer."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise BadRequest(f"{entry.filename!r} in the zip is not as long as the zip says")
    return content


def _check_yaml(name: str, content: bytes) -> None:
    """Refuses aliases, which may unfold without end, and endless nesting; other mistakes are told later."""
    depth = 0
    try:
        for event in yaml.parse(content, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise BadRequest(f"{name} in the zip has an alias in line {_line(event)}; write it out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise BadRequest(f"{name} in the zip is nested too deeply in line {_line(event)}")
    except (yaml.YAMLError, ValueError):
        return


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line


def clashes(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Those files that are there already with another content."""
    return sorted(
        n for n, content in files.items() if (root / n).exists() and (root / n).read_bytes() != content
    )
