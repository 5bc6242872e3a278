"""Serves the pages: `python -m bot.web`."""

from __future__ import annotations

import sys

import uvicorn

from bot.core.errors import SilkdeskError
from bot.log import configure
from bot.settings import settings
from bot.web.app import create
from bot.web.talk import MOST_BYTES

ENDS_WITHIN_S = 3
"""After Ctrl-C open pages are let go so soon; they connect again when web is back."""


def main() -> None:
    """Runs until it is told to end; exit status 2 and one line where the host has to mend something."""
    try:
        chosen = settings()
        configure(chosen.log_level)
        app = create()
    except SilkdeskError as error:
        print(f"silkdesk: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    uvicorn.run(
        app,
        host=chosen.host,
        port=chosen.port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws_max_size=4 * MOST_BYTES,
        timeout_graceful_shutdown=ENDS_WITHIN_S,
    )


if __name__ == "__main__":
    main()
