"""`silkdesk scenario export` and `import`: one scenario, with all it uses, as one zip."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.source import opened
from bot.core.errors import BadRequest
from bot.settings import ROOT


def export(
    id: Annotated[str, typer.Argument(help="The scenario's id, its folder's name.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="ID.zip without it; - prints.", show_default=False)
    ] = None,
) -> None:
    """Pack a scenario into one zip, with the needs, traps and policy it uses.

    Example: silkdesk scenario export late-parcel -o late-parcel.zip
    """
    from bot.content.scenario_zip import pack

    packed, target = pack(ROOT, id), output or Path(f"{id}.zip")
    if str(target) == "-":
        sys.stdout.buffer.write(packed)
        return
    try:
        target.write_bytes(packed)
    except OSError as error:
        raise BadRequest(f"{target}: cannot be written: {error.strerror}") from None
    print(target)


def import_(
    file: Annotated[str, typer.Argument(help="A zip made by export; - reads standard input.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put its files in the place of others that differ.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Take a scenario in from a zip, whole or not at all; refuse what is unsafe or not sound.

    Example: silkdesk scenario import late-parcel.zip
    """
    from bot.content.scenario_import import take_in
    from bot.content.scenario_zip import unpack

    id, files = unpack(_read(file))
    try:
        written = take_in(ROOT, id, files, replace)
    except OSError as error:
        raise BadRequest(f"nothing is changed: {error.filename}: {error.strerror}") from None
    if as_json:
        print(json.dumps({"scenario": id, "written": written}))
        return
    for name in written:
        print(name)
    print(f"{id}: {len(written)} of {len(files)} files written, the others were there already")


def _read(file: str) -> bytes:
    """The zip, no more of it than any scenario has."""
    from bot.content.scenario_zip import MOST_BYTES

    with opened(file) as source:
        data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise BadRequest(f"{file}: longer than {MOST_BYTES} bytes, which no scenario is")
    return data
