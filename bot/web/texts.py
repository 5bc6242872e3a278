"""The catalogue of every text of the pages, in both interface languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from bot.core.words import UiLanguage

FOLDER = Path(__file__).resolve().parent / "texts"
UI_LANGUAGES: tuple[UiLanguage, ...] = get_args(UiLanguage)


class Texts:
    """The texts of one language. Keys are dotted: `chat.send_all`."""

    def __init__(self, language: UiLanguage, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key`, its {placeholders} filled; raises KeyError for an unknown key."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def word(self, group: str, key: str) -> str:
        """A word of an open list such as platforms; the key itself, made readable, where it is unknown."""
        return self._texts.get(f"{group}.{key}", key.replace("_", " "))

    def group(self, group: str) -> dict[str, str]:
        """All texts under `group`, by the rest of their keys."""
        start = f"{group}."
        return {key.removeprefix(start): text for key, text in self._texts.items() if key.startswith(start)}


@cache
def texts(language: UiLanguage) -> Texts:
    """The catalogue of a language, read once."""
    data = yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    return Texts(language, dict(_flat(data, "")))


def _flat(data: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
