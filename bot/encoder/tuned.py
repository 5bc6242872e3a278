"""What tuning for acts changed in the public weights, shipped with the project beside its recipe.

`make tune` writes both: what the changes were made from and how, and their checksum.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.core.errors import NotReady
from bot.encoder.files import SOURCE_SHA256, sha256

CHANGES = Path(__file__).parent / "layers" / "acts.npz"
RECIPE = CHANGES.with_suffix(".json")


def checksum() -> str:
    """The checksum that the recipe names; raises NotReady where there is none."""
    return str(_recipe()["sha256"])


def changes() -> Path:
    """The changes; raises NotReady where they are damaged or belong to other public weights."""
    recipe = _recipe()
    if not CHANGES.is_file() or sha256(CHANGES) != recipe["sha256"]:
        raise NotReady(f"tuned layers damaged: {CHANGES}; get them from the repository, or run `make tune`")
    if recipe["weights"] != SOURCE_SHA256:
        raise NotReady(f"tuned layers {CHANGES} belong to other public weights; run `make tune`")
    return CHANGES


def write_recipe(how: dict[str, Any]) -> None:
    """Seals the changes that lie at CHANGES."""
    recipe = {"weights": SOURCE_SHA256, "sha256": sha256(CHANGES), **how}
    RECIPE.write_text(json.dumps(recipe, indent=1) + "\n", encoding="utf-8")


def _recipe() -> dict[str, Any]:
    try:
        recipe: dict[str, Any] = json.loads(RECIPE.read_text(encoding="utf-8"))
        if not {"sha256", "weights"} <= set(recipe):
            raise ValueError("it names no checksums")
    except (OSError, ValueError, TypeError) as error:
        raise NotReady(f"tuned layers unreadable: {RECIPE}: {error}; get it from the repository") from None
    return recipe
