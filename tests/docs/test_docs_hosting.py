"""The page for hosts names every setting with its meaning and default, and no other."""

from __future__ import annotations

import re

from bot.settings import ROOT, Settings

PAGE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(SILKDESK_\w+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)


def expected() -> dict[str, tuple[str, str]]:
    rows = {}
    for name, field in Settings.model_fields.items():
        default = str(field.default).replace(f"{ROOT}/", "")
        shown = "unset" if field.default is None else f"`{default}`"
        rows[f"SILKDESK_{name.upper()}"] = (str(field.description), shown)
    return rows


def test_the_table_of_settings_is_the_code() -> None:
    assert {name: (meaning, default) for name, meaning, default in ROW.findall(PAGE)} == expected()
