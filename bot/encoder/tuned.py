"""Upper layers tuned for one purpose, shipped with the project: `acts` for understanding.

`make tune` writes them with a recipe: what they were made from and how, and their checksum.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.core.errors import NotReady
from bot.encoder import folder

ACTS = Path(__file__).parent / "layers" / "acts.onnx"
RECIPE = ACTS.with_suffix(".json")


def acts() -> Path:
    """The layers for understanding; raises NotReady where they are damaged or of other lower layers."""
    try:
        recipe = json.loads(RECIPE.read_text(encoding="utf-8"))
        whole = recipe["sha256"] == folder.sha256(ACTS)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotReady(f"tuned layers unreadable: {error}; get {ACTS.name} from the repository") from None
    if not whole:
        raise NotReady(f"tuned layers damaged: {ACTS}; get them from the repository, or run `make tune`")
    if recipe["encoder"] != folder.key():
        raise NotReady(f"tuned layers {ACTS} belong to another encoder; run `make tune`")
    return ACTS


def write_recipe(how: dict[str, Any]) -> None:
    """Seals the layers that lie at ACTS."""
    recipe = {"encoder": folder.key(), "sha256": folder.sha256(ACTS), **how}
    RECIPE.write_text(json.dumps(recipe, indent=1) + "\n", encoding="utf-8")
