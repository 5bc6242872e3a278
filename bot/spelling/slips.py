"""Words one slip away from a given one."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.words import Language

_LETTERS: dict[Language, str] = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "es": "abcdefghijklmnopqrstuvwxyzáéíóúüñ",
}


def slips(word: str, language: Language) -> Iterator[str]:
    """`word` with a letter dropped, swapped with the next, replaced or added; its first letter stays."""
    for i in range(1, len(word) + 1):
        head, tail = word[:i], word[i:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in _LETTERS[language]:
            yield head + letter + tail[1:]
            yield head + letter + tail
