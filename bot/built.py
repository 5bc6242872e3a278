"""Tells set-up by exit status whether a part is there that it builds: `python -m bot.built encoder var`.

It is quick and loads no model.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.core.errors import NotReady
from bot.encoder import folder as encoder
from bot.spelling import folder as lexicon

PARTS = {"encoder": encoder.current, "lexicon": lexicon.current}


def is_built(part: str, var: Path) -> bool:
    """Whether the part lies whole under `var`, in the version that this code wants."""
    try:
        PARTS[part](var)
    except NotReady:
        return False
    return True


if __name__ == "__main__":
    raise SystemExit(not is_built(sys.argv[1], Path(sys.argv[2])))
