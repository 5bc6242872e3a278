"""A scenario as its author wrote it, for those who check it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.catalogue import Catalogue
from bot.content.yaml_file import YamlFile


@dataclass(frozen=True)
class Sheet:
    """A scenario as written: scenario.yml, lines.yml, its texts, and what it may refer to."""

    file: YamlFile
    lines: YamlFile | None
    texts: Mapping[str, str]
    catalogue: Catalogue
    root: Path

    @property
    def languages(self) -> list[str]:
        """The languages it is played in."""
        return list(self.file.data["variants"])

    @property
    def fills(self) -> set[str]:
        """The places that the scenario fills itself."""
        order = self.file.data["order"]
        dates = {f"{name}_date" for name in order["dates"]}
        return {*self.file.data.get("words", {}), *order.get("sums", {}), *dates}
